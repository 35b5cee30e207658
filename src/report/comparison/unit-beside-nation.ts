import type { Codebook } from "#codebook";
import { funnelPlace, type InternalTable, type SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import { isSameFilter } from "../findings/chosen-cases.ts";
import { findingsOf } from "../findings/findings-of.ts";
import { shareTable } from "../findings/share-findings.ts";
import type { Panel, ShownCell, ShownTable } from "../panel.ts";
import { drawDumbbells } from "../picture/draw-dumbbells.ts";
import { responseTable } from "../response/response-table.ts";
import { unitResponse } from "../response/unit-response.ts";
import { certaintyOf, leastForShares, publishedShare, shareOf } from "../small-numbers.ts";
import { afterLabel } from "../words/after-label.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import type { ToldResponse } from "../words/response/told-response.ts";
import { nationWordsOf } from "../words/words-of.ts";

type Naming = {
  readonly unit: string;
  readonly codebook: Codebook;
  readonly language: Language;
  /** Of the unit's closed cases, told beside what the client says. */
  readonly survey?: ToldResponse;
};

/**
 * A unit's own share, exact, beside the published one of the nation: for those who may open its cases,
 * never printed. Where the two count different cases they are not held against each other.
 * @throws for tables that hold no share, or another.
 */
export function unitBesideNation(
  own: InternalTable,
  nation: SafeTable,
  { unit, codebook, language, survey }: Naming,
): Panel<"internal"> {
  const words = comparisonWordsOf(language);
  const { about, counts, told, interval } = shareTable(own, { codebook, language });
  const isSame =
    own.specification.population === nation.specification.population &&
    isSameFilter(own.specification, nation.specification, codebook);
  const findings = findingsOf(
    [isSame ? { kind: "position", own, all: nation } : { kind: "table", table: own }],
    { codebook, language },
  );
  const [title = about.title, ...others] = findings.standsOut;
  const share = shareOf(told.count, told.total);
  const response = about.counted.noun === "client" ? unitResponse(survey, language) : null;
  const shownInterval = share === null ? null : interval;
  const all = sharePublished(nation);
  const isPlaced = isSame && share !== null && all.share !== null;
  const limits = isPlaced
    ? funnelPlace(told, { count: all.count ?? 0, total: all.total ?? 0 }).limits
    : null;
  const sides = [
    { label: unit, look: "own" },
    { label: words.nation, look: "all" },
  ] as const;
  const cells: readonly (readonly ShownCell[])[] = [
    [
      share ?? "none",
      shownInterval?.[0] ?? "none",
      shownInterval?.[1] ?? "none",
      told.count,
      told.total,
      counts.base.eligible,
    ],
    [
      all.count === null || all.total === null ? "hidden" : (all.share ?? "none"),
      "none",
      "none",
      all.count ?? "hidden",
      all.total ?? "hidden",
      all.eligible ?? "hidden",
    ],
  ];
  const { columns, corner } = words;
  return {
    lane: "internal",
    id: `unit:${nation.specification.id}`,
    title: title.replace(/\.$/, ""),
    label: about.title,
    sentences: [
      ...others,
      ...findings.howSure,
      ...(isSame ? [] : [words.unit.otherCases]),
      ...(all.isOfValid ? [] : [words.unit.otherBase]),
      ...findings.missing,
      ...(response ? [response.sentence] : []),
      ...(all.count === null ? [nationWordsOf(language).mark] : []),
    ],
    certainty: certaintyOf(told.total),
    reconstructed: isReconstructed(own, codebook),
    base: counts.base,
    population: own.specification.population,
    tables: [
      {
        caption: afterLabel(about.title, words.unitAndNation),
        corner: corner.places,
        columns: [
          { label: columns.share, unit: "share" },
          { label: columns.lowest, unit: "share" },
          { label: columns.highest, unit: "share" },
          { label: columns.count, unit: "count" },
          { label: columns.answered, unit: "count" },
          { label: columns.eligible, unit: "count" },
        ],
        rows: sides.map(({ label }, index) => ({
          label,
          isMissing: false,
          cells: cells[index] ?? [],
        })),
      },
      ...(limits
        ? [
            {
              caption: afterLabel(about.title, words.byChance),
              corner: corner.places,
              columns: [
                { label: columns.lowest, unit: "share" },
                { label: columns.highest, unit: "share" },
              ],
              rows: [{ label: unit, isMissing: false, cells: limits }],
            } satisfies ShownTable,
          ]
        : []),
      ...(response
        ? [responseTable(about.title, [{ label: unit, response }], leastForShares, language)]
        : []),
    ],
    picture:
      share === null
        ? null
        : drawDumbbells(
            {
              name: about.title,
              notes: [words.axisOfAnswered, ...(shownInterval ? [words.whisker(unit)] : [])],
              sides,
              lines: [{ label: about.label, shares: [share, all.share], interval: shownInterval }],
            },
            language,
          ),
  };
}

/** On the base that the nation's own page has: of the answered, as a unit's is. */
function sharePublished({ counts }: SafeTable) {
  if (counts.kind !== "share") throw new Error("the nation tells no share");
  const { numerator: count, denominator: total, base } = counts;
  return {
    count,
    total,
    eligible: base.eligible,
    share: publishedShare(count, total),
    isOfValid: total === base.valid,
  };
}

function isReconstructed({ specification }: InternalTable, { indicators }: Codebook): boolean {
  const indicator = indicators.find(({ id }) => id === specification.id);
  return indicator?.provenance.status === "reconstructed";
}
