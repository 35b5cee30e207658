import type { Codebook, Question } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { Language } from "#kernel";
import { notAnswered, optionLabel } from "../option-label.ts";
import { certaintyOf, certaintyOfSubgroup } from "../small-numbers.ts";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import type { Counted, FindingWords } from "../words/findings/told-findings.ts";
import { nounOf } from "../words/noun.ts";
import { filterInWords, plainId } from "./chosen-cases.ts";
import { timesOf } from "./times.ts";

export type Telling = {
  readonly codebook: Codebook;
  readonly language: Language;
  /** What the cases were chosen by stands above all that is told: it is not said again with each. */
  readonly isChoiceSaid?: boolean;
};

export type Specification = InternalTable["specification"];
export type Measure = Specification["measure"];

/** What a table is about, and how it is spoken of. */
export type About = Telling & {
  readonly words: FindingWords;
  /** What is counted, without the cases it is counted among. */
  readonly label: string;
  readonly title: string;
  readonly counted: Counted;
  readonly question: Question | null;
  /** Only a part of the cases: nothing of it is sure under a hundred. */
  readonly isSubgroup: boolean;
};

/** `codes`: what is counted of the question, where not all its answers are. */
export function aboutOf(
  specification: Specification,
  telling: Telling,
  of: {
    readonly variable: string | null;
    /** The repeat group whose rows are counted. */
    readonly group?: string | undefined;
    readonly codes?: readonly number[];
    readonly kind: Counted["kind"];
  },
): About {
  const { codebook, language } = telling;
  const words = findingWordsOf(language);
  const indicator = codebook.indicators.find(({ id }) => id === plainId(specification.id));
  const found = of.variable === null ? null : questionOf(codebook, of.variable, of.group);
  const label = indicator?.label[language] ?? labelOf(found?.question ?? null, of.codes, telling);
  const { population, subgroup, period } = specification;
  const noun = codebook.subgroups.find(({ id }) => id === subgroup)?.noun[language];
  const filter = filterInWords(specification, telling);
  const [first, last] = period ? timesOf(period) : [];
  const isSaid = telling.isChoiceSaid ?? false;
  const among = [
    ...(noun && !isSaid ? [noun] : []),
    ...(filter ? [filter] : []),
    ...(first && last && !isSaid ? [words.messages.period(first, last, population)] : []),
  ];
  return {
    ...telling,
    words,
    label,
    title: words.messages.title(label, among),
    counted: {
      noun: found?.noun ?? (codebook.counts === "meetings" ? "meeting" : "case"),
      population,
      kind: of.kind,
    },
    question: found?.question ?? null,
    isSubgroup: subgroup !== undefined || filter !== null,
  };
}

function labelOf(
  question: Question | null,
  codes: readonly number[] | undefined,
  { language }: Telling,
): string {
  if (!question) return "";
  const label = question.label[language];
  if (!codes) return label;
  const answers = codes.map((code) => optionLabel(question, code)[language]);
  const told = findingWordsOf(language).messages.answers(answers);
  return /[.?!]$/.test(label) ? `${label} ${told}` : `${label}: ${told}`;
}

/** A variable, or a field of a repeat group: then its rows are counted. */
export function questionOf(
  codebook: Codebook,
  id: string,
  group?: string,
): { readonly question: Question; readonly noun: Counted["noun"] } {
  const { variables, groups } = codebook;
  const variable = group === undefined ? variables.find((each) => each.id === id) : undefined;
  if (variable) return { question: variable, noun: nounOf(codebook, variable) };
  const field = groups.find((each) => each.id === group)?.fields.find((each) => each.id === id);
  if (!field) throw new Error(`the codebook has no ${id}`);
  return { question: field, noun: "item" };
}

export function certaintyIn({ isSubgroup }: About, total: number): ReturnType<typeof certaintyOf> {
  return isSubgroup ? certaintyOfSubgroup(total) : certaintyOf(total);
}

/** What «do not know» and its like are called in this question. */
export function unknownLabels({ question, language }: About): readonly string[] {
  const missing = question?.missing.filter(({ code }) => code !== notAnswered) ?? [];
  return missing.map(({ label }) => label[language]);
}
