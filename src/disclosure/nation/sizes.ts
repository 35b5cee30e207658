import { type Amount, isNobody } from "./amount.ts";
import { guardsNobody } from "./guard.ts";
import { type Domain, keyOfDomain } from "./one-way-table.ts";
import { answerIn, type Places } from "./places.ts";
import { amountIn, type Counted, isSafeEverywhere, remaindersOf } from "./remainder.ts";
import { countIn, type Tally } from "./tally.ts";

const everyCase = 0;

/** Domains whose number of cases may be told, as far as numbers of cases go: `population domain`. */
export function safeSizes({
  tables,
  codebook,
  guard,
  earlier,
}: Places): ReadonlyMap<string, boolean> {
  const safe = new Map<string, boolean>();
  const settled: { readonly population: string; readonly counted: Counted }[] = [];
  const sized = tables.flatMap(({ amounts, ...table }) =>
    amounts.kind === "cases" ? [{ ...table, cases: amounts.cases }] : [],
  );
  for (const { cases, domain, population } of sized.sort((a, b) => a.domain.size - b.domain.size)) {
    const own = { domain, tally: tallyOfCases(cases) };
    const others = settled.flatMap((each) =>
      each.population === population ? [each.counted] : [],
    );
    const remainders = remaindersOf(own, others);
    // A group that nobody is in, or everybody: each an answer of all.
    const isOfAll =
      isGuarded(domain) &&
      [own, ...others].some(({ tally }) => !isNobody(tally.base.eligible)) &&
      remainders.some((each) => isNobody(amountIn(each, casesIn) ?? cases));
    const isSafeSince = earlier.every((since) =>
      since.at({ population, question: undefined }, own, others).isSafe(casesIn),
    );
    const isSafe = isSafeSince && isSafeEverywhere(remainders, casesIn);
    safe.set(sizeKey(population, domain), !isOfAll && isSafe);
    settled.push({ population, counted: own });
  }
  return safe;

  function isGuarded(domain: Domain): boolean {
    return [...domain.values()].some((part) => {
      const question = codebook.variables.find(({ id }) => id === answerIn(part)?.variable);
      return question !== undefined && guardsNobody(guard, question);
    });
  }
}

export function sizeKey(population: string, domain: Domain): string {
  return `${population} ${keyOfDomain(domain)}`;
}

function casesIn(tally: Tally): Amount | undefined {
  return countIn(tally, [everyCase]);
}

function tallyOfCases(cases: Amount): Tally {
  return {
    base: { eligible: cases, asked: cases, answered: cases, valid: cases },
    blocks: [{ cells: [everyCase], count: cases }],
    choices: new Map(),
    total: undefined,
    begunNotAsked: [],
    alike: [],
  };
}
