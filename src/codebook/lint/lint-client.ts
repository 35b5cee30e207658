import type { Problem } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { restsOnClient } from "../rests-on-client.ts";
import { inconsistent } from "./inconsistent.ts";
import { type Place, questionsWithPlaces, within } from "./place.ts";

/**
 * What would read a client's sealed answers off: bands of age, which a correction of her case's start
 * would move, and what an overlay asks only of those who said something. The common questions may rest
 * on her answers: they are told in releases, and never inside a unit.
 */
export function lintClient(codebook: Codebook, world: Codebook): readonly Problem[] {
  return [
    ...codebook.variables.flatMap(({ id, phase, ageBandCuts }, index) =>
      phase === "client" && ageBandCuts
        ? [
            inconsistent(
              { pointer: `/variables/${index}/ageBandCuts`, name: id },
              "no-client-bands",
            ),
          ]
        : [],
    ),
    ...(codebook.overlays ? lintResting(codebook, restsOnClient(world)) : []),
  ];
}

function lintResting(codebook: Codebook, resting: ReadonlySet<string>): readonly Problem[] {
  const questions = questionsWithPlaces(codebook).map(({ question, place, group }) => ({
    condition: question.condition,
    name: group === undefined ? question.id : `${group}[].${question.id}`,
    place,
  }));
  const groups = codebook.groups.map(({ id, condition }, index) => {
    const place: Place = { pointer: `/groups/${index}`, name: id };
    return { condition, name: `${id}[]`, place };
  });
  // A row's question rests on its group, and a view on its rows: it is told where the condition stands.
  return [...questions, ...groups].flatMap(({ condition, name, place }) =>
    condition && resting.has(name)
      ? [inconsistent(within(place, "condition"), "rests-on-client")]
      : [],
  );
}
