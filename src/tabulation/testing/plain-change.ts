import type { Answers, AnswerValue, Item } from "#codebook";
import type { CaseRecord } from "#registration";

/**
 * The other road to a change: every case by itself, in plain loops, with methods, phases and scales of
 * the library written out by hand. Knows nothing of views, columns, cells or the evaluator.
 */
export type PlainMeasure = {
  readonly group: string;
  readonly field: string;
  /** From the worst to the best. */
  readonly scale: readonly number[];
  /** In the codebook's order; `null`: there is only one way of measuring. */
  readonly methods: readonly number[] | null;
  /** What is looked at when asking whether a row was copied; the level alone tells nothing of it. */
  readonly others: readonly string[];
  /** Whether the earliest before is by the day, or by the quarter with the first entered of it. */
  readonly isByDay: boolean;
};

export const plainRisk: PlainMeasure = {
  group: "riskAssessment",
  field: "level",
  scale: [4, 3, 2, 1],
  methods: [1, 2, 3, 4, 5, 6, 7, 8],
  others: ["level", "ownEstimate"],
  isByDay: false,
};

export const plainSafety: PlainMeasure = {
  group: "m1.openMeasure",
  field: "safety",
  scale: [1, 2, 3, 4, 5],
  methods: null,
  others: ["exposure", "safety", "coping"],
  isByDay: true,
};

export function changeByHand(measure: PlainMeasure, records: readonly CaseRecord[]) {
  const { scale, methods } = measure;
  const places = scale.length;
  const emptyMatrix = () => Array.from({ length: places }, () => new Array<number>(places).fill(0));
  const base = { cases: 0, before: 0, both: 0, compared: 0 };
  const before = {
    all: new Array<number>(places).fill(0),
    compared: new Array<number>(places).fill(0),
  };
  const moves = { improved: 0, same: 0, worse: 0 };
  const found = new Map<number | null, { pairs: number[][]; repeated: number | null }>();
  const isTold = measure.others.some((name) => name !== measure.field);
  for (const { sheet } of records) {
    base.cases += 1;
    const first = rowsByHand(measure, sheet.items, "before");
    const last = rowsByHand(measure, sheet.items, "after").reverse();
    const level = first.length > 0 ? levelOfFirstMethod(measure, first) : undefined;
    if (level === undefined) continue;
    base.before += 1;
    const pair = pairByHand(measure, first, last);
    const start = scale.indexOf(pair ? codeOf(pair[0].answers[measure.field]) : level);
    before.all[start] = (before.all[start] ?? 0) + 1;
    if (last.length > 0) base.both += 1;
    if (!pair) continue;
    base.compared += 1;
    before.compared[start] = (before.compared[start] ?? 0) + 1;
    const end = scale.indexOf(codeOf(pair[1].answers[measure.field]));
    if (end > start) moves.improved += 1;
    else if (end < start) moves.worse += 1;
    else moves.same += 1;
    const method = methods ? codeOf(pair[0].answers.method) : null;
    const own = found.get(method) ?? { pairs: emptyMatrix(), repeated: isTold ? 0 : null };
    found.set(method, own);
    const row = own.pairs[start];
    if (row) row[end] = (row[end] ?? 0) + 1;
    const isCopy = isCopyByHand(measure, pair[0].answers, pair[1].answers);
    if (isCopy && own.repeated !== null) own.repeated += 1;
  }
  const listed = [...found].sort(([one], [other]) => (one ?? 0) - (other ?? 0));
  return {
    base,
    scale,
    methods: listed.map(([method, own]) => ({ method, ...own })),
    before,
    moves,
  };
}

/** Rows that tell a level, from the earliest to the latest; those without a day only if all lack one. */
function rowsByHand(
  { group, field, methods, isByDay }: PlainMeasure,
  items: readonly Item[],
  phase: string,
) {
  const rows: {
    item: Item;
    day: string;
    exact: string;
    place: number;
    method: number | undefined;
  }[] = [];
  for (const [place, item] of items.entries()) {
    const { method, date } = item.answers;
    if (item.group !== group || item.phase !== phase) continue;
    if (item.answers[field]?.kind !== "codes") continue;
    // A level is asked once the method is told, and is not where no assessment was made.
    if (methods && (method === undefined || codeOf(method) === 8)) continue;
    const exact = date?.kind === "date" ? date.date : "";
    const day = exact === "" || isByDay || phase === "after" ? exact : quarterByHand(exact);
    rows.push({ item, day, exact, place, method: method && codeOf(method) });
  }
  return rows.sort((one, other) =>
    one.day === other.day ? one.place - other.place : one.day < other.day ? -1 : 1,
  );
}

function quarterByHand(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)} ${month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4}`;
}

type Rows = ReturnType<typeof rowsByHand>;

function pairByHand({ methods }: PlainMeasure, first: Rows, last: Rows) {
  for (const method of methods ?? [undefined]) {
    const early = first.filter((row) => row.method === method);
    const late = last.filter((row) => row.method === method);
    const [before] = early.some(({ day }) => day !== "") ? early.filter(({ day }) => day) : early;
    const [after] = late;
    if (!before || !after) continue;
    if (before.exact !== "" && after.exact !== "" && after.exact < before.exact) continue;
    return [before.item, after.item] as const;
  }
  return undefined;
}

function levelOfFirstMethod({ field, methods }: PlainMeasure, first: Rows): number {
  const ranks = methods ?? [];
  const rankOf = ({ method = 99 }: Rows[number]) => (ranks.includes(method) ? method : 99);
  const lowest = Math.min(...first.map(rankOf));
  const own = first.filter((row) => rankOf(row) === lowest);
  const [row] = own.some(({ day }) => day !== "") ? own.filter(({ day }) => day !== "") : own;
  return codeOf(row?.item.answers[field]);
}

function isCopyByHand({ others }: PlainMeasure, one: Answers, other: Answers): boolean {
  for (const name of others) {
    if (JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null)) return false;
  }
  return true;
}

function codeOf(value: AnswerValue | undefined): number {
  return value?.kind === "codes" ? (value.codes[0] ?? 0) : 0;
}
