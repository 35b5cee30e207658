import type { Answers, AnswerValue, Item, PhaseId } from "#codebook";
import { type IsoDate, itemId, type Quarter } from "#kernel";
import type { CountableCase } from "#tabulation";
import { type Deliverable, type DeliverableQuestion, phaseOrder } from "./deliverable.ts";
import type {
  DeliveredAnswer,
  DeliveredAnswers,
  DeliveredCase,
  DeliveryHeading,
} from "./delivery-format.ts";

/** How the checked rows of one delivery are counted; what many rows share is made once. */
export function countableCases(
  { municipality, codebook }: DeliveryHeading,
  { questions, groups }: Deliverable,
): (delivered: DeliveredCase) => CountableCase {
  const begunSets = new Map<number, ReadonlySet<PhaseId>>();
  const rowIds: Item["id"][] = [];

  function begunOf(phases: readonly PhaseId[]): ReadonlySet<PhaseId> {
    let key = 0;
    for (const phase of phases) key |= 1 << (phaseOrder.get(phase) ?? 0);
    const before = begunSets.get(key);
    if (before) return before;
    const begun = new Set(phases);
    begunSets.set(key, begun);
    return begun;
  }
  function rowId(index: number): Item["id"] {
    rowIds[index] ??= itemId(String(index));
    return rowIds[index];
  }

  return ({ started, closed, counts, begun, answers, items }) => {
    const bands: { [variable: string]: number } = {};
    return {
      municipality: municipality.code,
      county: municipality.county,
      isStarted: counts.started,
      isClosed: counts.closed,
      startedIn: started,
      closedIn: closed,
      codebook: codebook.id,
      begun: begunOf(begun),
      sheet: {
        answers: answersFrom(answers, questions, bands),
        items: items.map(
          (item, index): Item => ({
            id: rowId(index),
            group: item.group,
            phase: item.phase,
            answers: answersFrom(item.answers, groups.get(item.group)?.fields, bands),
          }),
        ),
      },
      startedOn: undefined,
      bands,
    };
  };
}

function answersFrom(
  delivered: DeliveredAnswers,
  questions: ReadonlyMap<string, DeliverableQuestion> | undefined,
  bands: { [variable: string]: number },
): Answers {
  const answers: { [name: string]: AnswerValue } = {};
  // Parsed JSON: all that is found in it is its own.
  for (const name in delivered) {
    const answer = delivered[name] as DeliveredAnswer;
    const value = answerValue(answer, questions?.get(name));
    if (value === "band") bands[name] = answer as number;
    else answers[name] = value;
  }
  return answers;
}

/** @throws for an answer that was not checked. */
function answerValue(
  answer: DeliveredAnswer,
  question: DeliverableQuestion | undefined,
): AnswerValue | "band" {
  if (typeof answer === "number") {
    const value = question?.offered[answer];
    if (value === undefined) throw new Error(`an unchecked answer: ${answer}`);
    return value;
  }
  if (answer === "answered") return somethingFor(question);
  if (typeof answer === "string") return { kind: "date", date: firstDayOf(answer) };
  if (Array.isArray(answer)) return { kind: "codes", codes: answer };
  return { kind: "number", number: (answer as { readonly number: number }).number };
}

/** That there is a day, or a number, is all that coarse rows tell; which one, nothing is counted by. */
function somethingFor(asked: DeliverableQuestion | undefined): AnswerValue {
  if (asked?.question.type === "date") return { kind: "date", date: "2000-01-01" as IsoDate };
  return { kind: "number", number: asked?.question.range?.from ?? 0 };
}

/** Days of one delivery are compared with each other alone: any day of the quarter does. */
function firstDayOf(quarter: Quarter): IsoDate {
  const month = Number(quarter.slice(5)) * 3 - 2;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, "0")}-01` as IsoDate;
}
