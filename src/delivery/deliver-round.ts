import { createHash } from "node:crypto";
import {
  type Answers,
  type AnswerValue,
  ageBandOf,
  type Codebook,
  evaluate,
  type PhaseId,
  phaseIds,
} from "#codebook";
import {
  addDays,
  type IsoDate,
  isWithin,
  type MunicipalityCode,
  quarterOf,
  type Randomness,
  type Round,
  randomId,
} from "#kernel";
import type { CaseRecord } from "#registration";
import { phasesBegun } from "#tabulation";
import { type Deliverable, type DeliverableQuestion, deliverableOf } from "./deliverable.ts";
import {
  type DeliveredAnswer,
  type DeliveredCase,
  type DeliveredItem,
  type DeliveryEnd,
  type DeliveryHeading,
  deliveryFormat,
} from "./delivery-format.ts";
import { itemsInOrder } from "./item-order.ts";

/** One case as at the cut-off; the client's answers are kept apart from it until here. */
export type DeliverySource = {
  readonly record: CaseRecord;
  readonly clientAnswers?: Answers | undefined;
};

export type DeliveryOfRound = {
  readonly kind: DeliveryHeading["kind"];
  readonly municipality: {
    readonly code: MunicipalityCode;
    readonly name: string;
    readonly county: string;
  };
  readonly round: Round;
  /** With the municipality's overlay, where it has one. */
  readonly codebook: Codebook;
  /**
   * The municipality's others upon the same common codebook: their cases are delivered too. What
   * leaves is common to all of them, and rests on common answers alone.
   */
  readonly versions?: readonly Codebook[];
  readonly cases: AsyncIterable<DeliverySource> | Iterable<DeliverySource>;
  readonly randomness: Randomness;
};

/**
 * The lines of a delivery, each without its line feed: the round so far, whole. Cases that neither
 * started nor were closed in it are left out. Two deliveries of the same cases share no id.
 * @throws for a case of another municipality or codebook.
 */
export async function* deliverRound(delivery: DeliveryOfRound): AsyncGenerator<string> {
  const lines: { readonly id: string; readonly line: string }[] = [];
  const deliver = deliveredCase(delivery);
  for await (const source of delivery.cases) {
    const delivered = deliver(source);
    if (delivered) lines.push({ id: delivered.id, line: JSON.stringify(delivered) });
  }
  lines.sort((one, other) => (one.id < other.id ? -1 : 1));

  const hash = createHash("sha256");
  const heading = JSON.stringify(headingOf(delivery));
  hash.update(`${heading}\n`);
  yield heading;
  for (const { line } of lines) {
    hash.update(`${line}\n`);
    yield line;
  }
  const end: DeliveryEnd = { end: { cases: lines.length, hash: hash.digest("hex") } };
  yield JSON.stringify(end);
}

function headingOf({ kind, municipality, round, codebook }: DeliveryOfRound): DeliveryHeading {
  const { code, name, county } = municipality;
  const { id, period, cutOff } = round;
  const base = codebook.extends;
  return {
    format: deliveryFormat,
    kind,
    municipality: { code, name, county },
    round: { id, from: period.from, through: addDays(period.until, -1), cutOff },
    codebook: { id: base?.codebook ?? codebook.id, version: base?.version ?? codebook.version },
  };
}

/** Whether cases of a codebook belong to the delivery: the common one, and what extends it. */
export function deliveredCodebooks({
  codebook,
  versions = [],
}: Pick<DeliveryOfRound, "codebook" | "versions">): (id: string) => boolean {
  const common = codebook.extends?.codebook ?? codebook.id;
  const extending = versions.filter((version) => version.extends?.codebook === common);
  const ids = new Set([common, codebook.id, ...extending.map(({ id }) => id)]);
  return (id) => ids.has(id);
}

function deliveredCase(delivery: DeliveryOfRound) {
  const { municipality, round, codebook, randomness } = delivery;
  const deliverable = deliverableOf(codebook);
  const isDelivered = deliveredCodebooks(delivery);
  const versions = new Map(delivery.versions?.map((version) => [version.id, version]));

  return ({ record, clientAnswers }: DeliverySource): DeliveredCase | undefined => {
    if (record.municipality !== municipality.code) {
      throw new Error(`a case of ${record.municipality} in the delivery of ${municipality.code}`);
    }
    if (!isDelivered(record.codebook)) {
      throw new Error(`a case of ${record.codebook} in a delivery by ${codebook.id}`);
    }
    const { startedOn, closedOn } = record;
    const counts = {
      started: isWithin(startedOn, round.period),
      closed: closedOn !== null && isWithin(closedOn, round.period),
    };
    if (!counts.started && !counts.closed) return undefined;
    // An own question that was answered shows, too, that its phase is begun.
    const begun = phasesBegun(versions.get(record.codebook) ?? codebook)(record);
    return {
      id: randomId(randomness),
      started: quarterOf(startedOn),
      closed: closedOn === null ? null : quarterOf(closedOn),
      counts,
      begun: phaseIds.filter((phase: PhaseId) => begun.has(phase)),
      ...answersOf(record, clientAnswers, codebook, deliverable),
    };
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
  const code =
    form === "code" && value.kind === "codes"
      ? value.codes[0]
      : form === "band" && value.kind === "number"
        ? ageBandOf(question, value.number, startedOn)
        : undefined;
  if (code === undefined) throw new Error(`${question.id} has an answer of another kind`);
  return code;
}
