import { type Codebook, type Condition, referencesIn, type View } from "#codebook";
import { nationSpecifications, type TableSpecification } from "#tabulation";

/** What of a codebook the release's tables rest on, by name. */
export type NeededForRelease = {
  readonly variables: ReadonlySet<string>;
  /** By repeat group; one without fields is only looked for: whether it has a row. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Whether the day or number in this field must leave as it is: it is what a view takes the first or the
   * last row by, and the order of the rows alone cannot tell it.
   */
  readonly isExact: (group: string, field: string) => boolean;
};

/** All that is counted, and whatever decides what is asked, what a view shows and who is in a group. */
export function neededForRelease(codebook: Codebook): NeededForRelease {
  const variables = new Set<string>();
  const groups = new Map<string, Set<string>>();

  function needVariable(id: string): void {
    if (variables.has(id)) return;
    variables.add(id);
    const variable = codebook.variables.find((each) => each.id === id);
    needCondition(variable?.condition);
    if (variable?.view) needView(variable.view);
  }
  function needView({ group, field, orderBy }: View): void {
    needField(group, field);
    if (orderBy !== undefined) needField(group, orderBy);
  }
  function needGroup(id: string): Set<string> {
    const before = groups.get(id);
    if (before) return before;
    const fields = new Set<string>();
    groups.set(id, fields);
    needCondition(codebook.groups.find((each) => each.id === id)?.condition);
    return fields;
  }
  function needField(group: string, id: string): void {
    const fields = needGroup(group);
    if (fields.has(id)) return;
    fields.add(id);
    const asked = codebook.groups.find((each) => each.id === group)?.fields;
    needCondition(asked?.find((each) => each.id === id)?.condition, group);
  }
  function needCondition(condition: Condition | undefined, group?: string): void {
    for (const reference of referencesIn(condition, "", group)) {
      if (reference.kind === "answer") needVariable(reference.variable);
      else if (reference.kind === "group") needGroup(reference.group);
      else if (reference.group !== undefined) needField(reference.group, reference.field);
    }
  }

  for (const { within, measure } of nationSpecifications(codebook)) {
    needCondition(within);
    for (const variable of variablesOf(measure)) needVariable(variable);
  }
  const orders = ordersIn(codebook);
  return {
    variables,
    groups,
    isExact: (group, field) => {
      const inGroup = orders.filter((each) => each.group === group);
      const ordering = inGroup.find((each) => each.orderBy === field);
      if (ordering === undefined) return false;
      return ordering.type === "integer" || new Set(inGroup.map((each) => each.orderBy)).size > 1;
    },
  };
}

function variablesOf(measure: TableSpecification["measure"]): readonly string[] {
  if ("variable" in measure) return [measure.variable];
  if (measure.kind !== "crossing") return [];
  const dimensions = [measure.rows, ...measure.columns];
  return dimensions.flatMap((each) => (each.kind === "question" ? [each.variable] : []));
}

/** By which days and numbers views choose among rows. */
function ordersIn({ variables, groups }: Codebook) {
  return variables.flatMap(({ view }) => {
    if (view?.orderBy === undefined || view.take === "set") return [];
    const { group, orderBy } = view;
    const fields = groups.find(({ id }) => id === group)?.fields;
    const type = fields?.find(({ id }) => id === orderBy)?.type;
    return type === "date" || type === "integer" ? [{ group, orderBy, type }] : [];
  });
}
