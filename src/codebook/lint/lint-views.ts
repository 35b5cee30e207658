import type { Problem } from "#kernel";
import type { Codebook, Field, Variable, View } from "../codebook.ts";
import { inconsistent } from "./inconsistent.ts";
import { isChoice } from "./lint-options.ts";
import { find, phasesOutside, unknown } from "./lint-references.ts";
import { type Place, within } from "./place.ts";

/** Variables that are computed from rows, asked twice, or counted as indicators, and cannot be. */
export function lintViews(codebook: Codebook, world: Codebook): readonly Problem[] {
  return [
    ...codebook.variables.flatMap((variable, index) => {
      const place: Place = { pointer: `/variables/${index}`, name: variable.id };
      return [
        ...(variable.view ? lintView(variable, variable.view, world, within(place, "view")) : []),
        ...lintBaseline(variable, world, within(place, "baselineFor")),
      ];
    }),
    ...codebook.indicators.flatMap(({ id, measure, variable }, index) => {
      const counted = find(world.variables, variable);
      if (!counted || measure.kind === "share" || counted.type === "multiple") return [];
      const place: Place = { pointer: `/indicators/${index}/measure`, name: id };
      return [inconsistent(place, "nothing-to-average", { name: variable })];
    }),
  ];
}

function lintView(variable: Variable, view: View, world: Codebook, place: Place) {
  const group = find(world.groups, view.group);
  if (!group) return [unknown(view.group, within(place, "group"))];
  const field = find(group.fields, view.field);
  if (!field) return [unknown(`${view.group}.${view.field}`, within(place, "field"))];
  return [
    ...phasesOutside(view.phases ?? [], group, within(place, "phases")),
    ...lintTake(variable, field, view, place),
    ...lintOrderBy(group.fields, view, place),
    ...lintSameOptions(variable, field, within(place, "field")),
  ];
}

function lintTake({ type }: Variable, field: Field, { take }: View, place: Place) {
  const at = within(place, "take");
  if (take === "set") {
    return type === "multiple" && isChoice(field) ? [] : [inconsistent(at, "set-of-options")];
  }
  return type === field.type ? [] : [inconsistent(at, "other-type", { type, field: field.type })];
}

function lintOrderBy(fields: readonly Field[], { take, orderBy }: View, place: Place) {
  if (orderBy === undefined) return [];
  const at = within(place, "orderBy");
  const field = find(fields, orderBy);
  if (!field) return [unknown(orderBy, at)];
  if (take === "set") return [inconsistent(at, "set-has-no-order")];
  return field.type === "multiple" ? [inconsistent(at, "multiple-has-no-order")] : [];
}

function lintSameOptions(variable: Variable, field: Field, place: Place): readonly Problem[] {
  return variable.options
    .filter(({ code, label }) => {
      const same = field.options.find((option) => option.code === code);
      return same?.label.sv !== label.sv || same.label.en !== label.en;
    })
    .map(({ code }) => inconsistent(place, "not-the-fields-option", { code }));
}

function lintBaseline(variable: Variable, world: Codebook, place: Place): readonly Problem[] {
  const later = find(world.variables, variable.baselineFor);
  if (!later) return [];
  const codes = ({ options }: Variable) => options.map(({ code }) => code).join();
  const isSame = later.type === variable.type && codes(later) === codes(variable);
  return isSame ? [] : [inconsistent(place, "other-options", { name: later.id })];
}
