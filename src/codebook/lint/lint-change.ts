import type { Problem } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { inconsistent } from "./inconsistent.ts";
import { find } from "./lint-references.ts";
import { type Place, questionsWithPlaces, within } from "./place.ts";

/** Scales that are none, and what is to stand beside a change and is said by another. */
export function lintChange(codebook: Codebook, world: Codebook): readonly Problem[] {
  return [
    ...questionsWithPlaces(codebook).flatMap(({ question, place }) => {
      const { better, type, options } = question;
      const isScale = type === "single" && options.length > 1;
      if (better === undefined || isScale) return [];
      return [inconsistent(within(place, "better"), "no-scale", { type, count: options.length })];
    }),
    ...codebook.indicators.flatMap(({ id, variable, besideChange, within: condition }, index) => {
      const counted = find(world.variables, variable);
      if (besideChange === undefined || !counted) return [];
      const place: Place = { pointer: `/indicators/${index}/besideChange`, name: id };
      const isClients = counted.phase === "client" && !counted.view;
      if (isClients !== (besideChange === "client")) {
        return [inconsistent(place, "another-voice", { name: variable, voice: besideChange })];
      }
      return isClients && condition ? [inconsistent(place, "client-filtered", { name: id })] : [];
    }),
  ];
}
