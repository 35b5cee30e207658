import type { AnswerValue } from "./answer.ts";
import type { MissingCode } from "./codebook.ts";
import type { Truth } from "./truth.ts";

/** `pending`: the condition rests on a question that is not answered yet. */
export type AskState = "asked" | "not-asked" | "pending";

/** One question as conditions see it. */
export type Seen = {
  readonly state: AskState;
  /** Option codes and missing codes; none for numbers and dates, which no condition can match. */
  readonly codes: readonly number[];
  /** `false`: further answers could still add codes. */
  readonly settled: boolean;
  readonly value: AnswerValue | undefined;
};

const missingSeen: { readonly [code in MissingCode]: Seen } = {
  97: seenMissing(97),
  98: seenMissing(98),
  99: seenMissing(99),
};

/** Whatever was answered before the question was hidden, it counts as «not applicable». */
export const hiddenSeen: Seen = { ...missingSeen[97], state: "not-asked" };
export const pendingSeen: Seen = {
  state: "pending",
  codes: [],
  settled: false,
  value: undefined,
};
export const unansweredSeen: Seen = { ...pendingSeen, state: "asked" };

export function seenAnswer(value: AnswerValue | undefined): Seen {
  if (value === undefined) return unansweredSeen;
  if (value.kind === "missing") return missingSeen[value.code];
  const codes = value.kind === "codes" ? value.codes : [];
  return { state: "asked", codes, settled: true, value };
}

/** Whether some code of the answer is among these; unknown while a further answer could make it so. */
export function holdsOneOf(seen: Seen, isWanted: readonly boolean[]): Truth {
  for (const code of seen.codes) if (isWanted[code]) return true;
  return seen.settled ? false : undefined;
}

export function stateFrom(truth: Truth): AskState {
  return truth === undefined ? "pending" : truth ? "asked" : "not-asked";
}

function seenMissing(code: MissingCode): Seen {
  return { state: "asked", codes: [code], settled: true, value: { kind: "missing", code } };
}
