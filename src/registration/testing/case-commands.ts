import fc from "fast-check";
import type { AnswerValue, PhaseId } from "#codebook";
import type { AccountId } from "#kernel";
import { registeredPhases } from "../complete-phase.ts";
import { anna, codes, day, firstRow, number, samir, secondRow } from "./one-case.ts";

/** What a person can do to a case. A place is a variable, or `<row>.<field>`. */
export type Command =
  | { readonly kind: "answer"; readonly place: string; readonly value: AnswerValue | null }
  | { readonly kind: "add"; readonly row: string; readonly group: string; readonly phase: PhaseId }
  | { readonly kind: "remove"; readonly row: string }
  | { readonly kind: "complete"; readonly phase: PhaseId }
  | { readonly kind: "reopen"; readonly phase: PhaseId | "case" }
  | { readonly kind: "start"; readonly on: string }
  | { readonly kind: "survey"; readonly on: string };

/** One of two people acts: upon the case as it is, or as her screen showed it when she last looked. */
export type Step = {
  readonly by: AccountId;
  readonly command: Command | { readonly kind: "look" };
  readonly seesCaseAsItIs: boolean;
};

const missing: AnswerValue = { kind: "missing", code: 99 };
const choice = [codes(1), codes(2), missing, null];
const valuesAt: { readonly [name: string]: readonly (AnswerValue | null)[] } = {
  sex: choice,
  birthYear: [number(1988), number(1960), missing, null],
  children: choice,
  childrenSaw: choice,
  violence: [codes(1, 2), codes(3), codes(9), missing, null],
  reported: choice,
  reportedOn: [day("2026-03-01"), day("2026-05-01"), null],
  given: choice,
  goal: choice,
  method: choice,
  level: [codes(1), codes(2), codes(3), null],
  kind: choice,
  from: [day("2026-03-10"), day("2026-03-11"), null],
  until: [day("2026-04-01"), day("2026-05-01"), null],
};
const rowFields = ["method", "level", "kind", "from", "until"];
const row = fc.constantFrom<string>(firstRow, secondRow, "c".repeat(32));

const answer = fc
  .record({ name: fc.constantFrom(...Object.keys(valuesAt)), row, pick: fc.nat(10) })
  .map(({ name, row, pick }): Command => {
    const values = valuesAt[name] ?? [];
    const place = rowFields.includes(name) ? `${row}.${name}` : name;
    return { kind: "answer", place, value: values[pick % values.length] ?? null };
  });
const add = fc
  .record({
    row,
    where: fc.constantFrom(
      { group: "risk", phase: "before" } as const,
      { group: "risk", phase: "after" } as const,
      { group: "intervention", phase: "during" } as const,
    ),
  })
  .map(({ row, where }): Command => ({ kind: "add", row, ...where }));
const remove = row.map((row): Command => ({ kind: "remove", row }));
const complete = fc
  .constantFrom(...registeredPhases)
  .map((phase): Command => ({ kind: "complete", phase }));
const reopen = fc
  .constantFrom<PhaseId | "case">(...registeredPhases, "case")
  .map((phase): Command => ({ kind: "reopen", phase }));
const correctStart = fc
  .constantFrom("2026-03-02", "2026-02-20")
  .map((on): Command => ({ kind: "start", on }));
const settleSurvey = fc
  .constantFrom("2026-05-04", "2026-05-05")
  .map((on): Command => ({ kind: "survey", on }));

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(anna, samir),
  command: fc.oneof(
    { weight: 24, arbitrary: answer },
    { weight: 4, arbitrary: add },
    { weight: 1, arbitrary: remove },
    { weight: 8, arbitrary: complete },
    { weight: 4, arbitrary: reopen },
    { weight: 1, arbitrary: correctStart },
    { weight: 1, arbitrary: settleSurvey },
    { weight: 2, arbitrary: fc.constant({ kind: "look" } as const) },
  ),
  seesCaseAsItIs: fc.boolean(),
});

/** Everything answered, so that closing is within reach: chance alone hardly ever gets there. */
const allAnswered: readonly Step[] = (
  [
    { kind: "answer", place: "sex", value: codes(1) },
    { kind: "answer", place: "birthYear", value: number(1988) },
    { kind: "answer", place: "children", value: codes(2) },
    { kind: "answer", place: "childrenSaw", value: codes(1) },
    { kind: "answer", place: "violence", value: codes(1, 2) },
    { kind: "add", row: firstRow, group: "risk", phase: "before" },
    { kind: "answer", place: `${firstRow}.method`, value: codes(1) },
    { kind: "answer", place: `${firstRow}.level`, value: codes(2) },
    { kind: "answer", place: "given", value: codes(1) },
    { kind: "add", row: secondRow, group: "intervention", phase: "during" },
    { kind: "answer", place: `${secondRow}.kind`, value: codes(1) },
    { kind: "answer", place: `${secondRow}.from`, value: day("2026-03-10") },
    { kind: "answer", place: "goal", value: codes(1) },
  ] as const
).map((command) => ({ by: anna, command, seesCaseAsItIs: true }));

/** The same, but the goal is said to be attained without any support: a contradiction. */
const contradicting: readonly Step[] = allAnswered.flatMap((step): Step[] => {
  if (step.command.kind === "look") return [];
  if (JSON.stringify(step.command).includes(secondRow)) return [];
  const isGiven = step.command.kind === "answer" && step.command.place === "given";
  return [isGiven ? { ...step, command: { ...step.command, value: codes(2) } } : step];
});

export const anyHistory: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.constantFrom<readonly Step[]>([], allAnswered, allAnswered, contradicting),
    fc.array(step, { maxLength: 80 }),
  )
  .map(([beginning, steps]) => [...beginning, ...steps]);
