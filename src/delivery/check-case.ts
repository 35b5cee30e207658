import { parseQuarter, type Quarter, quarterOf, swedishDay } from "#kernel";
import { type Deliverable, type DeliverableQuestion, phaseOrder } from "./deliverable.ts";
import { type DeliveredCase, type DeliveryHeading, limits } from "./delivery-format.ts";
import { asShown, type Report } from "./faults.ts";
import { hasMembers, isObject, type Members } from "./members.ts";

/** What a row of one delivery must fit, looked up once. */
export type CaseRules = {
  readonly deliverable: Deliverable;
  /** Rows are told with quarters; coarse ones without. */
  readonly isTimed: boolean;
  readonly round: { readonly first: Quarter; readonly last: Quarter; readonly cutOff: Quarter };
  /** Quarters that lie wholly within the round: what happened in one happened in the round. */
  readonly isWithin: (quarter: Quarter) => boolean;
};

export function caseRules({ round, level }: DeliveryHeading, deliverable: Deliverable): CaseRules {
  const [first, last] = [quarterOf(round.from), quarterOf(round.through)];
  const opens = /-(?:01|04|07|10)-01$/.test(round.from);
  const closes = /-(?:03-31|06-30|09-30|12-31)$/.test(round.through);
  return {
    deliverable,
    isTimed: level === "rows",
    round: { first, last, cutOff: quarterOf(swedishDay(round.cutOff)) },
    isWithin: (quarter) =>
      (opens ? quarter >= first : quarter > first) && (closes ? quarter <= last : quarter < last),
  };
}

const caseKeys = ["id", "started", "closed", "counts", "begun", "answers", "items"];
const countKeys = ["started", "closed"];
const itemKeys = ["group", "phase", "answers"];

/**
 * Compares one parsed line with the format, the codebook and the round; everything wrong is reported.
 * Only own members of the parsed JSON are looked at, by names that are known.
 */
export function isDeliveredCase(
  input: unknown,
  rules: CaseRules,
  report: Report,
): input is DeliveredCase {
  let isRight = true;
  const refuse: Report = (code, details) => {
    isRight = false;
    report(code, details);
  };
  const malformed = (place: string) => refuse("delivery-row-malformed", { place });
  if (!hasMembers(input, caseKeys, "", refuse)) return false;

  const { id, begun, answers, items } = input;
  if (typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id)) malformed("id");
  checkTimes(input, rules, refuse);
  if (!isInOrder(begun)) malformed("begun");
  checkAnswers(answers, rules.deliverable.questions, "", rules, refuse);
  if (!Array.isArray(items) || items.length > limits.items) malformed("items");
  else
    for (let index = 0; index < items.length; index++)
      checkItem(items[index], index, rules, refuse);
  return isRight;
}

function checkTimes(row: Members, rules: CaseRules, refuse: Report): void {
  const { counts } = row;
  if (!hasMembers(counts, countKeys, "counts", refuse)) return;
  const { started, closed } = counts;
  if (typeof started !== "boolean" || typeof closed !== "boolean") {
    refuse("delivery-row-malformed", { place: "counts" });
    return;
  }
  if (!started && !closed) refuse("delivery-row-round", { place: "counts" });
  if (rules.isTimed) checkQuarters(row, { started, closed }, rules, refuse);
  else {
    for (const place of countKeys) {
      if (row[place] !== null) refuse("delivery-row-malformed", { place });
    }
  }
}

function checkQuarters(
  { started: startedText, closed: closedText }: Members,
  counts: DeliveredCase["counts"],
  { round, isWithin }: CaseRules,
  refuse: Report,
): void {
  const started = parseQuarter(startedText);
  const closed = closedText === null ? null : parseQuarter(closedText);
  if (started === undefined) refuse("delivery-row-malformed", { place: "started" });
  if (closed === undefined) refuse("delivery-row-malformed", { place: "closed" });
  if (started === undefined || closed === undefined) return;
  const may = (quarter: Quarter, counted: boolean) =>
    counted ? quarter >= round.first && quarter <= round.last : !isWithin(quarter);
  const late = closed !== null && closed > round.cutOff ? closed : undefined;
  if (!may(started, counts.started) || started > round.cutOff) {
    refuse("delivery-row-round", { place: "started" });
  }
  if (late || (closed === null ? counts.closed : closed < started || !may(closed, counts.closed))) {
    refuse("delivery-row-round", { place: "closed" });
  }
}

