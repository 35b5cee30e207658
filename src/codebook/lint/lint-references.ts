import type { Problem } from "#kernel";
import { ageBands } from "../age-bands.ts";
import type { Codebook, Question, RepeatGroup } from "../codebook.ts";
import type { Condition } from "../condition.ts";
import { evaluationOrder, type Step, stepName } from "../dependencies.ts";
import { type Reference, referencesIn } from "../references.ts";
import { type Place, problemAt, questionsWithPlaces, within } from "./place.ts";

/** Names that do not exist, codes that are not among the options, and conditions in a circle. */
export function lintReferences(codebook: Codebook, world: Codebook): readonly Problem[] {
  return [
    ...conditionsIn(codebook).flatMap(({ condition, place, group }) =>
      referencesIn(condition, place.pointer, group).flatMap((reference) =>
        lintReference(reference, place, world),
      ),
    ),
    ...codebook.variables.flatMap(({ phase, baselineFor }, index) => [
      ...unknownPhase(phase, world, variablePlace(codebook, index, "phase")),
      ...unknownVariable(baselineFor, world, variablePlace(codebook, index, "baselineFor")),
    ]),
    ...codebook.checks.flatMap(({ id, phase }, index) =>
      unknownPhase(phase, world, { pointer: `/checks/${index}/phase`, name: id }),
    ),
    ...codebook.indicators.flatMap((indicator, index) => {
      const place: Place = { pointer: `/indicators/${index}`, name: indicator.id };
      const { measure, variable } = indicator;
      return [
        ...unknownVariable(variable, world, within(place, "variable")),
        ...(measure.kind === "share"
          ? unknownCodes(
              find(world.variables, variable),
              measure.codes,
              within(place, "measure/codes"),
            )
          : []),
      ];
    }),
    ...lintResults(codebook, world),
    ...lintCircle(codebook, world),
  ];
}

/** What subgroups and chapters name. */
function lintResults(codebook: Codebook, world: Codebook): readonly Problem[] {
  const subgroups = codebook.subgroups.flatMap(({ id, variable, codes }, index) => {
    const place: Place = { pointer: `/subgroups/${index}`, name: id };
    return [
      ...unknownVariable(variable, world, within(place, "variable")),
      ...unknownCodes(find(world.variables, variable), codes, within(place, "codes")),
    ];
  });
  const chapters = codebook.chapters.flatMap((chapter, index) => {
    const { id, indicators, variables, subgroup, partOf } = chapter;
    const place: Place = { pointer: `/chapters/${index}`, name: id };
    const whole = find(world.chapters, partOf);
    return [
      ...indicators
        .filter((name) => !find(world.indicators, name))
        .map((name) => unknown(name, within(place, "indicators"))),
      ...variables.flatMap((name) => unknownVariable(name, world, within(place, "variables"))),
      ...(subgroup !== undefined && !find(world.subgroups, subgroup)
        ? [unknown(subgroup, within(place, "subgroup"))]
        : []),
      // A chapter about a group, or one that is itself a part, has no parts.
      ...(partOf !== undefined &&
      (!whole || whole.partOf !== undefined || whole.subgroup !== undefined)
        ? [unknown(partOf, within(place, "partOf"))]
        : []),
    ];
  });
  return [...subgroups, ...chapters];
}

/** The codes that an answer to the question can hold, and 97, which every hidden question counts as. */
function codesOf(question: Question): readonly number[] {
  return [
    ...question.options.map(({ code }) => code),
    ...ageBands(question).map(({ code }) => code),
    ...question.missing.map(({ code }) => code),
    97,
  ];
}

type PlacedCondition = {
  readonly condition: Condition | undefined;
  readonly place: Place;
  readonly group?: string;
};

