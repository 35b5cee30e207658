import type { Problem } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { type Place, problemAt, questionsWithPlaces, within } from "./place.ts";

type Named = { readonly name: string; readonly place: Place };

/** Ids, codes and concepts that appear twice. */
export function lintNames(codebook: Codebook): readonly Problem[] {
  const questions = questionsWithPlaces(codebook);
  const listed = (list: "groups" | "indicators" | "checks" | "phases" | "subgroups" | "chapters") =>
    codebook[list].map(
      ({ id }, index): Named => ({
        name: id,
        place: { pointer: `/${list}/${index}/id`, name: id },
      }),
    );
  return [
    ...repeated([
      ...codebook.variables.map(({ id }, index) => ({
        name: id,
        place: { pointer: `/variables/${index}/id`, name: id },
      })),
      ...listed("groups"),
    ]),
    ...repeated(listed("indicators")),
    ...repeated(listed("checks")),
    ...repeated(listed("phases")),
    ...repeated(listed("subgroups")),
    ...repeated(listed("chapters")),
    ...repeated(
      questions
        .filter(({ group }) => group !== undefined)
        .map(({ question, place, group }) => ({
          name: `${group}.${question.id}`,
          place: within(place, "id"),
        })),
    ),
    ...repeated(
      questions.map(({ question, place }) => ({
        name: question.concept,
        place: within(place, "concept"),
      })),
    ),
    ...questions.flatMap(({ question, place }) => [
      ...repeated(
        question.options.map(({ code }, index) => ({
          name: String(code),
          place: within(place, `options/${index}/code`),
        })),
      ),
      ...repeated(
        question.missing.map(({ code }, index) => ({
          name: String(code),
          place: within(place, `missing/${index}/code`),
        })),
      ),
    ]),
  ];
}

function repeated(names: readonly Named[]): readonly Problem[] {
  const seen = new Set<string>();
  return names.flatMap(({ name, place }) => {
    if (seen.has(name)) return [problemAt("codebook-duplicate", place, { name })];
    seen.add(name);
    return [];
  });
}
