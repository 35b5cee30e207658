import type { Codebook, Condition } from "#codebook";
import { canonicalJson } from "#kernel";
import type { CountedNumbers, TableSpecification } from "#tabulation";
import type { Report } from "./faults.ts";
import { variableIn } from "./listed-codes.ts";

/** A table that is right by itself, and the line where it stands. `null`: it is about no case. */
export type TableInLine = {
  readonly specification: TableSpecification;
  readonly numbers: CountedNumbers | null;
  readonly line: number;
};

type Counted = Exclude<CountedNumbers, { readonly kind: "cases" }>;
type Base = Counted["base"];
const steps = ["eligible", "asked", "answered", "valid"] as const;

/**
 * What must hold between tables of the same cases: as many cases, the same chain wherever a question is
 * counted, a group no larger than all, and who is asked because of an answer as many as gave it.
 */
export function checkTablesAgree(
  tables: readonly TableInLine[],
  codebook: Codebook,
  report: Report,
): void {
  const disagree = ({ line, specification }: TableInLine, other: TableInLine) =>
    report("delivery-sums-disagree", {
      line,
      place: specification.id,
      other: other.specification.id,
    });
  const cases = new Map(
    tables.flatMap((table) => {
      const isOfCases = table.specification.measure.kind === "cases";
      return isOfCases ? [[domainOf(table.specification), table] as const] : [];
    }),
  );
  const told = new Map(
    tables.flatMap((table) => {
      const { measure } = table.specification;
      if (measure.kind !== "frequencies") return [];
      return [[questionIn(table.specification, measure.variable), table] as const];
    }),
  );

  for (const table of tables) {
    const { specification, numbers } = table;
    const { within, ...whole } = specification;
    const all = cases.get(domainOf(whole));
    const own = cases.get(domainOf(specification));
    if (own && own !== table && !fitsCases(table, own, codebook)) disagree(table, own);
    if (all && all !== own && casesIn(table) > casesIn(all)) disagree(table, all);

    const chosenBy = within && answerOf(within);
    const chooser = chosenBy && told.get(questionIn(whole, chosenBy.answer));
    if (
      chooser &&
      chosenBy &&
      !isChosen(casesIn(table), table === own || !numbers, chosenBy, chooser, codebook)
    ) {
      disagree(table, chooser);
    }

    if (!numbers || numbers.kind === "cases") continue;
    const asked = askedIn(specification);
    if (asked === undefined) continue;
    const same = told.get(questionIn(specification, asked));
    if (same && same !== table && !fitsFrequencies(numbers, specification, same, codebook)) {
      disagree(table, same);
    }
    const wider = told.get(questionIn(whole, asked));
    if (wider && wider !== same && !isPartOf(numbers, wider)) disagree(table, wider);

    const route = routeTo(asked, codebook);
    const routed = route && told.get(questionIn(specification, route.answer));
    if (routed && route && !isChosen(numbers.base.eligible, true, route, routed, codebook)) {
      disagree(table, routed);
    }
  }
}

function domainOf({ population, within }: Pick<TableSpecification, "population" | "within">) {
  return `${population} ${within ? canonicalJson(JSON.parse(JSON.stringify(within))) : ""}`;
}

function questionIn(
  domain: Pick<TableSpecification, "population" | "within">,
  variable: string,
): string {
  return `${variable} ${domainOf(domain)}`;
}

function askedIn({ measure }: TableSpecification): string | undefined {
  if ("variable" in measure) return measure.variable;
  if (measure.kind !== "crossing" || measure.rows.kind !== "question") return undefined;
  return measure.rows.variable;
}

function casesIn({ numbers }: TableInLine): number {
  if (!numbers) return 0;
  return numbers.kind === "cases" ? numbers.cases : numbers.base.eligible;
}

/** A question that rests on nothing is asked of every case. */
function fitsCases(table: TableInLine, own: TableInLine, codebook: Codebook): boolean {
  const { numbers, specification } = table;
  const cases = casesIn(own);
  if (!numbers || numbers.kind === "cases") return (numbers === null) === (cases === 0);
  const asked = askedIn(specification);
  const isOfAll = asked !== undefined && conditionsOf(asked, codebook).length === 0;
  const { eligible } = numbers.base;
  return cases > 0 && (isOfAll ? eligible === cases : eligible <= cases);
}

