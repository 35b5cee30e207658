import { inSwedishOrder } from "#kernel";
import type { SafePanel } from "../panel.ts";
import { drawDumbbells } from "../picture/draw-dumbbells.ts";
import { afterLabel } from "../words/after-label.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import { nationWordsOf } from "../words/words-of.ts";
import type { Compared, ComparedPlace, ComparisonTelling } from "./compared.ts";
import { type ComparedLine, type PlaceShare, shareIn } from "./compared-line.ts";
import { intervalOfShare, placedShare, placeTable, shareOf } from "./place-table.ts";
import { sizeGroupOf } from "./size-groups.ts";
import { remarksOfLines, responsesOf } from "./tell-lines.ts";

/** A picture of more lines than this is longer than anybody reads; the table has them all. */
const mostDrawn = 30;

/**
 * The municipalities of the same size, each as its own line in alphabetical order, the nation beside.
 * They are never added together: a sum of them would be a number that nobody has protected.
 * `null` where the own number of cases is not published.
 */
export function similarPlaces(
  { own, municipalities }: Compared,
  line: ComparedLine,
  indicator: string,
  telling: ComparisonTelling,
): SafePanel | null {
  const size = own && sizeGroupOf(own);
  if (!own || !size) return null;
  const { language } = telling;
  const words = comparisonWordsOf(language);
  const isOwn = ({ id }: ComparedPlace) => id === own.id;
  const places = inSwedishOrder(municipalities)
    .filter((place) => sizeGroupOf(place)?.from === size.from)
    .map((place) => ({
      label: isOwn(place) ? words.ownAmong(place.name) : place.name,
      share: shareIn(place.tables, indicator),
    }));
  const nation = line.shares.at(-1);
  const response = responsesOf(words.inSizeGroup(line.label, size), [line], telling);
  const shown = places.filter(({ share }) => shareOf(share) !== null);
  const rows = [...places, ...(nation ? [{ label: words.nation, share: nation }] : [])];
  const isHidden = rows.some(({ share }) => share.count === null || share.total === null);
  return {
    lane: "safe",
    id: `similar:${indicator}`,
    title: afterLabel(line.label, words.similarShown(shown.length, places.length, size)),
    label: line.label,
    sentences: [
      words.alphabetical,
      ...(shown.length > 1 ? [words.chanceBetween] : []),
      words.sizeHidden,
      ...response.sentences,
      ...remarksOfLines([{ ...line, shares: [] }], telling),
      ...(isHidden ? [nationWordsOf(language).mark] : []),
    ],
    certainty: shown.length > 0 ? "solid" : "counts-only",
    reconstructed: line.subject.reconstructed,
    base: null,
    population: null,
    tables: [
      placeTable(words.inSizeGroup(line.label, size), words.corner.places, rows, words),
      ...response.tables,
    ],
    picture: shown.length > 0 ? pictureOf(line, places, nation, telling) : null,
  };
}

function pictureOf(
  { label }: ComparedLine,
  places: readonly { readonly label: string; readonly share: PlaceShare }[],
  nation: PlaceShare | undefined,
  { language }: ComparisonTelling,
) {
  if (places.length > mostDrawn) return null;
  const words = comparisonWordsOf(language);
  return drawDumbbells(
    {
      name: label,
      notes: [words.axis, words.whiskers],
      sides: [
        { label: words.municipality, look: "own" },
        { label: words.nation, look: "all" },
      ],
      lines: places.map(({ label, share }) => ({
        label,
        shares: [placedShare(share), nation ? placedShare(nation) : null],
        interval: intervalOfShare(share),
      })),
    },
    language,
  );
}
