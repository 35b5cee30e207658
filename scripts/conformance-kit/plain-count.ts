import type { PlainCase, PlainCodebook, PlainVariable } from "./kit-forms.ts";
import { mustFind, plainCase } from "./plain-case.ts";
import type { PlainTable } from "./plain-tables.ts";

/** How far a case has come with a question, and which codes it has there. */
type Told = { readonly step: 0 | 1 | 2 | 3 | 4; readonly codes: readonly number[] };

type Chain = {
  readonly eligible: number;
  readonly asked: number;
  readonly answered: number;
  readonly valid: number;
};

type Option = {
  readonly code: number;
  readonly label: string;
  readonly count: number;
  readonly share?: number | null;
};

/** A table of `expected/tables.json`. Shares and means have six decimals; `null`: of nobody. */
export type CountedTable = Pick<PlainTable, "id" | "label" | "population" | "within"> &
  (
    | { readonly kind: "cases"; readonly cases: number }
    | {
        readonly kind: "options";
        readonly variable: string;
        readonly chain: Chain;
        readonly options: readonly Option[];
      }
    | {
        readonly kind: "share";
        readonly variable: string;
        readonly codes: readonly number[];
        readonly chain: Chain;
        readonly numerator: number;
        readonly denominator: number;
        readonly share: number | null;
      }
    | {
        readonly kind: "mean";
        readonly variable: string;
        readonly chain: Chain;
        readonly total: number;
        readonly denominator: number;
        readonly mean: number | null;
      }
    | {
        readonly kind: "crossing";
        readonly variable: string;
        readonly by: string;
        readonly chain: Chain;
        readonly columns: readonly {
          readonly code: number | null;
          readonly label: string | null;
          readonly chain: Chain;
          readonly options: readonly Option[];
        }[];
      }
  );

/** Counts one table over all cases, each by itself. */
export function plainCount(
  codebook: PlainCodebook,
  cases: readonly PlainCase[],
  { id, label, population, within, counts }: PlainTable,
): CountedTable {
  const among = cases.filter((each) => {
    if (!each.counts[population]) return false;
    return within === undefined || plainCase(codebook, each).holds(within) === true;
  });
  const of = { id, label, population, ...(within ? { within } : {}) };
  if (counts.kind === "cases") return { ...of, kind: "cases", cases: among.length };
  const variable = mustFind(codebook.variables, counts.variable);
  const told = among.map((each) => tell(codebook, each, variable));
  const chain = chainOf(told);
  const about = { ...of, variable: variable.id };
  switch (counts.kind) {
    case "options":
      return { ...about, kind: "options", chain, options: optionsOf(variable, told) };
    case "share": {
      const base = told.filter(({ step }) => step >= (counts.base === "valid" ? 4 : 3));
      const hits = base.filter(({ codes }) => codes.some((code) => counts.codes.includes(code)));
      const [numerator, denominator] = [hits.length, base.length];
      const share = ratio(numerator, denominator);
      return { ...about, kind: "share", codes: counts.codes, chain, numerator, denominator, share };
    }
    case "mean": {
      const base = told.filter(({ step }) => step >= (counts.base === "valid" ? 4 : 3));
      let total = 0;
      for (const { step, codes } of base) if (step === 4) total += codes.length;
      const denominator = base.length;
      return {
        ...about,
        kind: "mean",
        chain,
        total,
        denominator,
        mean: ratio(total, denominator),
      };
    }
    case "crossing": {
      const other = mustFind(codebook.variables, counts.by);
      const beside = among.map((each) => tell(codebook, each, other));
      const listed = listedCodes(variable, told);
      const columnOf = (code: number | null, label: string | null) => {
        const inColumn = told.filter((_, at) => {
          const codes = beside[at]?.codes ?? [];
          return code === null ? codes.length === 0 : codes.includes(code);
        });
        const options = listed.map((each) => optionOf(each, inColumn));
        return { code, label, chain: chainOf(inColumn), options };
      };
      const columns = [
        ...listedCodes(other, beside).map(({ code, label }) => columnOf(code, label)),
        columnOf(null, null),
      ];
      return { ...about, kind: "crossing", by: other.id, chain, columns };
    }
  }
}

function tell(codebook: PlainCodebook, delivered: PlainCase, variable: PlainVariable): Told {
  const asked = plainCase(codebook, delivered);
  if (asked.isAsked(variable) !== true) return { step: 0, codes: [] };
  const { codes, isStored } = asked.said(variable);
  if (!isStored) return { step: delivered.begun.includes(variable.phase) ? 2 : 1, codes: [] };
  const [first] = codes;
  if (first !== undefined && first >= 97) return { step: first === 98 ? 2 : 3, codes: [first] };
  const options = optionLabels(variable);
  // A day or a number has no options: it is there, and that is all.
  if (options.length === 0) return { step: 4, codes: [] };
  const known = codes.filter((code) => options.some((option) => option.code === code));
  return { step: known.length > 0 ? 4 : 3, codes: known };
}

function chainOf(told: readonly Told[]): Chain {
  const reached = (least: number) => told.filter(({ step }) => step >= least).length;
  return { eligible: reached(1), asked: reached(2), answered: reached(3), valid: reached(4) };
}

function optionsOf(variable: PlainVariable, told: readonly Told[]): readonly Option[] {
  const { answered } = chainOf(told);
  return listedCodes(variable, told).map((each) => {
    const option = optionOf(each, told);
    // «No information» is no answer, so it has no share of those who answered.
    return { ...option, share: each.code === 98 ? null : ratio(option.count, answered) };
  });
}

function optionOf({ code, label }: { code: number; label: string }, told: readonly Told[]): Option {
  return { code, label, count: told.filter(({ codes }) => codes.includes(code)).length };
}

/** Options or bands of age, missing codes, and those of 97, 98 and 99 that were seen besides. */
function listedCodes(variable: PlainVariable, told: readonly Told[]) {
  const missing = (variable.missing ?? []).map(({ code, label }) => ({ code, label: label.sv }));
  const listed = [...optionLabels(variable), ...missing];
  const besides = [
    { code: 97, label: "Ej tillämpligt" },
    { code: 98, label: "Uppgift saknas" },
    { code: 99, label: "Vet ej" },
  ].filter(
    ({ code }) =>
      !missing.some((each) => each.code === code) && told.some(({ codes }) => codes.includes(code)),
  );
  return [...listed, ...besides];
}

function optionLabels({ options = [], ageBandCuts }: PlainVariable) {
  if (!ageBandCuts) return options.map(({ code, label }) => ({ code, label: label.sv }));
  return [18, ...ageBandCuts].map((from, at) => {
    const next = ageBandCuts[at];
    return { code: at + 1, label: next === undefined ? `${from}+` : `${from}–${next - 1}` };
  });
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1e6 * part) / whole) / 1e6;
}
