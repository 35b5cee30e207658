import { type Problem, type ProblemCode, problem } from "#kernel";
import type { Codebook, Question } from "../codebook.ts";

/** Where the author wrote it: a JSON pointer into the file, and the name that people know it by. */
export type Place = { readonly pointer: string; readonly name?: string };

export function problemAt(
  code: ProblemCode,
  { pointer, name }: Place,
  details: Problem["details"] = {},
): Problem {
  const at = name === undefined ? pointer : `${pointer} (${name})`;
  return problem(code, at, {
    pointer,
    ...(name === undefined ? {} : { variable: name }),
    ...details,
  });
}

/** A question with its place, and the group it is a field of. */
export type PlacedQuestion = {
  readonly question: Question;
  readonly place: Place;
  readonly group?: string;
};

export function questionsWithPlaces(codebook: Codebook): readonly PlacedQuestion[] {
  const variables = codebook.variables.map((question, index) => ({
    question,
    place: { pointer: `/variables/${index}`, name: question.id },
  }));
  const fields = codebook.groups.flatMap((group, index) =>
    group.fields.map((question, position) => ({
      question,
      place: {
        pointer: `/groups/${index}/fields/${position}`,
        name: `${group.id}.${question.id}`,
      },
      group: group.id,
    })),
  );
  return [...variables, ...fields];
}

export function within({ pointer, name }: Place, path: string): Place {
  return { pointer: `${pointer}/${path}`, ...(name === undefined ? {} : { name }) };
}
