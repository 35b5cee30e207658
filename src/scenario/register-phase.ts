import { type AnswerAddress, addressKey, type Codebook, type PhaseId, questionAt } from "#codebook";
import { type IsoDate, itemId, randomId } from "#kernel";
import { decideAddItem, decideAnswer, decideCompletePhase, decideReopenPhase } from "#registration";
import type { Desk } from "./desk.ts";
import { overridesFor } from "./invented-reasons.ts";
import { latest, workdayFrom } from "./workday.ts";
import { answerOf, type Written, type WrittenCase } from "./written-case.ts";

/** What is known only when it has ended, and is filled in at a later sitting. */
const knownLater = "end";

/** The worker sits down with the case again, and reads it. */
export function resume(desk: Desk, day: IsoDate): void {
  desk.sit(day);
  desk.note("case.read");
}

/** `undefined` for a phase that nobody has begun. */
export function sittingDay(
  written: WrittenCase,
  codebook: Codebook,
  phase: PhaseId,
): IsoDate | undefined {
  const rows = written.rows.filter((row) => row.phase === phase);
  const answers = answersOf(written, codebook, phase);
  const isBegun = rows.length + answers.length > 0 || written.completed.includes(phase);
  if (!isBegun) return undefined;
  const values = [...answers.map(([, value]) => value), ...rows.flatMap(promptValues)];
  const dates = values.filter((value) => typeof value === "string") as IsoDate[];
  const closing = phase === "after" ? written.closedOn : undefined;
  return workdayFrom(latest(written.startedOn, written.satOn?.[phase], closing, ...dates));
}

function promptValues({ fields }: WrittenCase["rows"][number]): readonly Written[] {
  return Object.entries(fields)
    .filter(([field]) => field !== knownLater)
    .map(([, value]) => value);
}

function answersOf(written: WrittenCase, codebook: Codebook, phase: PhaseId) {
  return Object.entries(written.answers).filter(([id]) => phaseOf(codebook, id) === phase);
}

export function phaseOf(codebook: Codebook, variable: string): PhaseId {
  const found = codebook.variables.find(({ id }) => id === variable);
  if (!found) throw new Error(`${codebook.id} has no variable ${variable}`);
  return found.phase;
}

/** Answers and rows in the order of the codebook; what ends later is filled in when it has ended. */
export function registerPhase(
  desk: Desk,
  codebook: Codebook,
  written: WrittenCase,
  phase: PhaseId,
): void {
  const waiting = written.rows.filter((row) => row.phase === phase);
  const openEnds: { readonly address: AnswerAddress; readonly value: string }[] = [];

  function addRows(group: string | undefined): void {
    for (const row of waiting.filter((each) => each.group === group)) {
      waiting.splice(waiting.indexOf(row), 1);
      const id = itemId(randomId(desk.randomness));
      desk.take("case.item-added", (record, deciding) =>
        decideAddItem(record, codebook, { group: row.group, phase, id }, deciding),
      );
      const fields = codebook.groups.find((each) => each.id === row.group)?.fields ?? [];
      for (const { id: variable } of fields) {
        const value = row.fields[variable];
        if (value === undefined) continue;
        const address = { variable, item: id };
        if (variable === knownLater && typeof value === "string" && value > desk.day()) {
          openEnds.push({ address, value });
        } else answer(desk, codebook, address, value);
      }
    }
  }

  for (const { id, view } of codebook.variables.filter((each) => each.phase === phase)) {
    if (view) addRows(view.group);
    else {
      const isWrong = written.correction?.variable === id;
      const value = isWrong ? written.correction?.firstWritten : written.answers[id];
      if (value !== undefined) answer(desk, codebook, { variable: id }, value);
    }
  }
  for (const { id } of codebook.groups) addRows(id);
  for (const { address, value } of openEnds.toSorted((a, b) => (a.value < b.value ? -1 : 1))) {
    if (value > desk.day()) resume(desk, workdayFrom(value as IsoDate));
    answer(desk, codebook, address, value);
  }
  if (written.completed.includes(phase)) complete(desk, codebook, phase, written.closedOn);
}

function answer(desk: Desk, codebook: Codebook, address: AnswerAddress, written: Written): void {
  desk.take("case.answered", (record, deciding) => {
    const question = questionAt(codebook, record.sheet, address);
    if (!question) throw new Error(`${codebook.id} asks nothing at ${addressKey(address)}`);
    const basedOn = record.marks[addressKey(address)]?.revision ?? 0;
    const value = answerOf(question, written);
    return decideAnswer(record, codebook, { address, value, basedOn }, deciding);
  });
}

function complete(
  desk: Desk,
  codebook: Codebook,
  phase: PhaseId,
  closedOn: IsoDate | undefined,
): void {
  const closing = phase === "after" && closedOn !== undefined ? { closedOn } : {};
  desk.take("case.phase-completed", (record, deciding) => {
    const overrides = overridesFor(codebook, record.sheet);
    return decideCompletePhase(record, codebook, { phase, ...closing, overrides }, deciding);
  });
}

/** Opens the phase again with the reason, puts the right answer, and completes it. */
export function correct(
  desk: Desk,
  codebook: Codebook,
  written: WrittenCase,
  { variable, reason }: NonNullable<WrittenCase["correction"]>,
): void {
  const phase = phaseOf(codebook, variable);
  const isCompleted = desk.record().completed[phase] !== undefined;
  if (isCompleted) {
    desk.take(
      "case.phase-reopened",
      (record, deciding) => decideReopenPhase(record, phase, deciding),
      reason,
    );
  }
  const right = written.answers[variable];
  if (right !== undefined) answer(desk, codebook, { variable }, right);
  if (isCompleted) complete(desk, codebook, phase, undefined);
}
