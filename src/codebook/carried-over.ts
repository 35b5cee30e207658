import { type AgeBand, ageBands } from "./age-bands.ts";
import type { Codebook, EarlierQuestion, Option, Question } from "./codebook.ts";
import { isSameWords } from "./same-words.ts";

/** A variable; with `group` a field of that repeat group. */
export type QuestionName = { readonly id: string; readonly group?: string | undefined };

/** What answers to a question under an earlier codebook are in a newer one. Missing codes always stay. */
export type CarriedOver =
  | { readonly kind: "same"; readonly from: QuestionName }
  | {
      readonly kind: "recoded";
      readonly from: QuestionName;
      /** By the earlier code; one that is not here has no counterpart. */
      readonly codes: ReadonlyMap<number, number>;
    }
  /** Asked of something else, or told in parts that cannot be put together again. */
  | { readonly kind: "incomparable"; readonly from: QuestionName }
  /** The earlier codebook did not ask it. */
  | { readonly kind: "absent" };

/** `as-answered`: birth years. `as-delivered`: bands of age, and no years. */
export type AsTold = "as-answered" | "as-delivered";

/**
 * Found by the concept, or by what `newest.earlier` says. Then by rule: a code stands for itself where
 * both say the same words, and a band of age for the band that holds it; bands are carried over all or
 * none, since half an age scale misleads. Nothing is composed: each earlier codebook is told of by itself.
 * @throws for a question that `newest` does not have.
 */
export function carriedOver(
  newest: Codebook,
  earlier: Codebook,
  name: QuestionName,
  asTold: AsTold,
): CarriedOver {
  const question = questionNamed(newest, name);
  if (!question) throw new Error(`${newest.id} has no «${name.id}»`);
  const said = saidOf(newest, earlier, question);
  const before = namedQuestions(earlier).find((each) =>
    said ? each.name === said.variable : each.question.concept === question.concept,
  );
  if (!before) return { kind: "absent" };
  const { id, group } = before;
  const from: QuestionName = group === undefined ? { id } : { id, group };
  const isOtherKind = before.group !== name.group || before.question.type !== question.type;
  if (isOtherKind || said?.meaning === "broken") return { kind: "incomparable", from };
  const codes =
    question.type === "integer"
      ? bandCodes(ageBands(before.question), ageBands(question), asTold)
      : optionCodes(before.question.options, question.options, said);
  return codes === "same" || codes === "incomparable"
    ? { kind: codes, from }
    : { kind: "recoded", from, codes };
}

type Codes = ReadonlyMap<number, number> | "same" | "incomparable";

export type NamedQuestion = QuestionName & {
  /** As `earlier` writes it. */
  readonly name: string;
  readonly question: Question;
};

export function namedQuestions(codebook: Codebook): readonly NamedQuestion[] {
  return [
    ...codebook.variables.map((question) => ({ id: question.id, name: question.id, question })),
    ...codebook.groups.flatMap(({ id: group, fields }) =>
      fields.map((question) => ({
        id: question.id,
        group,
        name: `${group}.${question.id}`,
        question,
      })),
    ),
  ];
}

function questionNamed({ variables, groups }: Codebook, name: QuestionName): Question | undefined {
  const fields = groups.find(({ id }) => id === name.group)?.fields ?? [];
  const list: readonly Question[] = name.group === undefined ? variables : fields;
  return list.find(({ id }) => id === name.id);
}

/** A local version is counted as the common codebook that it extends. */
function saidOf(
  newest: Codebook,
  earlier: Codebook,
  { concept }: Question,
): EarlierQuestion | undefined {
  const ids = [earlier.id, earlier.extends?.codebook];
  return newest.earlier?.find((said) => said.concept === concept && ids.includes(said.codebook));
}

function optionCodes(
  before: readonly Option[],
  now: readonly Option[],
  said: EarlierQuestion | undefined,
): Codes {
  const codes = new Map<number, number>();
  for (const option of before)
    if (now.some((each) => isSame(option, each))) codes.set(option.code, option.code);
  for (const { from, to } of said?.codes ?? []) for (const code of from) codes.set(code, to);
  const isAll =
    before.length === now.length && before.every(({ code }) => codes.get(code) === code);
  if (isAll) return "same";
  return codes.size === 0 ? "incomparable" : codes;
}

export function isSame(one: Option, other: Option): boolean {
  return one.code === other.code && isSameWords(one.label.sv, other.label.sv);
}

/** From the birth year any bands are made anew. */
function bandCodes(before: readonly AgeBand[], now: readonly AgeBand[], asTold: AsTold): Codes {
  const isAlike =
    before.length === now.length && before.every((band, at) => band.from === now[at]?.from);
  if (asTold === "as-answered" || isAlike) return "same";
  const codes = new Map<number, number>();
  for (const band of before) {
    const around = now.find((each) => holds(each, band));
    if (!around) return "incomparable";
    codes.set(band.code, around.code);
  }
  return codes.size === 0 ? "incomparable" : codes;
}

function holds(outer: AgeBand, inner: AgeBand): boolean {
  const last = ({ to }: AgeBand) => to ?? Number.POSITIVE_INFINITY;
  return outer.from <= inner.from && last(inner) <= last(outer);
}
