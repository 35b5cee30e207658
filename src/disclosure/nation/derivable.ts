import type { Variable } from "#codebook";
import { isNobody, isSafe } from "./amount.ts";
import { type Cell, chainCells } from "./cells.ts";
import type { Draft } from "./draft.ts";
import { guardsNobody } from "./guard.ts";
import { type Domain, isNarrower, keyOfDomain } from "./one-way-table.ts";
import { isIn, type Pattern, patternsOf } from "./patterns.ts";
import { isByItself, type Places } from "./places.ts";
import {
  type Cells,
  cellsOf,
  type PublishedNumber,
  publishedNumbers,
} from "./published-numbers.ts";
import { RowSpace } from "./row-space.ts";
import { hiddenCounts } from "./safe-counts.ts";

/**
 * The net below the rules: question by question, everything that is about to leave becomes equations
 * over unknown counts; no group of cases that can be named may come out as 1–4. Where one does, tables
 * are hidden whole, the narrowest first, until none does. Looks at nothing but what leaves.
 */
export function withoutDerivable(drafts: readonly Draft[], places: Places): readonly Draft[] {
  let kept = drafts;
  for (const question of places.codebook.variables) {
    for (const population of ["started", "closed"] as const) {
      kept = withoutDerivableAt(kept, question, population, places);
    }
  }
  return kept;
}

function withoutDerivableAt(
  drafts: readonly Draft[],
  question: Variable,
  population: "started" | "closed",
  places: Places,
): readonly Draft[] {
  let kept = drafts;
  for (;;) {
    const own = kept.filter(
      ({ table }) => table.variable === question.id && table.population === population,
    );
    if (own.length === 0) return kept;
    const sizes = kept.filter(
      ({ table, counts }) => counts.kind === "cases" && table.population === population,
    );
    if (!givesAway(own, sizes, question, places)) return kept;
    const narrowest = own
      .filter((each) => tellsAnything(each, question))
      .reduce<Draft | undefined>(
        (found, each) => (found && found.table.domain.size > each.table.domain.size ? found : each),
        undefined,
      );
    if (narrowest === undefined) return kept;
    kept = kept.map((each) =>
      each === narrowest ? { ...each, counts: hiddenCounts(each.counts) } : each,
    );
  }
}

function tellsAnything({ table, counts }: Draft, question: Variable): boolean {
  return (
    publishedNumbers({ table, counts }, question, cellsOf(question, [])).length > 0 ||
    (counts.kind === "frequencies" && counts.rows.some(({ count }) => count !== null))
  );
}

function givesAway(
  own: readonly Draft[],
  sizes: readonly Draft[],
  question: Variable,
  places: Places,
): boolean {
  const domains = [
    ...new Map(own.map(({ table }) => [keyOfDomain(table.domain), table.domain])),
  ].map(([, domain]) => domain);
  const relevant = sizes.filter(({ table }) =>
    domains.some((each) => keyOfDomain(each) === keyOfDomain(table.domain)),
  );
  return optionsTogether(own, question).some((among) => {
    const cells = cellsOf(question, among);
    const numbers = [...own, ...relevant].flatMap((each) =>
      publishedNumbers(each, question, cells),
    );
    return isAnyDerivable({ numbers, cells, domains, question, places });
  });
}

/** Options of several choices meet only where an indicator counts them together. */
function optionsTogether(
  own: readonly Draft[],
  question: Variable,
): readonly (readonly number[])[] {
  if (question.type !== "multiple") return [[]];
  const counted = own.flatMap(({ table: { raw } }) => {
    const { measure } = raw.specification;
    return measure.kind === "share" ? [measure.codes] : [];
  });
  return [...question.options.map(({ code }) => [code]), ...counted];
}

type Leaving = {
  readonly numbers: readonly PublishedNumber[];
  readonly cells: Cells;
  readonly domains: readonly Domain[];
  readonly question: Variable;
  readonly places: Places;
};

function isAnyDerivable({ numbers, cells, domains, question, places }: Leaving): boolean {
  const { codebook, participants, guard } = places;
  const patterns = patternsOf(domains, question, cells.all, codebook);
  const width = cells.all.length;
  const place = new Map(cells.all.map((cell, at) => [cell, at]));
  const vector = (those: Iterable<Cell>, isInside: readonly boolean[]) => {
    const coefficients = new Uint8Array(patterns.length * width);
    for (const cell of those) {
      const at = place.get(cell) ?? 0;
      for (let pattern = 0; pattern < isInside.length; pattern++) {
        if (isInside[pattern] && patterns[pattern]?.mayBe(cell)) {
          coefficients[pattern * width + at] = 1;
        }
      }
    }
    return coefficients;
  };
  const space = new RowSpace(participants.length + 1);
  for (const { domain, cells: those, value } of numbers) {
    const isInside = patterns.map((pattern) => isIn(domain, pattern));
    space.add(vector(those, isInside), value);
  }
  const regions = regionsOf(domains).map((isInside) => patterns.map(isInside));
  const distinct = new Map(regions.map((each) => [each.join(), each]));
  const groups = groupsOf(numbers, cells);
  const valid = chainCells(cells.all).valid;
  const isGuarded =
    guardsNobody(guard, question) && !domains.some((domain) => isByItself({ question, domain }));
  const answers = new Set(isGuarded ? valid : []);
  for (const isInside of distinct.values()) {
    const all = space.valueOf(vector(valid, isInside));
    const isAnybody = all === undefined || !isNobody(all);
    for (const those of groups) {
      const value = space.valueOf(vector(those, isInside));
      if (value === undefined) continue;
      if (!isSafe(value)) return true;
      // Where somebody answered, that nobody gave an answer tells of all.
      if (isAnybody && isNobody(value) && those.every((each) => answers.has(each))) return true;
    }
  }
  return false;
}

/** Cases that can be named by domains: in one, in one and not in another, in both, in none of the narrow. */
function regionsOf(domains: readonly Domain[]) {
  type Region = (pattern: Pattern) => boolean;
  const narrow = domains.filter(({ size }) => size > 0);
  return [
    ...domains.map(
      (each): Region =>
        (pattern) =>
          isIn(each, pattern),
    ),
    ...domains.flatMap((one) =>
      domains.flatMap((other): readonly Region[] => [
        ...(isNarrower(one, other) || one === other
          ? []
          : [(pattern: Pattern) => isIn(one, pattern) && !isIn(other, pattern)]),
        (pattern) => isIn(one, pattern) && isIn(other, pattern),
      ]),
    ),
    (pattern: Pattern) => !narrow.some((each) => isIn(each, pattern)),
  ];
}

/** Cells that can be named by published numbers: each cell, each number's, and two numbers' apart. */
function groupsOf(
  numbers: readonly PublishedNumber[],
  { all }: Cells,
): readonly (readonly Cell[])[] {
  const groups = new Map<string, readonly Cell[]>();
  const add = (those: readonly Cell[]) => {
    if (those.length > 0) groups.set(those.join(" "), those);
  };
  for (const cell of all) add([cell]);
  const told = new Map<string, ReadonlySet<Cell>>();
  for (const { cells } of numbers) {
    const those = new Set(cells);
    told.set(all.filter((cell) => those.has(cell)).join(" "), those);
  }
  for (const one of told.values()) {
    const own = all.filter((cell) => one.has(cell));
    add(own);
    for (const other of told.values()) {
      add(own.filter((cell) => !other.has(cell)));
      add(own.filter((cell) => other.has(cell)));
    }
  }
  return [...groups.values()];
}
