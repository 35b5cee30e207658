import type { Problem } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { measuresOf } from "../measures-of.ts";
import { merge, withMeasures } from "../merge.ts";
import { lintForbidden } from "./forbidden-variables.ts";
import { lintChange } from "./lint-change.ts";
import { lintClient } from "./lint-client.ts";
import { lintEarlier } from "./lint-earlier.ts";
import { lintHistory } from "./lint-history.ts";
import { lintNames } from "./lint-names.ts";
import { lintOptions } from "./lint-options.ts";
import { lintOverlay } from "./lint-overlay.ts";
import { lintReassessments } from "./lint-reassessments.ts";
import { lintReferences, unknown } from "./lint-references.ts";
import { lintTexts } from "./lint-texts.ts";
import { lintViews } from "./lint-views.ts";
import { problemAt } from "./place.ts";

export type LintAgainst = {
  /** For an overlay: the codebook it adds to. */
  readonly common?: Codebook;
  /** The measures that there are, of which an overlay may name some. */
  readonly measures?: readonly Codebook[];
  /** The version before, whose codes keep their meaning. */
  readonly previous?: Codebook;
  /** Others before it, whose answers it says how to count. */
  readonly earlier?: readonly Codebook[];
};

/**
 * All that is wrong with a codebook of the right form. `at` is a JSON pointer into the file followed by
 * the variable's name; `details` hold both apart (`pointer`, `variable`). Empty: it can be used.
 */
export function lintCodebook(codebook: Codebook, against: LintAgainst = {}): readonly Problem[] {
  const { common, previous } = against;
  const bare = common?.id === codebook.overlays?.codebook ? common : undefined;
  const switchedOn = bare ? measuresOf(codebook, bare, against.measures ?? []) : [];
  const base = bare && withMeasures(bare, switchedOn);
  const world = base ? merge(base, codebook) : codebook;
  return [
    ...lintNames(codebook),
    ...(codebook.overlays && !base
      ? [unknown(codebook.overlays.codebook, { pointer: "/overlays/codebook" })]
      : []),
    ...(base ? lintOverlay(codebook, base) : []),
    ...(codebook.measures ?? []).flatMap((name, index, all) =>
      all.indexOf(name) < index
        ? [problemAt("codebook-duplicate", { pointer: `/measures/${index}` }, { name })]
        : [],
    ),
    ...(codebook.measures ?? []).flatMap((name, index) =>
      switchedOn.some(({ id }) => id === name)
        ? []
        : [unknown(name, { pointer: `/measures/${index}` })],
    ),
    ...lintReferences(codebook, world),
    ...lintOptions(codebook),
    ...lintViews(codebook, world),
    ...lintReassessments(codebook),
    ...lintChange(codebook, world),
    ...lintClient(codebook, world),
    ...lintTexts(codebook),
    ...lintForbidden(codebook),
    ...lintEarlier(codebook, world, [...(previous ? [previous] : []), ...(against.earlier ?? [])]),
    ...(previous ? lintHistory(codebook, previous) : []),
  ];
}
