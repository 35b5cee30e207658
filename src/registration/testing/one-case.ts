import type { AnswerAddress, AnswerValue, PhaseId } from "#codebook";
import {
  type AccountId,
  accountId,
  caseId,
  type Instant,
  instant,
  isoDate,
  itemId,
  municipalityCode,
  type ProblemCode,
  unitId,
} from "#kernel";
import { decideAnswer } from "../answer-question.ts";
import { applyRevision, type CaseIdentity, openRecord } from "../apply-revision.ts";
import type { CaseRecord } from "../case-record.ts";
import type { Revision } from "../change.ts";
import { decideCompletePhase } from "../complete-phase.ts";
import type { Deciding, Decision } from "../decision.ts";
import { decideReaders } from "../name-readers.ts";
import { decideAddItem } from "../repeat-item.ts";
import { decideStart } from "../start-case.ts";
import { decideVoid } from "../void-case.ts";
import { smallCodebook } from "./small-codebook.ts";

export const anna = accountId("anna");
export const samir = accountId("samir");
/** Manages the unit. */
export const chief = accountId("chief");
export const otherUnit = unitId("skyddat-boende");
export const firstRow = itemId("a".repeat(32));
export const secondRow = itemId("b".repeat(32));

/** The case of these tests starts on 2 March 2026, and «today» is 1 June. */
export const startedOn = isoDate("2026-03-02");

export const identity: CaseIdentity = {
  municipality: municipalityCode("9001"),
  id: caseId("c".repeat(32)),
  code: "M-7F3K-2",
  unit: unitId("familjefrid"),
  codebook: smallCodebook.id,
};

/** Minutes after noon on 1 June 2026. */
export function minute(minutes: number): Instant {
  return instant(`2026-06-01T12:${String(minutes).padStart(2, "0")}:00.000Z`);
}

export function by(account = anna, reason?: string): Deciding {
  const deciding = { by: account, at: minute(0) };
  return reason === undefined ? deciding : { ...deciding, reason };
}

export function startRevision(): Revision {
  const decision = decideStart({ startedOn, assignee: anna }, by());
  if (decision.kind === "refused") throw new Error("the case of the tests could not start");
  return decision.value;
}

export function startedCase(): CaseRecord {
  return openRecord(identity, startRevision());
}

export function voided(record: CaseRecord): CaseRecord {
  return after(record, decideVoid(record, by(chief, "Registrerat två gånger.")));
}

export function restrictedTo(record: CaseRecord, ...readers: readonly AccountId[]): CaseRecord {
  const naming = { readers, seen: record.readers, managers: [chief] };
  return after(record, decideReaders(record, naming, by(chief)));
}

/** The case after the decision. @throws where it was refused. */
export function after(record: CaseRecord, decision: Decision): CaseRecord {
  if (decision.kind === "refused") {
    throw new Error(`refused: ${JSON.stringify(decision.problems)}`);
  }
  return decision.value.changes.length === 0 ? record : applyRevision(record, decision.value);
}

/** The codes of the problems; `[]` for a decision that was taken. */
export function refusals(decision: {
  readonly kind: string;
  readonly problems?: readonly { readonly code: ProblemCode; readonly at?: string }[];
}): readonly string[] {
  return (decision.problems ?? []).map(({ code, at }) =>
    at === undefined ? code : `${code} ${at}`,
  );
}

export function codes(...chosen: readonly number[]): AnswerValue {
  return { kind: "codes", codes: chosen };
}

export function number(value: number): AnswerValue {
  return { kind: "number", number: value };
}

export function day(text: string): AnswerValue {
  return { kind: "date", date: isoDate(text) };
}

/** An answer by somebody who sees the case as it is. */
export function answering(
  record: CaseRecord,
  address: AnswerAddress,
  value: AnswerValue | null,
  deciding = by(),
): Decision {
  const key = address.item === undefined ? address.variable : `${address.item}.${address.variable}`;
  const basedOn = record.marks[key]?.revision ?? 0;
  return decideAnswer(record, smallCodebook, { address, value, basedOn }, deciding);
}

export function answered(
  record: CaseRecord,
  answers: { readonly [variable: string]: AnswerValue | null },
  item?: AnswerAddress["item"],
): CaseRecord {
  return Object.entries(answers).reduce((so, [variable, value]) => {
    const address = item === undefined ? { variable } : { variable, item };
    return after(so, answering(so, address, value));
  }, record);
}

export function withRow(
  record: CaseRecord,
  group: string,
  phase: PhaseId,
  id = firstRow,
): CaseRecord {
  return after(record, decideAddItem(record, smallCodebook, { group, phase, id }, by()));
}

export function completed(record: CaseRecord, phase: PhaseId): CaseRecord {
  return after(record, decideCompletePhase(record, smallCodebook, { phase }, by()));
}

export function closed(record: CaseRecord, on = "2026-05-20"): CaseRecord {
  const command = { phase: "after", closedOn: isoDate(on) } as const;
  return after(record, decideCompletePhase(record, smallCodebook, command, by()));
}

/** Everything answered; no phase is completed yet. */
export function fullyAnswered(): CaseRecord {
  const background = answered(startedCase(), {
    sex: codes(1),
    birthYear: number(1988),
    children: codes(2),
  });
  const before = answered(background, { childrenSaw: codes(1), violence: codes(1, 2) });
  const assessed = answered(
    withRow(before, "risk", "before"),
    { method: codes(1), level: codes(2) },
    firstRow,
  );
  const during = withRow(
    answered(assessed, { given: codes(1) }),
    "intervention",
    "during",
    secondRow,
  );
  const supported = answered(during, { kind: codes(1), from: day("2026-03-10") }, secondRow);
  return answered(supported, { goal: codes(1) });
}
