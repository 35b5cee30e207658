import { authoriseCase, policy } from "#access";
import type { Codebook, PhaseId, RepeatGroup } from "#codebook";
import { daysBetween, type IsoDate, monthInWords, swedishDay } from "#kernel";
import { type CaseRecord, dueCloseOut, dueReassessment, registeredPhases } from "#registration";
import { incompletePhases, phasesBegun, staleDays } from "#tabulation";
import type { Visit } from "../http/route.ts";
import { answersMissing } from "./answers-missing.ts";
import { casePath } from "./page-paths.ts";
import { surveyLine } from "./survey-line.ts";
import type { TodoLine } from "./todo-line.ts";

/** What a worker's own cases ask of her; of each at most one line besides that risk is to be assessed. */
export async function workLines(visit: Visit): Promise<readonly TodoLine[]> {
  const { services, tx, actor, at } = visit;
  const today = swedishDay(at);
  const line = policy["GET /api/cases/:code"];
  const own = (await tx.caseWork.of(actor.account)).filter(
    (record) => authoriseCase(line, actor, { ...record, hasReason: false }) === "allowed",
  );
  return own.flatMap((record) => {
    const codebook = services.codebooks.get(record.codebook);
    return codebook ? linesOf(record, codebook, today) : [];
  });
}

function linesOf(record: CaseRecord, codebook: Codebook, today: IsoDate): readonly TodoLine[] {
  const reassess = reassessLine(record, codebook, today);
  const register = record.state === "open" ? registerLine(record, codebook, today) : undefined;
  const survey = surveyLine(record, today);
  const isPressing = reassess !== undefined || (register && !givesWay.includes(register.kind));
  // The survey waits for what must not wait, and stands in the place of what goes on by itself. Where the
  // case is to be closed the same line says both: when it is closed the client may be gone.
  const next = survey && !isPressing ? survey : register;
  return [reassess, next].filter((line) => line !== undefined);
}

/** Lines about work that goes on: the survey's leads to the same case. */
const givesWay: readonly TodoLine["kind"][] = ["continue", "stale"];

function reassessLine(
  record: CaseRecord,
  codebook: Codebook,
  today: IsoDate,
): TodoLine | undefined {
  const due = dueReassessment(record, codebook, today);
  // Where the support is over, closing asks for the last assessment.
  if (!due || dueCloseOut(record, codebook, today)) return undefined;
  const { group, assessedOn } = due;
  const what = group.label.sv.toLowerCase();
  const phase = phaseForRow(group, record, codebook);
  return {
    kind: "reassess",
    caseCode: record.code,
    sentence: `Dags för ${what} igen i ${record.code} (den förra är från ${monthInWords(assessedOn)})`,
    path: casePath(record.code, phase && { phase, at: group.id }),
    since: assessedOn,
  };
}

/** Where the work goes on; else the next phase that still takes rows. */
function phaseForRow(
  { phases }: RepeatGroup,
  record: CaseRecord,
  codebook: Codebook,
): PhaseId | undefined {
  const begun = phasesBegun(codebook)(record);
  const open = phases.filter((phase) => !record.completed[phase]);
  return open.findLast((phase) => begun.has(phase)) ?? open[0];
}

/** Closing asks for all that is missing, so it goes first; a case that is worked on comes last. */
function registerLine(record: CaseRecord, codebook: Codebook, today: IsoDate): TodoLine {
  return (
    closeOutLine(record, codebook, today) ??
    missingLine(record, codebook) ??
    staleLine(record, today) ??
    continueLine(record, codebook)
  );
}

function closeOutLine(
  record: CaseRecord,
  codebook: Codebook,
  today: IsoDate,
): TodoLine | undefined {
  const due = dueCloseOut(record, codebook, today);
  if (!due) return undefined;
  const { code, survey } = record;
  const isToOffer = survey.kind === "not-yet-offered" && surveyLine(record, today) !== undefined;
  const sentence = due.lastDay
    ? `Alla insatser i ${code} har slutat: ${isToOffer ? "erbjud enkäten och " : ""}avsluta registreringen`
    : isToOffer
      ? `Erbjud enkäten i ${code} och avsluta registreringen när stödet är klart`
      : `Avsluta registreringen i ${code} när stödet är klart`;
  const since = due.lastDay ?? swedishDay(record.lastStepAt);
  return { kind: "close-out", caseCode: code, sentence, path: casePath(code), since };
}

function missingLine(record: CaseRecord, codebook: Codebook): TodoLine | undefined {
  const [incomplete] = incompletePhases(record, codebook);
  const [first] = incomplete?.missing ?? [];
  if (!incomplete || !first) return undefined;
  const { phase, missing } = incomplete;
  const where = `i ${labelOf(codebook, phase)} i ${record.code}`;
  return {
    kind: "missing",
    caseCode: record.code,
    sentence: answersMissing(missing, where),
    path: casePath(record.code, { phase, at: first.at }),
    since: swedishDay(record.lastStepAt),
  };
}

function staleLine({ code, lastStepAt }: CaseRecord, today: IsoDate): TodoLine | undefined {
  const since = swedishDay(lastStepAt);
  const quiet = daysBetween(since, today);
  if (quiet < staleDays) return undefined;
  const sentence = `Inget har hänt i ${code} på ${quiet} dagar: pågår stödet?`;
  return { kind: "stale", caseCode: code, sentence, path: casePath(code), since };
}

function continueLine({ code, completed, lastStepAt }: CaseRecord, codebook: Codebook): TodoLine {
  const next = registeredPhases.find((phase) => !completed[phase]) ?? "after";
  const sentence = `Fortsätt i ${code}: ${labelOf(codebook, next)}`;
  const since = swedishDay(lastStepAt);
  return { kind: "continue", caseCode: code, sentence, path: casePath(code), since };
}

function labelOf({ phases }: Codebook, phase: PhaseId): string {
  return phases.find(({ id }) => id === phase)?.label.sv ?? phase;
}