/** All that must hold for a question to be asked; a view's rests on its group too. */
function conditionsOf(id: string, codebook: Codebook): readonly Condition[] {
  const { condition, view } = variableIn(codebook, id);
  const group = view && codebook.groups.find((each) => each.id === view.group)?.condition;
  return [condition, group].flatMap((each) => each ?? []);
}

type OneAnswer = { readonly answer: string; readonly in: readonly number[] };

/** The one answer that decides whether a question is asked, where it is that simple. */
function routeTo(id: string, codebook: Codebook): OneAnswer | undefined {
  const [first, ...others] = conditionsOf(id, codebook);
  const key = JSON.stringify(first);
  const isOne = others.every((each) => JSON.stringify(each) === key);
  return first && isOne ? answerOf(first) : undefined;
}

/** Missing codes aside: also a question that is not asked counts as 97. */
function answerOf(condition: Condition): OneAnswer | undefined {
  if (!("answer" in condition) || condition.in.some((code) => code >= 97)) return undefined;
  return condition;
}

/** Those who gave one of the answers: as many as gave each, but for several choices of one case. */
function isChosen(
  found: number,
  isExact: boolean,
  { answer, in: codes }: OneAnswer,
  { numbers }: TableInLine,
  codebook: Codebook,
): boolean {
  if (numbers?.kind !== "frequencies") return found === 0;
  const counts = numbers.rows.filter(({ code }) => codes.includes(code)).map(({ count }) => count);
  return isAmong(found, isExact, counts, numbers.base, variableIn(codebook, answer).type);
}

function isAmong(
  found: number,
  isExact: boolean,
  counts: readonly number[],
  { valid }: Base,
  type: "single" | "multiple" | "integer" | "date",
): boolean {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (found > Math.min(sum, valid)) return false;
  if (!isExact) return true;
  return type === "multiple" ? found >= Math.max(0, ...counts) : found === sum;
}

/** Indicators and crossings of a question, beside how often each of its answers was given. */
function fitsFrequencies(
  numbers: Counted,
  { measure }: TableSpecification,
  { numbers: told }: TableInLine,
  codebook: Codebook,
): boolean {
  if (told?.kind !== "frequencies") return false;
  if (steps.some((step) => numbers.base[step] !== told.base[step])) return false;
  if (numbers.kind === "share" && measure.kind === "share") {
    const counts = told.rows.filter(({ code }) => measure.codes.includes(code));
    const { type } = variableIn(codebook, measure.variable);
    const each = counts.map(({ count }) => count);
    const isValid = counts.every(({ isMissing }) => !isMissing);
    return !isValid || isAmong(numbers.numerator, true, each, told.base, type);
  }
  if (numbers.kind === "mean-distinct") {
    const options = told.rows.filter(({ isMissing }) => !isMissing);
    const chosen = options.reduce((sum, { count }) => sum + count, 0);
    return (
      chosen === numbers.distribution.reduce((sum, each) => sum + each.distinct * each.cases, 0)
    );
  }
  if (numbers.kind === "crossing") {
    const [by] = measure.kind === "crossing" ? measure.columns : [];
    const isAlone = by?.kind === "question" && variableIn(codebook, by.variable).type === "single";
    return numbers.rows.every(({ code }, row) => {
      const sum = numbers.columns.reduce((all, { counts }) => all + (counts[row] ?? 0), 0);
      const count = told.rows.find((each) => each.code === code)?.count ?? 0;
      return isAlone ? sum === count : sum >= count;
    });
  }
  return true;
}

/** The same question, among fewer cases. */
function isPartOf(numbers: Counted, { numbers: wider }: TableInLine): boolean {
  if (wider?.kind !== "frequencies") return false;
  if (steps.some((step) => numbers.base[step] > wider.base[step])) return false;
  if (numbers.kind !== "frequencies") return true;
  const among = new Map(wider.rows.map(({ code, count }) => [code, count]));
  return numbers.rows.every(({ code, count }) => count <= (among.get(code) ?? 0));
}
