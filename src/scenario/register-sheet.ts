import { birthYearOf, type Codebook } from "#codebook";
import { type CaseRecord, type Revision, registeredPhases } from "#registration";
import type { AccessReason, AuditNote, SealedResponse } from "#store";
import { openDesk, type Setting } from "./desk.ts";
import { correct, phaseOf, registerPhase, resume, sittingDay } from "./register-phase.ts";
import { settleSurvey } from "./register-survey.ts";
import { workdayFrom } from "./workday.ts";
import type { WrittenCase } from "./written-case.ts";

/** A case that has been lived: as it stands, and every step on the way there. */
export type PlayedCase = {
  readonly record: CaseRecord;
  readonly birthYear: number | null;
  readonly revisions: readonly Revision[];
  /** What the audit log holds of it, in the order of time. */
  readonly notes: readonly AuditNote[];
  readonly response: SealedResponse | null;
  readonly accessReasons: readonly AccessReason[];
};

/**
 * Plays an answer sheet through the decisions that people use, phase by phase, at the hours when
 * people work.
 * @throws where a decision is refused: the sheet contradicts the codebook or itself.
 */
export function registerSheet(
  written: WrittenCase,
  codebook: Codebook,
  setting: Omit<Setting, "codebook">,
): PlayedCase {
  checkNames(written, codebook);
  const desk = openDesk(
    { ...setting, codebook: codebook.id },
    written.startedOn,
    workdayFrom(written.startedOn),
  );
  let uncorrected = written.correction;
  for (const phase of registeredPhases) {
    const day = sittingDay(written, codebook, phase);
    if (day === undefined) continue;
    if (desk.isOver()) break;
    if (phase !== registeredPhases[0]) resume(desk, day);
    if (uncorrected && phaseOf(codebook, uncorrected.variable) !== phase) {
      correct(desk, codebook, written, uncorrected);
      uncorrected = undefined;
    }
    registerPhase(desk, codebook, written, phase);
  }
  if (uncorrected) correct(desk, codebook, written, uncorrected);
  if (written.openedBy) {
    desk.sit(workdayFrom(written.openedBy.on), written.openedBy.account);
    desk.openWithReason(written.openedBy.reason);
    desk.note("case.read");
  }
  const response = settleSurvey(desk, codebook, written);
  const { record, ...past } = desk.leave();
  return { record, birthYear: birthYearOf(codebook, record.sheet), response, ...past };
}

/** A slip in a story must not pass as «nothing registered». */
function checkNames({ answers, rows }: WrittenCase, codebook: Codebook): void {
  for (const id of Object.keys(answers)) {
    if (phaseOf(codebook, id) !== "client") continue;
    throw new Error(`${id} is the client's own: write it in the survey`);
  }
  for (const { group: id, phase, fields } of rows) {
    const group = codebook.groups.find((each) => each.id === id);
    if (!group?.phases.includes(phase)) throw new Error(`${codebook.id} has no ${id} in ${phase}`);
    const known = group.fields.map((field) => field.id);
    const unknown = Object.keys(fields).find((field) => !known.includes(field));
    if (unknown !== undefined) throw new Error(`${id} has no field ${unknown}`);
  }
}