function isInOrder(begun: unknown): boolean {
  if (!Array.isArray(begun) || begun.length === 0) return false;
  let before = -1;
  for (const phase of begun) {
    const place = typeof phase === "string" ? phaseOrder.get(phase) : undefined;
    if (place === undefined || place <= before) return false;
    before = place;
  }
  return true;
}

function checkItem(item: unknown, index: number, rules: CaseRules, refuse: Report): void {
  const place = `items[${index}]`;
  if (!hasMembers(item, itemKeys, place, refuse)) return;
  const { group: id, phase, answers } = item;
  const group = typeof id === "string" ? rules.deliverable.groups.get(id) : undefined;
  if (!group) {
    refuse("delivery-unknown-name", { place: `${place}.group ${asShown(id)}` });
    return;
  }
  if (!(group.phases as ReadonlySet<unknown>).has(phase)) {
    refuse("delivery-unknown-name", { place: `${place}.phase ${asShown(phase)}` });
  }
  checkAnswers(answers, group.fields, `${place}.`, rules, refuse);
}

function checkAnswers(
  answers: unknown,
  questions: ReadonlyMap<string, DeliverableQuestion>,
  above: string,
  { round }: CaseRules,
  refuse: Report,
): void {
  if (!isObject(answers)) {
    refuse("delivery-row-malformed", { place: `${above}answers` });
    return;
  }
  for (const name of Object.keys(answers)) {
    const question = questions.get(name);
    if (question === undefined) refuse("delivery-unknown-name", { place: above + asShown(name) });
    else checkAnswer(answers[name], question, above, round.cutOff, refuse);
  }
}

function checkAnswer(
  answer: unknown,
  deliverable: DeliverableQuestion,
  above: string,
  cutOff: Quarter,
  refuse: Report,
): void {
  const { form, offered, question, isPast } = deliverable;
  const place = () => above + question.id;
  if (typeof answer === "number") {
    const meaning = offered[answer];
    const isRight =
      meaning === "band" || meaning?.kind === "missing" || (form === "code" && meaning);
    if (!isRight) refuse("delivery-unknown-code", { place: place(), value: asShown(answer) });
  } else if (form === "codes" && Array.isArray(answer) && answer.length > 0) {
    checkCodes(answer, deliverable, place, refuse);
  } else if (form === "quarter" && parseQuarter(answer) !== undefined) {
    if (isPast && (answer as string) > cutOff) {
      refuse("delivery-quarter-late", { place: place(), value: asShown(answer), latest: cutOff });
    }
  } else if (form === "answered" && answer === "answered") {
    return;
  } else if (form === "number" && isObject(answer) && isNumberIn(answer, deliverable)) {
    return;
  } else refuse("delivery-row-malformed", { place: place() });
}

function checkCodes(
  codes: readonly unknown[],
  { offered, exclusive }: DeliverableQuestion,
  place: () => string,
  refuse: Report,
): void {
  let before = 0;
  for (const code of codes) {
    const meaning = typeof code === "number" ? offered[code] : undefined;
    if (meaning === undefined || meaning === "band" || meaning.kind !== "codes") {
      refuse("delivery-unknown-code", { place: place(), value: asShown(code) });
      return;
    }
    if ((code as number) <= before) {
      refuse("delivery-codes-wrong", { place: place() });
      return;
    }
    before = code as number;
    if (codes.length > 1 && exclusive.has(before)) {
      refuse("delivery-exclusive", { place: place(), value: asShown(code) });
    }
  }
}

function isNumberIn(answer: Members, { question: { range } }: DeliverableQuestion): boolean {
  const { number } = answer;
  if (Object.keys(answer).length !== 1 || !Number.isSafeInteger(number)) return false;
  return !range || ((number as number) >= range.from && (number as number) <= range.to);
}