function conditionsIn(codebook: Codebook): readonly PlacedCondition[] {
  return [
    ...questionsWithPlaces(codebook).map(({ question, place, ...inGroup }) => ({
      condition: question.condition,
      place: within(place, "condition"),
      ...inGroup,
    })),
    ...codebook.groups.map(({ id, condition }, index) => ({
      condition,
      place: { pointer: `/groups/${index}/condition`, name: id },
    })),
    ...codebook.indicators.map(({ id, within: condition }, index) => ({
      condition,
      place: { pointer: `/indicators/${index}/within`, name: id },
    })),
    ...codebook.checks.map(({ id, when }, index) => ({
      condition: when,
      place: { pointer: `/checks/${index}/when`, name: id },
    })),
  ];
}

function lintReference(reference: Reference, { name }: Place, world: Codebook): readonly Problem[] {
  const place: Place = { pointer: reference.at, ...(name === undefined ? {} : { name }) };
  if (reference.kind === "answer") {
    const variable = find(world.variables, reference.variable);
    if (!variable) return unknownVariable(reference.variable, world, within(place, "answer"));
    return unknownCodes(variable, reference.codes, within(place, "in"));
  }
  if (reference.kind === "group") {
    const group = find(world.groups, reference.group);
    return group
      ? phasesOutside(reference.phases, group, within(place, "phases"))
      : [unknown(reference.group, within(place, "someItem"))];
  }
  if (reference.group === undefined) {
    const outside = { name: reference.field };
    return [problemAt("codebook-field-outside-group", within(place, "field"), outside)];
  }
  const group = find(world.groups, reference.group);
  // A group that does not exist is reported where it is named.
  if (!group) return [];
  const field = find(group.fields, reference.field);
  if (!field) return [unknown(`${group.id}.${reference.field}`, within(place, "field"))];
  return unknownCodes(field, reference.codes, within(place, "in"));
}

export function unknown(name: string, place: Place): Problem {
  return problemAt("codebook-unknown-reference", place, { name });
}

export function find<Named extends { readonly id: string }>(
  list: readonly Named[],
  name: string | undefined,
): Named | undefined {
  return list.find(({ id }) => id === name);
}

export function phasesOutside(
  phases: readonly string[],
  group: RepeatGroup,
  place: Place,
): readonly Problem[] {
  return phases
    .filter((phase) => !group.phases.some((each) => each === phase))
    .map((phase) => unknown(`${group.id}: ${phase}`, place));
}

function unknownPhase(phase: string, world: Codebook, place: Place): readonly Problem[] {
  return find(world.phases, phase) ? [] : [unknown(phase, place)];
}

function unknownVariable(
  name: string | undefined,
  world: Codebook,
  place: Place,
): readonly Problem[] {
  return name === undefined || find(world.variables, name) ? [] : [unknown(name, place)];
}

function unknownCodes(
  question: Question | undefined,
  codes: readonly number[],
  place: Place,
): readonly Problem[] {
  if (!question) return [];
  const known = codesOf(question);
  return codes
    .filter((code) => !known.includes(code))
    .map((code) => problemAt("codebook-unknown-code", place, { code, name: question.id }));
}

function variablePlace(codebook: Codebook, index: number, path: string): Place {
  const name = codebook.variables[index]?.id ?? "";
  return { pointer: `/variables/${index}/${path}`, name };
}

function lintCircle(codebook: Codebook, world: Codebook): readonly Problem[] {
  const order = evaluationOrder(world);
  if (order.kind === "order") return [];
  const path = order.path.map(stepName).join(" → ");
  const own = order.path
    .map((step) => placeOf(step, codebook))
    .find((place) => place !== undefined);
  const place = own ?? { pointer: "/variables", name: path };
  return [problemAt("codebook-circular-condition", place, { path })];
}

function placeOf(step: Step, codebook: Codebook): Place | undefined {
  const found =
    step.kind === "group"
      ? codebook.groups
          .map(({ id }, index) => ({ pointer: `/groups/${index}`, name: id }))
          .find(({ name }) => name === step.group)
      : questionsWithPlaces(codebook)
          .map(({ place }) => place)
          .find(({ name }) => name === nameOf(step));
  return found && within(found, "condition");
}

function nameOf(step: Exclude<Step, { kind: "group" }>): string {
  return step.kind === "variable" ? step.variable : `${step.group}.${step.field}`;
}
