import type { QuestionName } from "#codebook";
import type { Askable } from "./extract/columnar-extract.ts";
import { itemsOf, type StoredQuestion } from "./extract/relation.ts";

/** The columns of a question; nothing where the extract has none. */
export function storedIn(
  { relations }: Askable,
  { id, group }: QuestionName,
): StoredQuestion | undefined {
  const names = group === undefined ? ["cases", "client"] : [itemsOf(group)];
  return relations
    .filter(({ name }) => names.includes(name))
    .flatMap(({ questions }) => questions)
    .find(({ question }) => question.id === id);
}
