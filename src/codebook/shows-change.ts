import type { AnswerSheet, AnswerValue, Item } from "./answer.ts";
import type { Codebook, PhaseId, RepeatGroup, Text, View } from "./codebook.ts";

/** Whether what was measured in a case before and after the support can be compared at all. */
export type ChangeSight = {
  readonly group: string;
  readonly label: Text;
  /** It ships as a measure that was switched on, such as the open measure. */
  readonly isMeasure: boolean;
  readonly kind: /** The same was measured before and after, by the same method where there are several. */
  "can-show" | "only-one-moment" | "different-methods" | "not-measured";
};

type Measured = {
  readonly group: RepeatGroup;
  /** Fields that are told before and after. */
  readonly fields: readonly string[];
  /** Rows are compared within one value of it; `undefined`: there is only one way of measuring. */
  readonly method: string | undefined;
  readonly before: readonly PhaseId[];
  readonly after: readonly PhaseId[];
};

/**
 * One for each repeat group that is measured again: a field of it is told by a `first` view of the
 * phases before and a `last` view of those after. Its method is the single choice that a `set` view
 * gathers: levels of different methods say nothing about each other (`statistics.md` §3).
 */
export function changeSights(codebook: Codebook, sheet: AnswerSheet): readonly ChangeSight[] {
  return codebook.groups.flatMap((group): readonly ChangeSight[] => {
    const measured = measuredIn(codebook, group);
    if (!measured) return [];
    const { id, label } = group;
    return [{ group: id, label, isMeasure: id.startsWith("m"), kind: kindOf(measured, sheet) }];
  });
}

/** The fields of a repeat group whose change is told, such as the level of a risk assessment. */
export function measuredFields(codebook: Codebook, group: RepeatGroup): readonly string[] {
  return measuredIn(codebook, group)?.fields ?? [];
}

function measuredIn(codebook: Codebook, group: RepeatGroup): Measured | undefined {
  const views = codebook.variables.flatMap(({ view }) => (view?.group === group.id ? [view] : []));
  const first = views.filter(({ take }) => take === "first");
  const last = views.filter(({ take }) => take === "last");
  const fields = first
    .map(({ field }) => field)
    .filter((field) => last.some((view) => view.field === field));
  const [one] = fields;
  if (one === undefined) return undefined;
  const isMethod = (id: string) =>
    group.fields.some((field) => field.id === id && field.type === "single");
  return {
    group,
    fields,
    method: views.find(({ take, field }) => take === "set" && isMethod(field))?.field,
    before: phasesOf(first, one),
    after: phasesOf(last, one),
  };
}

function phasesOf(views: readonly View[], field: string): readonly PhaseId[] {
  return views.find((view) => view.field === field)?.phases ?? [];
}

function kindOf(measured: Measured, sheet: AnswerSheet): ChangeSight["kind"] {
  const { group, fields, before, after } = measured;
  const rows = sheet.items.filter(
    (item) => item.group === group.id && fields.some((field) => isValid(item.answers[field])),
  );
  if (rows.length === 0) return "not-measured";
  const earlier = rows.filter(({ phase }) => before.includes(phase));
  const later = rows.filter(({ phase }) => after.includes(phase));
  if (earlier.length === 0 || later.length === 0) return "only-one-moment";
  const isPair = (one: Item, other: Item) => canBeCompared(measured, one, other);
  return earlier.some((one) => later.some((other) => isPair(one, other)))
    ? "can-show"
    : "different-methods";
}

function canBeCompared({ fields, method }: Measured, one: Item, other: Item): boolean {
  const isSameMethod =
    method === undefined || codeOf(one.answers[method]) === codeOf(other.answers[method]);
  return (
    isSameMethod &&
    fields.some((field) => isValid(one.answers[field]) && isValid(other.answers[field]))
  );
}

function isValid(value: AnswerValue | undefined): boolean {
  return value?.kind === "codes";
}

function codeOf(value: AnswerValue | undefined): number | undefined {
  return value?.kind === "codes" ? value.codes[0] : undefined;
}
