import {
  type Answers,
  type AnswerValue,
  ageBandOf,
  type Codebook,
  evaluate,
  type PhaseId,
  phaseIds,
} from "#codebook";
import { type IsoDate, isWithin, quarterOf, type Randomness, type Round, randomId } from "#kernel";
import type { CaseRecord } from "#registration";
import { phasesBegun } from "#tabulation";
import type { Deliverable, DeliverableQuestion } from "./deliverable.ts";
import { deliverableAt, type RowLevel } from "./deliverable-at.ts";
import type { DeliveredAnswer, DeliveredCase, DeliveredItem } from "./delivery-format.ts";
import { itemsInOrder } from "./item-order.ts";

/** One case as at the cut-off; the client's answers are kept apart from it until here. */
export type DeliverySource = {
  readonly record: CaseRecord;
  readonly clientAnswers?: Answers | undefined;
};

export type CaseDelivery = {
  readonly round: Round;
  /** With the municipality's overlay, where it has one. */
  readonly codebook: Codebook;
  /** The municipality's others upon the same common codebook. */
  readonly versions?: readonly Codebook[] | undefined;
  readonly randomness: Randomness;
};

/** What leaves of each case; `undefined` for one that neither started nor was closed in the round. */
export function deliveredCases(
  { round, codebook, versions = [], randomness }: CaseDelivery,
  level: RowLevel,
): (source: DeliverySource) => DeliveredCase | undefined {
  const deliverable = deliverableAt(codebook, level);
  const byId = new Map(versions.map((version) => [version.id, version]));

  return ({ record, clientAnswers }) => {
    const counts = countsIn(record, round);
    if (!counts.started && !counts.closed) return undefined;
    // An own question that was answered shows, too, that its phase is begun.
    const begun = phasesBegun(byId.get(record.codebook) ?? codebook)(record);
    return {
      id: randomId(randomness),
      ...(level === "rows" ? quartersOf(record) : { started: null, closed: null }),
      counts,
      begun: phaseIds.filter((phase: PhaseId) => begun.has(phase)),
      ...answersOf(record, clientAnswers, codebook, deliverable),
    };
  };
}

function countsIn({ startedOn, closedOn }: CaseRecord, { period }: Round): DeliveredCase["counts"] {
  return {
    started: isWithin(startedOn, period),
    closed: closedOn !== null && isWithin(closedOn, period),
  };
}

/** Whether a case started or was closed in the round. */
export function isOfRound(record: CaseRecord, round: Round): boolean {
  const { started, closed } = countsIn(record, round);
  return started || closed;
}

function quartersOf({
  startedOn,
  closedOn,
}: CaseRecord): Pick<DeliveredCase, "started" | "closed"> {
  return {
    started: quarterOf(startedOn),
    closed: closedOn === null ? null : quarterOf(closedOn),
  };
}

/** Only what is asked: an answer that stays from before its question was hidden counts for nothing. */
function answersOf(
  { sheet: registered, startedOn }: CaseRecord,
  clientAnswers: Answers | undefined,
  codebook: Codebook,
  { questions, groups }: Deliverable,
): Pick<DeliveredCase, "answers" | "items"> {
  // Registered answers come last: what was sealed with the client's own cannot change the case.
  const sheet = clientAnswers
    ? { ...registered, answers: { ...clientAnswers, ...registered.answers } }
    : registered;
  const evaluation = evaluate(codebook, sheet);

  const answers: { [name: string]: DeliveredAnswer } = {};
  for (const [variable, question] of questions) {
    if (evaluation.stateOf({ variable }) !== "asked") continue;
    const value = evaluation.valueOf({ variable });
    if (value) answers[variable] = deliveredAnswer(question, value, startedOn);
  }
  const items = itemsInOrder(codebook, sheet.items, evaluation).flatMap(
    (item): readonly DeliveredItem[] => {
      const group = groups.get(item.group);
      // A row whose group rests on something unanswered is empty, but conditions see that it is there.
      const isHidden = evaluation.groupState(item.group) === "not-asked";
      if (!group?.phases.has(item.phase) || isHidden) return [];
      const fields: { [name: string]: DeliveredAnswer } = {};
      for (const [variable, question] of group.fields) {
        const address = { variable, item: item.id };
        if (evaluation.stateOf(address) !== "asked") continue;
        const value = evaluation.valueOf(address);
        if (value) fields[variable] = deliveredAnswer(question, value, startedOn);
      }
      return [{ group: item.group, phase: item.phase, answers: fields }];
    },
  );
  return { answers, items };
}

/** @throws for an answer that does not fit its question: registration refuses those. */
function deliveredAnswer(
  { form, question }: DeliverableQuestion,
  value: AnswerValue,
  startedOn: IsoDate,
): DeliveredAnswer {
  if (value.kind === "missing") return value.code;
  if (form === "codes" && value.kind === "codes") return value.codes.toSorted((a, b) => a - b);
  if (form === "quarter" && value.kind === "date") return quarterOf(value.date);
  if (form === "number" && value.kind === "number") return { number: value.number };
  if (form === "answered" && value.kind !== "codes") return "answered";
  const code =
    form === "code" && value.kind === "codes"
      ? value.codes[0]
      : form === "band" && value.kind === "number"
        ? ageBandOf(question, value.number, startedOn)
        : undefined;
  if (code === undefined) throw new Error(`${question.id} has an answer of another kind`);
  return code;
}
