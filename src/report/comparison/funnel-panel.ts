import { type FunnelPlace, funnelPlace } from "#disclosure";
import { inSwedishOrder } from "#kernel";
import type { SafePanel, ShownTable } from "../panel.ts";
import { drawFunnel } from "../picture/draw-funnel.ts";
import { leastForPublishedShares } from "../small-numbers.ts";
import { afterLabel } from "../words/after-label.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import type { Both } from "../words/told-nation.ts";
import { nationWordsOf } from "../words/words-of.ts";
import type { Compared, ComparisonTelling } from "./compared.ts";
import { type ComparedLine, type PlaceShare, shareIn } from "./compared-line.ts";
import { placeTable, shareOf } from "./place-table.ts";
import { findingOf, remarksOfLines, responsesOf } from "./tell-lines.ts";

/** Of places without any difference one in twenty lies outside the inner limits. */
const expectedOutside = { count: 1, total: 20 } as const;

/**
 * All municipalities whose share is shown, against how many answers it rests on, with what chance alone
 * makes around the nation. The own alone is named in the picture; the table has all by name, also those
 * that are not shown. No place in an order.
 */
export function funnelPanel(
  { own, municipalities }: Compared,
  line: ComparedLine,
  indicator: string,
  telling: ComparisonTelling,
): SafePanel {
  const { language } = telling;
  const words = comparisonWordsOf(language);
  const places = inSwedishOrder(municipalities).map((place) => ({
    label: place.id === own?.id ? words.ownAmong(place.name) : place.name,
    isOwn: place.id === own?.id,
    share: shareIn(place.tables, indicator),
  }));
  const nation = line.shares.at(-1);
  const response = responsesOf(afterLabel(line.label, words.everywhere), [line], telling);
  const all = nation && toldOf(nation);
  const shown = places.flatMap(({ share, isOwn }) => {
    const told = toldOf(share);
    return told ? [{ told, isOwn }] : [];
  });
  const standing = all ? ownStanding(line, all, telling) : null;
  const rows = [...places, ...(nation ? [{ label: words.nation, share: nation }] : [])];
  const isHidden = rows.some(({ share }) => share.count === null || share.total === null);
  return {
    lane: "safe",
    id: `funnel:${indicator}`,
    title:
      standing?.title ?? afterLabel(line.label, words.placesShown(shown.length, places.length)),
    label: line.label,
    sentences: [
      ...(standing?.sentences ?? ownUntold(line, telling)),
      words.drawn(shown.length, places.length, leastForPublishedShares),
      ...(all && areApart(shown, all) ? [words.apart] : []),
      ...response.sentences,
      ...remarksOfLines([{ ...line, shares: [] }], telling),
      ...(isHidden ? [nationWordsOf(language).mark] : []),
    ],
    certainty: shown.length > 0 ? "solid" : "counts-only",
    reconstructed: line.subject.reconstructed,
    base: null,
    population: null,
    tables: [
      placeTable(afterLabel(line.label, words.everywhere), words.corner.places, rows, words),
      ...(standing ? [standing.table] : []),
      ...response.tables,
    ],
    picture:
      all && shown.length > 0
        ? drawFunnel(
            {
              name: line.label,
              notes: [words.funnelAxis],
              all: { count: all.part, total: all.whole },
              places: shown.map(({ told, isOwn }) => ({
                label: isOwn ? (telling.own ?? "") : "",
                count: told.part,
                total: told.whole,
                isOwn,
              })),
            },
            language,
          )
        : null,
  };
}

/** Where the own share lies; `null` where there is none to tell. */
function ownStanding(line: ComparedLine, all: Both, { language, own }: ComparisonTelling) {
  const told = own === null || !line.shares[0] ? null : toldOf(line.shares[0]);
  if (!told || own === null) return null;
  const words = comparisonWordsOf(language);
  const { comparisons } = findingWordsOf(language);
  const share = { count: told.part, total: told.whole };
  const { place, limits } = funnelPlace(share, { count: all.part, total: all.whole });
  return {
    title: afterLabel(line.label, words.ownInFunnel(told, own, place)),
    table: {
      caption: afterLabel(line.label, words.byChance),
      corner: words.corner.places,
      columns: [
        { label: words.columns.lowest, unit: "share" },
        { label: words.columns.highest, unit: "share" },
        { label: words.columns.valid, unit: "count" },
      ],
      rows: [{ label: own, isMissing: false, cells: [...limits, told.whole] }],
    } satisfies ShownTable,
    sentences: [
      `${afterLabel(line.label, words.inFunnel(told, all, line.subject.base, place))}`,
      comparisons.funnel(share, limits),
      ...(isOutside(place) ? [comparisons.noQuality] : []),
    ],
  };
}

/** Counts alone, where they may be told; what is hidden has its mark. */
function ownUntold(line: ComparedLine, telling: ComparisonTelling): readonly string[] {
  const [share] = line.shares;
  if (telling.own === null || !share || share.count === null || share.total === null) return [];
  const words = comparisonWordsOf(telling.language);
  return [findingOf(line, telling).sentence, words.tooFew(leastForPublishedShares)];
}

/** Whether more lie outside than chance explains: then the limits are too narrow for all of them. */
function areApart(shown: readonly { readonly told: Both }[], all: Both): boolean {
  if (shown.length === 0) return false;
  const outside = shown.filter(({ told }) => {
    const share = { count: told.part, total: told.whole };
    return isOutside(funnelPlace(share, { count: all.part, total: all.whole }).place);
  });
  const { place } = funnelPlace({ count: outside.length, total: shown.length }, expectedOutside);
  return place === "above" || place === "far-above";
}

function isOutside(place: FunnelPlace): boolean {
  return place !== "within";
}

function toldOf(share: PlaceShare): Both | null {
  const { count, total } = share;
  if (count === null || total === null || shareOf(share) === null) return null;
  return { part: count, whole: total };
}
