import type { AnswerValue, MissingCode, Question } from "#codebook";

type Choosing = {
  readonly type: Question["type"];
  readonly options: readonly { readonly code: number; readonly exclusive?: boolean | undefined }[];
};

/** What picking an option makes of the answer: a single choice is replaced, a multiple one toggled. */
export function pickOption(
  { type, options }: Choosing,
  current: AnswerValue | undefined,
  code: number,
): AnswerValue | null {
  if (type === "single") return { kind: "codes", codes: [code] };
  const chosen = current?.kind === "codes" ? current.codes : [];
  if (chosen.includes(code)) return ofCodes(chosen.filter((each) => each !== code));
  const exclusive = options.filter((option) => option.exclusive).map((option) => option.code);
  if (exclusive.includes(code)) return ofCodes([code]);
  // An option picked beside «ingen» means that «ingen» no longer holds.
  const kept = [...chosen, code].filter((each) => !exclusive.includes(each));
  return ofCodes(options.map((option) => option.code).filter((each) => kept.includes(each)));
}

/** A missing code stands alone; picked again where it can be unticked, it is taken back. */
export function pickMissing(
  { type }: Pick<Question, "type">,
  current: AnswerValue | undefined,
  code: MissingCode,
): AnswerValue | null {
  const isSame = current?.kind === "missing" && current.code === code;
  return isSame && type !== "single" ? null : { kind: "missing", code };
}

/** The last option taken away leaves no answer, which is not the same as an empty one. */
function ofCodes(codes: readonly number[]): AnswerValue | null {
  return codes.length === 0 ? null : { kind: "codes", codes };
}
