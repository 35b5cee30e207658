import { type Codebook, effectiveCodebooks, type QuestionName } from "#codebook";
import { type Problem, problem } from "#kernel";
import type { Askable } from "./extract/columnar-extract.ts";
import { notInVersion } from "./harmonise/not-in-version.ts";

/** Why the extract has no such question: another codebook has it, or its group is unknown, or it is itself. */
export function unknownQuestion(
  { codebook, codebooks }: Askable,
  at: string,
  name: QuestionName,
): readonly Problem[] {
  const others = effectiveCodebooks().filter(
    ({ id }) => !codebooks.some((known) => known.id === id),
  );
  const inOther = notInVersion([...codebooks, ...others], [], [name]);
  if (inOther.length > 0) return inOther;
  const inGroup = name.group === undefined ? [] : unknownGroup(codebook, at, name.group);
  if (inGroup.length > 0) return inGroup;
  // What stays in the municipalities is in no column of the nation's.
  const details = { variable: name.id, codebook: codebook.id };
  return [problem("analysis-unknown-variable", at, details)];
}

export function unknownGroup(
  { id, groups }: Codebook,
  at: string,
  group: string,
): readonly Problem[] {
  if (groups.some((known) => known.id === group)) return [];
  return [problem("analysis-unknown-group", at, { group, codebook: id })];
}
