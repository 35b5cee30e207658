import type { Codebook } from "#codebook";
import type { RowLevel } from "./deliverable-at.ts";
import type { DeliveredCase } from "./delivery-format.ts";

/**
 * What somebody who knows the client is taken to know of her, by concept; of a codebook that has none of
 * them, all that it marks as known. The one place where they are named.
 */
const knownConcepts = [
  "sex",
  "birthYear",
  "birthBackground",
  "childrenUnder18",
  "honourRelated",
] as const;

/** In groups smaller than this nobody is hidden among others. */
const leastInGroup = 5;

/** For the sender's eyes: how easily the cases of a delivery are told apart. Stops nothing. */
export type AnonymityReport = {
  readonly cases: number;
  /** The questions whose answers the groups are made of, by their names in the codebook. */
  readonly known: readonly string[];
  /** Rows, and then coarse rows. */
  readonly levels: readonly AnonymityAtLevel[];
  /** What might be agreed on instead; `null`: rows as they are. */
  readonly suggested: "coarse-rows" | "counts" | null;
};

export type AnonymityAtLevel = {
  readonly level: RowLevel;
  /** Of rows the quarter of the start is known too, which coarse rows do not tell. */
  readonly byQuarter: boolean;
  /** Cases in groups of fewer than 5. */
  readonly inSmallGroups: number;
  /** Of all cases, 0–1; `null` without cases. */
  readonly share: number | null;
  /** Cases whose combination nobody shares. */
  readonly alone: number;
};

/**
 * k-anonymity with k = 5 over what an adversary knows (Sweeney 2002): see `docs/methods/k-anonymity.md`.
 * @param cases rows with quarters, as they would leave: both levels are told of them.
 */
export function anonymityReport(
  cases: readonly DeliveredCase[],
  codebook: Codebook,
): AnonymityReport {
  const known = knownQuestions(codebook);
  const keyOf = ({ answers }: DeliveredCase) =>
    JSON.stringify(known.map((id) => (Object.hasOwn(answers, id) ? answers[id] : null)));
  const coarse = atLevel("coarse-rows", cases.map(keyOf));
  const rows = atLevel(
    "rows",
    cases.map((each) => `${each.started} ${keyOf(each)}`),
  );
  return { cases: cases.length, known, levels: [rows, coarse], suggested: suggested(rows, coarse) };
}

function knownQuestions({ variables }: Codebook): readonly string[] {
  const leaving = variables.filter(({ exportLevel, view }) => exportLevel === "national" && !view);
  const named = leaving.filter(({ concept }) =>
    (knownConcepts as readonly string[]).includes(concept),
  );
  const found = named.length > 0 ? named : leaving.filter(({ privacy }) => privacy === "known");
  return found.map(({ id }) => id);
}

function atLevel(level: RowLevel, keys: readonly string[]): AnonymityAtLevel {
  const groups = new Map<string, number>();
  for (const key of keys) groups.set(key, (groups.get(key) ?? 0) + 1);
  const small = [...groups.values()].filter((size) => size < leastInGroup);
  const inSmallGroups = small.reduce((sum, size) => sum + size, 0);
  return {
    level,
    byQuarter: level === "rows",
    inSmallGroups,
    share: keys.length === 0 ? null : inSmallGroups / keys.length,
    alone: small.filter((size) => size === 1).length,
  };
}

/** More than half recognisable even without times: counts. A tenth more with times: rows without them. */
function suggested(
  { share: ofRows }: AnonymityAtLevel,
  { share: ofCoarse }: AnonymityAtLevel,
): AnonymityReport["suggested"] {
  if (ofRows === null || ofCoarse === null) return null;
  if (ofCoarse > 0.5) return "counts";
  return ofRows - ofCoarse >= 0.1 ? "coarse-rows" : null;
}
