import type { Codebook } from "#codebook";
import type { CountedNumbers, TableSpecification } from "#tabulation";
import type { Report } from "./faults.ts";
import { listedCodes, variableIn } from "./listed-codes.ts";

type Counted = Exclude<CountedNumbers, { readonly kind: "cases" }>;
type Base = Counted["base"];

/**
 * What must hold within one table whatever the cases were: each step of the chain is a part of the one
 * before, and the answers are those of the cases that answered.
 */
export function checkSums(
  numbers: CountedNumbers,
  { measure }: TableSpecification,
  codebook: Codebook,
  refuse: Report,
): void {
  if (numbers.kind === "cases") return;
  const disagree = (place: string, other: string) =>
    refuse("delivery-sums-disagree", { place, other });
  checkChain(numbers.base, "counts.base", disagree);
  switch (numbers.kind) {
    case "frequencies": {
      if (measure.kind !== "frequencies") return;
      const answers = answersOf(measure.variable, codebook);
      const counts = new Map(numbers.rows.map(({ code, count }) => [code, count]));
      checkAnswers(counts, numbers.base, answers, (row) => disagree(row, "counts.base"));
      return;
    }
    case "share":
      if (measure.kind !== "share" || numbers.numerator <= numbers.base[measure.base]) return;
      disagree("counts.numerator", `counts.base.${measure.base}`);
      return;
    case "mean-distinct": {
      if (measure.kind !== "mean-distinct") return;
      const { base, distribution } = numbers;
      const inAll = distribution.reduce((sum, { cases }) => sum + cases, 0);
      const none = distribution.find(({ distinct }) => distinct === 0)?.cases ?? 0;
      const over = base[measure.base];
      if (inAll === over && none === over - base.valid) return;
      disagree("counts.distribution", `counts.base.${measure.base}`);
      return;
    }
    case "crossing":
      checkCrossing(numbers, measure, codebook, disagree);
  }
}

type Disagree = (place: string, other: string) => void;

function checkChain(base: Base, place: string, disagree: Disagree): void {
  const steps = [base.eligible, base.asked, base.answered, base.valid];
  for (const [at, step] of steps.entries()) {
    if (step > (steps[at - 1] ?? step)) disagree(`${place}[${at}]`, `${place}[${at - 1}]`);
  }
}

/** How a question's answers relate to its chain. */
type Answers = {
  /** Empty: a day or a plain number. */
  readonly options: readonly number[];
  readonly exclusive: readonly number[];
  readonly isMultiple: boolean;
  /** A view of a field with options that it does not list itself: some of the answered are in no row. */
  readonly isOpen: boolean;
};

function answersOf(id: string, codebook: Codebook): Answers {
  const variable = variableIn(codebook, id);
  const { view, options, type } = variable;
  return {
    options: listedCodes(variable).options,
    exclusive: options.filter((option) => option.exclusive).map(({ code }) => code),
    isMultiple: type === "multiple",
    isOpen: view !== undefined,
  };
}

function checkAnswers(
  counts: ReadonlyMap<number, number>,
  base: Base,
  { options, exclusive, isMultiple, isOpen }: Answers,
  disagree: (rows: string) => void,
): void {
  const of = (code: number) => counts.get(code) ?? 0;
  const sum = (codes: readonly number[]) => codes.reduce((all, code) => all + of(code), 0);
  const given = sum(options);
  const others = options.filter((code) => !exclusive.includes(code)).map(of);
  const left = base.valid - sum(exclusive);
  const isRight = isMultiple
    ? left >= Math.max(0, ...others) && given >= base.valid
    : options.length === 0 || given === base.valid;
  const [missing, unanswered] = [base.answered - base.valid, base.asked - base.answered];
  const named = sum([97, 99]);
  const isWhole = isOpen ? named <= missing : named === missing;
  if (!isRight || !isWhole || of(98) > unanswered) disagree("counts.rows");
}

/** By a single choice each case stands in one column. */
function checkCrossing(
  { base, rows, columns }: Counted & { readonly kind: "crossing" },
  measure: TableSpecification["measure"],
  codebook: Codebook,
  disagree: Disagree,
): void {
  const [by] = measure.kind === "crossing" ? measure.columns : [];
  if (measure.kind !== "crossing" || by?.kind !== "question") return;
  if (measure.rows.kind !== "question") return;
  const answers = answersOf(measure.rows.variable, codebook);
  for (const [at, column] of columns.entries()) {
    const place = `counts.columns[${at}]`;
    checkChain(column.base, `${place}.base`, disagree);
    const counts = new Map(rows.map(({ code }, row) => [code, column.counts[row] ?? 0]));
    checkAnswers(counts, column.base, answers, () => disagree(`${place}.counts`, `${place}.base`));
  }
  const isAlone = variableIn(codebook, by.variable).type === "single";
  for (const step of ["eligible", "asked", "answered", "valid"] as const) {
    const sum = columns.reduce((all, column) => all + column.base[step], 0);
    if (isAlone ? sum !== base[step] : sum < base[step]) {
      disagree("counts.columns", `counts.base.${step}`);
    }
  }
}
