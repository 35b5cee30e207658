import type { Codebook, Question, Variable } from "#codebook";
import type { SafeCounts, SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import { countsBeside } from "../nation/counts-beside.ts";
import { mergedLabel } from "../nation/merged-label.ts";
import { notAnswered } from "../option-label.ts";
import type { Counted } from "../words/findings/told-findings.ts";
import { nounOf } from "../words/noun.ts";

/** A group of cases that a frozen set is told of. */
export type GroupOfSet = { readonly id: string; readonly label: string };

export type GroupedSet = { readonly tables: readonly SafeTable[]; readonly codebook: Codebook };

/** One answer, or the one share, in each group; `null`: may not be shown. */
type Line = {
  readonly label: string;
  readonly isMissing: boolean;
  /** 98 is none: it stands outside the whole. */
  readonly isAnswer: boolean;
  readonly parts: readonly (number | null)[];
};

export type ToldGroups = {
  readonly id: string;
  readonly label: string;
  readonly question: Question;
  readonly by: string;
  readonly groups: readonly GroupOfSet[];
  readonly lines: readonly Line[];
  /** What each group's parts are of. */
  readonly wholes: readonly (number | null)[];
  readonly eligible: readonly (number | null)[];
  readonly kind: "share" | "mean" | "frequencies";
  readonly counted: Counted;
  readonly reconstructed: boolean;
  readonly language: Language;
};

/** What protected tables tell of each group; what they do not is `null`. */
export function toldGroups(
  { tables, codebook }: GroupedSet,
  show: string,
  by: string,
  groups: readonly GroupOfSet[],
  language: Language,
): ToldGroups {
  const indicator = codebook.indicators.find(({ id }) => id === show);
  const variable = codebook.variables.find(({ id }) => id === (indicator?.variable ?? show));
  const dividing = codebook.variables.find(({ id }) => id === by);
  if (!variable || !dividing) throw new Error(`the codebook has no ${show} by ${by}`);
  const found = groups.map(({ id }) =>
    tables.find(({ specification, by: slice }) => specification.id === `${id}:${show}` && !slice),
  );
  const counts = found.map((table) => table?.counts);
  const isMean = indicator?.measure.kind === "mean-distinct";
  const label = (indicator ?? variable).label[language];
  const population = found.find(Boolean)?.specification.population ?? "started";
  const kind = indicator ? indicator.base : "answered";
  return {
    id: show,
    label,
    question: variable,
    by: dividing.label[language],
    groups,
    lines: indicator
      ? [{ label, isMissing: false, isAnswer: true, parts: counts.map(partOf) }]
      : answerLines(variable, counts, language),
    wholes: counts.map((each) => wholeOf(each, kind)),
    eligible: counts.map((each) => (each && each.kind !== "cases" ? each.base.eligible : null)),
    kind: isMean ? "mean" : indicator ? "share" : "frequencies",
    counted: { noun: nounOf(codebook, variable), population, kind },
    reconstructed: (indicator ?? variable).provenance.status === "reconstructed",
    language,
  };
}

function partOf(counts: SafeCounts | undefined): number | null {
  if (counts?.kind === "share") return counts.numerator;
  return counts?.kind === "mean-distinct" ? counts.total : null;
}

function wholeOf(counts: SafeCounts | undefined, kind: "answered" | "valid"): number | null {
  if (!counts || counts.kind === "cases") return null;
  return counts.kind === "frequencies" ? counts.base[kind] : counts.denominator;
}

type Frequencies = Extract<SafeCounts, { readonly kind: "frequencies" }>;

function answerLines(
  variable: Variable,
  counts: readonly (SafeCounts | undefined)[],
  language: Language,
): readonly Line[] {
  const told = counts.map((each): Frequencies["rows"] =>
    each?.kind === "frequencies" ? each.rows : [],
  );
  const isMissing = new Set(
    told.flatMap((rows) => rows.filter((row) => row.isMissing).flatMap(({ codes }) => codes)),
  );
  const blocks = commonGroups(told.flatMap((rows) => rows.map(({ codes }) => codes)));
  const rows = blocks
    .toSorted(([one = 0], [other = 0]) => one - other)
    .map((codes) => ({
      codes,
      isMissing: codes.some((code) => isMissing.has(code)),
      count: null,
      interval: null,
    }));
  const isSeveral = variable.type === "multiple";
  const beside = told.map((own) => (own.length === 0 ? [] : countsBeside(rows, own, isSeveral)));
  return rows.map(({ codes, isMissing: isUnknown }, index) => ({
    label: mergedLabel(variable, codes)[language],
    isMissing: isUnknown,
    isAnswer: !codes.includes(notAnswered),
    parts: beside.map((each) => each[index] ?? null),
  }));
}

/** The finest groups of codes that no merged row cuts through. */
function commonGroups(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return rows.reduce<readonly (readonly number[])[]>((groups, row) => {
    const met = groups.filter((group) => group.some((code) => row.includes(code)));
    const apart = groups.filter((group) => !met.includes(group));
    return [...apart, [...new Set([...met.flat(), ...row])].sort((one, other) => one - other)];
  }, []);
}
