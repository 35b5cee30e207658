import { type Codebook, type QuestionName, referencesIn } from "#codebook";
import { type Problem, problem } from "#kernel";
import type { Askable } from "./extract/columnar-extract.ts";
import type { TableSpecification } from "./table-specification.ts";
import { unknownGroup, unknownQuestion } from "./unknown-question.ts";

/** Names in the choice of a population that no evaluation would find: it throws for each of them. */
export function checkCondition(
  extract: Askable,
  { id, within }: TableSpecification,
): readonly Problem[] {
  return referencesIn(within).flatMap((reference) => checkReference(extract, id, reference));
}

type Reference = ReturnType<typeof referencesIn>[number];

function checkReference(extract: Askable, at: string, reference: Reference): readonly Problem[] {
  const { codebook } = extract;
  const known = (name: QuestionName) =>
    has(codebook, name) ? [] : unknownQuestion(extract, at, name);
  switch (reference.kind) {
    case "answer":
      return known({ id: reference.variable });
    case "group":
      return unknownGroup(codebook, at, reference.group);
    case "field": {
      const { group, field } = reference;
      if (group !== undefined) return known({ id: field, group });
      return [problem("analysis-field-outside-row", at, { variable: field })];
    }
  }
}

function has({ variables, groups }: Codebook, { id, group }: QuestionName): boolean {
  const questions =
    group === undefined ? variables : groups.find((each) => each.id === group)?.fields;
  return questions?.some((question) => question.id === id) ?? false;
}
