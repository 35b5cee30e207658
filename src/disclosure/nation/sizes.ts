import type { LinkedSet } from "./linked-set.ts";
import { keyOfDomain } from "./linked-table.ts";
import { type Counted, isSafeEverywhere, remaindersOf } from "./remainder.ts";
import { countIn } from "./tally.ts";

const everyCase = 0;

/** Domains whose number of cases may be told, as far as numbers of cases go: `population domain`. */
export function safeSizes({ tables }: LinkedSet): ReadonlyMap<string, boolean> {
  const safe = new Map<string, boolean>();
  const settled: { readonly population: string; readonly counted: Counted }[] = [];
  const sized = tables.filter(({ counts }) => counts.kind === "cases");
  for (const { counts, domain, population } of sized.sort(
    (a, b) => a.domain.size - b.domain.size,
  )) {
    const count = counts.kind === "cases" ? counts.cases : 0;
    const own = { domain, tally: tallyOfCases(count) };
    const others = settled.filter((each) => each.population === population);
    const remainders = remaindersOf(
      own,
      others.map(({ counted }) => counted),
    );
    safe.set(
      sizeKey(population, domain),
      isSafeEverywhere(remainders, (tally) => countIn(tally, [everyCase])),
    );
    settled.push({ population, counted: own });
  }
  return safe;
}

export function sizeKey(population: string, domain: Counted["domain"]): string {
  return `${population} ${keyOfDomain(domain)}`;
}

function tallyOfCases(count: number): Counted["tally"] {
  return {
    base: { eligible: count, asked: count, answered: count, valid: count },
    blocks: [{ cells: [everyCase], count }],
    choices: new Map(),
    total: undefined,
    outside: [],
  };
}
