import type { Codebook, Field, PhaseId, RepeatGroup, View } from "./codebook.ts";

/** A field of a repeat group that is measured before the support and after it. */
export type MeasuredField = {
  readonly group: RepeatGroup;
  readonly field: Field;
  /** Levels are compared within one value of it; `undefined`: there is only one way of measuring. */
  readonly method: Field | undefined;
  /** Its codes, in the codebook's order; with one way of measuring `undefined` is the method of every row. */
  readonly methods: readonly (number | undefined)[];
  /** No phase is both. */
  readonly before: readonly PhaseId[];
  readonly after: readonly PhaseId[];
  /** The day by which a row is earlier or later than another; without one, the order of entry is. */
  readonly orderBy: Field | undefined;
  /**
   * Whether the view of the phases before takes its row by that day, too. Where it does not, the rows
   * stand in a delivery as they were entered, and days of one quarter cannot be told apart.
   */
  readonly isBeforeByDay: boolean;
};

/**
 * In the order of the codebook. A field is measured twice when a `first` view of the phases before tells
 * it, and a `last` view of those after. Its method is the single choice that a `set` view of the group
 * gathers: levels of different methods say nothing about each other (`statistics.md` §3).
 */
export function measuredTwice(codebook: Codebook): readonly MeasuredField[] {
  const known = found.get(codebook);
  if (known) return known;
  const measured = codebook.groups.flatMap((group) => measuredIn(codebook, group));
  found.set(codebook, measured);
  return measured;
}

/** The fields of a repeat group whose change is told, such as the level of a risk assessment. */
export function measuredFields(codebook: Codebook, group: RepeatGroup): readonly string[] {
  return measuredTwice(codebook)
    .filter((measured) => measured.group.id === group.id)
    .map(({ field }) => field.id);
}

/** It is asked for every case, and a codebook never changes. */
const found = new WeakMap<Codebook, readonly MeasuredField[]>();

function measuredIn(codebook: Codebook, group: RepeatGroup): readonly MeasuredField[] {
  const views = codebook.variables.flatMap(({ view }) => (view?.group === group.id ? [view] : []));
  const gathered = views.filter(({ take }) => take === "set").map(({ field }) => field);
  const method = group.fields.find(({ id, type }) => type === "single" && gathered.includes(id));
  const methods = method ? method.options.map(({ code }) => code) : [undefined];
  const orders = views.map((view) => view.orderBy);
  const orderBy = group.fields.find(({ id, type }) => type === "date" && orders.includes(id));
  return group.fields.flatMap((field): readonly MeasuredField[] => {
    const before = phasesOf(views, field, "first");
    const after = phasesOf(views, field, "last");
    const isTwice = before.length > 0 && after.length > 0;
    if (!isTwice || before.some((phase) => after.includes(phase))) return [];
    const first = viewOf(views, field, "first");
    const isBeforeByDay = orderBy !== undefined && first?.orderBy === orderBy.id;
    return [{ group, field, method, methods, before, after, orderBy, isBeforeByDay }];
  });
}

function viewOf(views: readonly View[], { id }: Field, take: View["take"]): View | undefined {
  return views.find((view) => view.field === id && view.take === take);
}

function phasesOf(views: readonly View[], field: Field, take: View["take"]): readonly PhaseId[] {
  return viewOf(views, field, take)?.phases ?? [];
}
