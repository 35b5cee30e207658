import type { Variable } from "#codebook";
import type { SurveyLanguage } from "#survey";

/** The keys that the same answers have where the paper is keyed in. */
const keys = "123456789abcdef";

export function keyOf(position: number): string {
  return keys[position] ?? "";
}

/**
 * A screen leaves out what is not asked; a paper has to say so. Where it rests on another of the client's
 * own answers, on which; else that it is not for everybody, since the paper knows nothing of the case.
 * @param asked in the order of the paper.
 */
export function whenAsked(
  { condition }: Variable,
  asked: readonly Variable[],
  { tag, words }: SurveyLanguage,
): string | undefined {
  if (!condition) return undefined;
  const { onlyIf, notForAll } = words.paper;
  if (!("answer" in condition)) return notForAll;
  const index = asked.findIndex(({ id }) => id === condition.answer);
  const chosen = (asked[index]?.options ?? []).flatMap(({ code }, position) =>
    condition.in.includes(code) ? [keyOf(position)] : [],
  );
  if (chosen.length === 0) return notForAll;
  const options = new Intl.ListFormat(tag, { type: "disjunction" }).format(chosen);
  return onlyIf.replace("{options}", options).replace("{number}", String(index + 1));
}
