import { type QuestionName, referencesIn } from "#codebook";
import { countedGroup, dimensionsOf, type TableSpecification } from "./table-specification.ts";

/** The questions that a table is about, not those that its population is chosen by. */
export function questionsIn({
  measure,
}: Pick<TableSpecification, "measure">): readonly QuestionName[] {
  if (measure.kind === "change") return [{ group: measure.group, id: measure.field }];
  const group = countedGroup(measure);
  return dimensionsOf(measure).flatMap((dimension): readonly QuestionName[] => {
    if (dimension.kind !== "question") return [];
    const { variable: id } = dimension;
    return [group === undefined ? { id } : { id, group }];
  });
}

/** Those that the population is chosen by. */
export function questionsWithin({
  within,
}: Pick<TableSpecification, "within">): readonly QuestionName[] {
  return referencesIn(within).flatMap((reference): readonly QuestionName[] => {
    if (reference.kind === "answer") return [{ id: reference.variable }];
    if (reference.kind === "group" || reference.group === undefined) return [];
    return [{ id: reference.field, group: reference.group }];
  });
}
