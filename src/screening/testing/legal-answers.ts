import type { Answers, AnswerValue } from "#codebook";

/**
 * Every way in which a meeting can be noted, written from what the questions say and not from the code:
 * asked or not; why not, any reasons; what was answered; what was done where there is violence; sex and
 * age or nothing. «Inte noterat» is an answer to each, as on a paper form.
 */
export function legalAnswers(): readonly Answers[] {
  const whyNot = [...setsOf([1, 2, 3, 4, 5, 6, 7]), missing];
  const whatWasDone = [...setsOf([1, 2, 3, 4]), one(5), missing];
  const exposed = [1, 2].flatMap((answer) =>
    whatWasDone.map((done) => ({ F06: one(answer), F09: done })),
  );
  const others = [one(3), one(4), missing].map((answer) => ({ F06: answer }));
  const meetings: readonly Answers[] = [
    { F04: missing },
    ...whyNot.map((why) => ({ F04: one(2), F05: why })),
    ...[...exposed, ...others].map((rest) => ({ F04: one(1), ...rest })),
  ];
  const sexes: readonly Answers[] = [
    {},
    ...[one(1), one(2), one(3), missing].map((F07) => ({ F07 })),
  ];
  const ages: readonly Answers[] = [
    {},
    ...[one(1), one(2), one(3), one(4), missing].map((F08) => ({ F08 })),
  ];
  return meetings.flatMap((meeting) =>
    sexes.flatMap((sex) => ages.map((age) => ({ ...meeting, ...sex, ...age }))),
  );
}

const missing: AnswerValue = { kind: "missing", code: 98 };

function one(code: number): AnswerValue {
  return { kind: "codes", codes: [code] };
}

/** Every set of at least one of them. */
function setsOf(codes: readonly number[]): readonly AnswerValue[] {
  return Array.from({ length: 2 ** codes.length - 1 }, (_, index) => ({
    kind: "codes",
    codes: codes.filter((_, bit) => ((index + 1) >> bit) % 2 === 1),
  }));
}
