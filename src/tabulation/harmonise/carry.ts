import {
  type AnswerValue,
  type CarriedOver,
  type Codebook,
  carriedOver,
  type Question,
} from "#codebook";

/** What became of one question between an earlier codebook and the newest. */
export type Carry =
  /** Not asked under the earlier one. */
  | { readonly kind: "absent" }
  /** Asked there as another question: as the newest asks it, never asked. What was meant cannot be told. */
  | { readonly kind: "incomparable" }
  | {
      readonly kind: "asked";
      /** Its id under the earlier one: a variable, or a field of the same group. */
      readonly from: string;
      /** The answer in the newest's codes; without a counterpart no codes, which is answered and in no row. */
      readonly answer: (value: AnswerValue) => AnswerValue;
      /** A delivered band of age in the newest's bands; `undefined`: what was delivered is incomparable. */
      readonly band: ((code: number) => number) | undefined;
      /** Earlier codes that are counted as one of these. */
      readonly codesBefore: (codes: readonly number[]) => readonly number[];
      /** Earlier codes without a counterpart: which of the newest was meant cannot be told. */
      readonly codesUntold: readonly number[];
    };

export const absent: Carry = { kind: "absent" };
const incomparable: Carry = { kind: "incomparable" };
/** No band has this code: it is answered and in no row. */
const noBand = 0;
const uncounted: AnswerValue = { kind: "codes", codes: [] };

export function carries(newest: Codebook, earlier: Codebook): ReadonlyMap<Question, Carry> {
  const found = new Map<Question, Carry>();
  for (const variable of newest.variables) {
    found.set(variable, carryOf(newest, earlier, variable, undefined));
  }
  for (const { id, fields } of newest.groups) {
    for (const field of fields) found.set(field, carryOf(newest, earlier, field, id));
  }
  return found;
}

function carryOf(
  newest: Codebook,
  earlier: Codebook,
  { id, type }: Question,
  group: string | undefined,
): Carry {
  const answered = carriedOver(newest, earlier, { id, group }, "as-answered");
  const delivered = carriedOver(newest, earlier, { id, group }, "as-delivered");
  if (answered.kind === "absent") return absent;
  // What stood in a row and stands in the case now, or the reverse, is of these too.
  if (answered.kind === "incomparable") return incomparable;
  return {
    kind: "asked",
    from: answered.from.id,
    answer: (value) => carriedAnswer(answered, value, type),
    band: isCarried(delivered) ? (code) => carriedBand(delivered, code) : undefined,
    codesBefore: (codes) => codesBefore(answered, codes),
    codesUntold: codesUntold(answered, earlier),
  };
}

type Carried = CarriedOver & { readonly kind: "same" | "recoded" };

function isCarried(carried: CarriedOver): carried is Carried {
  return carried.kind === "same" || carried.kind === "recoded";
}

/** Missing codes mean the same under every codebook. */
function carriedAnswer(carried: Carried, value: AnswerValue, type: Question["type"]): AnswerValue {
  if (value.kind === "missing" || carried.kind === "same") return value;
  if (value.kind !== "codes") return uncounted;
  const codes = value.codes.flatMap((code) => carried.codes.get(code) ?? []);
  return { kind: "codes", codes: type === "multiple" ? [...new Set(codes)] : codes };
}

function carriedBand(carried: Carried, code: number): number {
  return carried.kind === "same" ? code : (carried.codes.get(code) ?? noBand);
}

function codesUntold(carried: Carried, { variables, groups }: Codebook): readonly number[] {
  if (carried.kind === "same") return [];
  const { id, group } = carried.from;
  const questions: readonly Question[] =
    group === undefined ? variables : (groups.find((each) => each.id === group)?.fields ?? []);
  const options = questions.find((each) => each.id === id)?.options ?? [];
  return options.map(({ code }) => code).filter((code) => !carried.codes.has(code));
}

function codesBefore(carried: Carried, codes: readonly number[]): readonly number[] {
  if (carried.kind === "same") return codes;
  const missing = codes.filter((code) => code > highestOption);
  const earlier = [...carried.codes].filter(([, now]) => codes.includes(now));
  return [...earlier.map(([before]) => before), ...missing];
}

/** 97, 98 and 99 are the missing codes. */
const highestOption = 96;
