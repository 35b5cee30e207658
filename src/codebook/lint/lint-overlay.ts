import type { Problem } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { referencesIn } from "../references.ts";
import { inconsistent } from "./inconsistent.ts";
import { type Place, problemAt, questionsWithPlaces, within } from "./place.ts";

/**
 * An overlay only adds, and only under its own names: an upgrade of the common codebook can then never
 * collide with it. What it adds stays in the municipality or county.
 * @param common with the measures that the overlay switches on.
 */
export function lintOverlay(overlay: Codebook, common: Codebook): readonly Problem[] {
  const concepts = questionsWithPlaces(common).map(({ question }) => question.concept);
  return [
    ...lintNamespace(overlay, common),
    ...questionsWithPlaces(overlay)
      .filter(({ question }) => concepts.includes(question.concept))
      .map(({ question, place }) => touches(within(place, "concept"), question.concept)),
    ...questionsWithPlaces(overlay)
      .filter(({ question }) => question.exportLevel === "national")
      .map(({ place }) => inconsistent(within(place, "exportLevel"), "never-national")),
    ...questionsWithPlaces(overlay)
      .filter(({ question: { type, range, ageBandCuts } }) => {
        return type === "integer" && !range && !ageBandCuts;
      })
      .map(({ place }) => inconsistent(within(place, "range"), "needs-range")),
    ...lintErrors(overlay, common),
    ...overlay.groups.flatMap(({ id, phases }, index) =>
      phases.includes("client")
        ? [inconsistent({ pointer: `/groups/${index}/phases`, name: id }, "no-client-rows")]
        : [],
    ),
    ...(overlay.earlier ?? []).flatMap(({ concept }, index) =>
      concepts.includes(concept)
        ? [touches({ pointer: `/earlier/${index}/concept`, name: concept }, concept)]
        : [],
    ),
    ...(["phases", "subgroups", "chapters"] as const).flatMap((list) =>
      overlay[list].map(({ id }, index) => touches({ pointer: `/${list}/${index}`, name: id }, id)),
    ),
  ];
}

/** What stops a phase must rest on something of the overlay's own: common answers are not its to forbid. */
function lintErrors(overlay: Codebook, common: Codebook): readonly Problem[] {
  const known = new Set([...common.variables, ...common.groups].map(({ id }) => id));
  return overlay.checks.flatMap(({ id, severity, when }, index) => {
    const names = referencesIn(when).map((reference) =>
      reference.kind === "answer" ? reference.variable : reference.group,
    );
    const isOwn = names.some((name) => name !== undefined && !known.has(name));
    const place = { pointer: `/checks/${index}/severity`, name: id };
    return severity === "error" && !isOwn ? [inconsistent(place, "error-on-common")] : [];
  });
}

function lintNamespace(overlay: Codebook, common: Codebook): readonly Problem[] {
  const prefix = overlay.overlays?.namespace ?? "";
  return (["variables", "groups", "indicators", "checks"] as const).flatMap((list) => {
    const taken = common[list].map(({ id }) => id);
    return overlay[list].flatMap(({ id }, index): readonly Problem[] => {
      const place: Place = { pointer: `/${list}/${index}/id`, name: id };
      if (taken.includes(id)) return [touches(place, id)];
      if (id.startsWith(prefix)) return [];
      return [problemAt("codebook-namespace", place, { prefix, name: id })];
    });
  });
}

function touches(place: Place, name: string): Problem {
  return problemAt("codebook-overlay-touches-common", place, { name });
}
