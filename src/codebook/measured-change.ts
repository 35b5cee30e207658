import { type IsoDate, quarterOf } from "#kernel";
import type { AnswerValue, Item } from "./answer.ts";
import type { Field, PhaseId } from "./codebook.ts";
import type { MeasuredField } from "./measured-twice.ts";

/** What one case says about a field that is measured twice. */
export type MeasuredChange = {
  /** The level before: of the pair, or else by the first method listed that has one. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** `undefined`: nothing before and after can be compared. */
  readonly pair:
    | {
        /** `undefined`: there is only one way of measuring. */
        readonly method: number | undefined;
        /**
         * The later row answers everything as the earlier does, but for the day. `undefined`: nothing
         * is compared but the level and its method, and the same level is no sign of a copy.
         */
        readonly isRepeated: boolean | undefined;
      }
    | undefined;
};

/** What counts as the answer in a row; `undefined` where nothing is registered. */
export type AnswerInRow = (item: Item, field: Field) => AnswerValue | undefined;

type Level = {
  readonly item: Item;
  readonly level: number;
  /** `undefined`: nobody knows by which. */
  readonly method: number | undefined;
  readonly day: IsoDate | undefined;
};

type LevelByMethod = ReadonlyMap<number | undefined, Level>;

/**
 * The earliest level before the support and the latest one after it, by the same method. Of several
 * methods with both, the first in the codebook's order; so a case is one pair or none. A row without a
 * level, or whose level is a missing code, is passed over; one whose method is not known is compared
 * with no other, and one after that is dated before the one before is no pair with it.
 * @param compared the fields by which two rows are the same; dates are not looked at.
 */
export function measuredChange(
  measured: MeasuredField,
  items: readonly Item[],
  answerIn: AnswerInRow,
  compared: readonly Field[] = measured.group.fields,
): MeasuredChange {
  const told = levelsIn(measured, items, answerIn);
  if (told.length === 0) return nothingMeasured;
  const isChosenBefore = measured.isBeforeByDay ? isEarlier : isInEarlierQuarter;
  const earliest = chosenByMethod(told, measured.before, isChosenBefore);
  const latest = chosenByMethod(told, measured.after, isLater);
  for (const method of measured.methods) {
    const [before, after] = [earliest.get(method), latest.get(method)];
    if (!before || !after || isReversed(before, after)) continue;
    const isRepeated = tellsOfCopies(measured, compared)
      ? isSame(before.item, after.item, answerIn, compared)
      : undefined;
    return { before: before.level, after: after.level, pair: { method, isRepeated } };
  }
  const [before, after] = [firstOf(earliest, measured), firstOf(latest, measured)];
  return { before: before?.level, after: after?.level, pair: undefined };
}

const nothingMeasured: MeasuredChange = { before: undefined, after: undefined, pair: undefined };

/** By the first method that has a level, or else by one that nobody knows. */
function firstOf(levels: LevelByMethod, { methods }: MeasuredField): Level | undefined {
  const known = methods.find((method) => levels.has(method));
  return levels.get(known);
}

/** Whether two rows are compared by anything but what every pair is told by: the level and its method. */
export function tellsOfCopies(
  { field, method }: Pick<MeasuredField, "field" | "method">,
  compared: readonly Field[],
): boolean {
  return compared.some(({ id, type }) => type !== "date" && id !== field.id && id !== method?.id);
}

function chosenByMethod(
  told: readonly Level[],
  phases: readonly PhaseId[],
  isChosenOver: (one: Level, other: Level) => boolean,
): LevelByMethod {
  const chosen = new Map<number | undefined, Level>();
  for (const each of told) {
    if (!phases.includes(each.item.phase)) continue;
    const other = chosen.get(each.method);
    if (!other || isChosenOver(each, other)) chosen.set(each.method, each);
  }
  return chosen;
}

/**
 * As in views: ties fall by order of entry, the first entered of the earliest and the last entered of
 * the latest; rows without a day are looked at only when all lack one.
 */
function isEarlier(one: Level, other: Level): boolean {
  return (one.day ?? afterEveryDay) < (other.day ?? afterEveryDay);
}

function isLater(one: Level, other: Level): boolean {
  return (one.day ?? "") >= (other.day ?? "");
}

/**
 * Where the view does not go by the day, a delivery keeps the order of entry and tells only quarters: a
 * unit that looked at the days would tell another level before than the nation does of the same rows.
 */
function isInEarlierQuarter(one: Level, other: Level): boolean {
  return quarterIn(one) < quarterIn(other);
}

function quarterIn({ day }: Level): string {
  return day === undefined ? afterEveryDay : quarterOf(day);
}

function isReversed(before: Level, after: Level): boolean {
  return before.day !== undefined && after.day !== undefined && after.day < before.day;
}

const afterEveryDay = "~";

function levelsIn(
  measured: MeasuredField,
  items: readonly Item[],
  answerIn: AnswerInRow,
): readonly Level[] {
  const told: Level[] = [];
  for (const item of items) {
    const level = item.group === measured.group.id && levelIn(measured, item, answerIn);
    if (level) told.push(level);
  }
  return told;
}

function levelIn(
  { field, method, orderBy }: MeasuredField,
  item: Item,
  answerIn: AnswerInRow,
): Level | undefined {
  const level = listed(field, codeOf(answerIn(item, field)));
  if (level === undefined) return undefined;
  return {
    item,
    level,
    method: method && listed(method, codeOf(answerIn(item, method))),
    day: orderBy && dayOf(answerIn(item, orderBy)),
  };
}

function isSame(
  one: Item,
  other: Item,
  answerIn: AnswerInRow,
  compared: readonly Field[],
): boolean {
  return compared
    .filter(({ type }) => type !== "date")
    .every((field) => plain(answerIn(one, field)) === plain(answerIn(other, field)));
}

/** Several choices as a set: in which order they were made says nothing. */
function plain(value: AnswerValue | undefined): string {
  switch (value?.kind) {
    case "codes":
      return [...value.codes].sort((a, b) => a - b).join(" ");
    case "number":
      return `number ${value.number}`;
    case "missing":
      return `missing ${value.code}`;
    default:
      return "";
  }
}

/** A code that the codebook lacks says as much as none. */
function listed({ options }: Field, code: number | undefined): number | undefined {
  return options.some((option) => option.code === code) ? code : undefined;
}

function codeOf(value: AnswerValue | undefined): number | undefined {
  return value?.kind === "codes" ? value.codes[0] : undefined;
}

function dayOf(value: AnswerValue | undefined): IsoDate | undefined {
  return value?.kind === "date" ? value.date : undefined;
}
