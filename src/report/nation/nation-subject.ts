import type { Codebook, Condition, Indicator, Question, Subgroup, Variable } from "#codebook";
import type { SafeChain, SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { FigureBeside } from "../figure.ts";
import { notAnswered, optionLabel } from "../option-label.ts";
import type { Subject } from "../subject.ts";
import { nounOf } from "../words/noun.ts";
import type { Both, NationBase } from "../words/told-nation.ts";
import { nationWordsOf } from "../words/words-of.ts";

/** What a published figure is about. */
export type NationSubject = Subject<"safe"> & {
  readonly base: NationBase;
  /** The question that is counted. */
  readonly question: Question;
  /** Which cases it concerns, as sentences; none where it concerns all. */
  readonly among: readonly string[];
};

export function nationSubject(
  { specification }: SafeTable,
  told: Indicator | Variable,
  variable: Variable,
  subgroup: Subgroup | null,
  codebook: Codebook,
  language: Language,
  place: string | null = null,
): NationSubject {
  const { population } = specification;
  const noun = nounOf(codebook, variable);
  const kind = place !== null ? "valid" : "base" in told ? told.base : "answered";
  const isClosed = population === "closed";
  const base = { noun, kind, isClosed, subgroup: subgroup?.noun[language] ?? null, place } as const;
  const within = "within" in told ? [told.within, variable.condition] : [variable.condition];
  const among = within.flatMap((condition) => amongOf(condition, base, codebook, language));
  return {
    lane: "safe",
    id: specification.id,
    label: told.label,
    population,
    reconstructed: told.provenance.status === "reconstructed",
    base,
    language,
    question: variable,
    among: [...new Set(among)],
  };
}

/** Conditions on one answer can be said in a sentence; the chain tells of the others. */
function amongOf(
  condition: Condition | undefined,
  base: NationBase,
  codebook: Codebook,
  language: Language,
): readonly string[] {
  if (!condition || !("answer" in condition)) return [];
  const asked = codebook.variables.find(({ id }) => id === condition.answer);
  if (!asked) return [];
  const answers = condition.in.map((code) => optionLabel(asked, code)[language]);
  return [nationWordsOf(language).among(asked.label[language], answers, base)];
}

/** What belongs to the sentence besides the finding. */
export function remarksOf(
  { base, question, among, language }: NationSubject,
  { answered, valid }: SafeChain,
  kind: "share" | "frequencies",
): readonly string[] {
  if (answered === 0) return [];
  const missing = question.missing.filter(({ code }) => code !== notAnswered);
  const isCounted = base.kind === "answered" && missing.length > 0 && answered !== valid;
  const names = missing.map(({ label }) => label[language]);
  return isCounted ? [...among, nationWordsOf(language).counted(names, kind)] : among;
}

/** Both numbers, where both are shown. */
export function bothOf(part: number | null, whole: number | null): Both | null {
  return part === null || whole === null ? null : { part, whole };
}

export function besideLabel({ base }: NationSubject): FigureBeside["label"] {
  return { sv: nationWordsOf("sv").all(base), en: nationWordsOf("en").all(base) };
}
