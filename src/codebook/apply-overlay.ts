import { done, type Outcome, problem, refused } from "#kernel";
import type { Codebook } from "./codebook.ts";
import { lintCodebook } from "./lint/lint-codebook.ts";
import { merge } from "./merge.ts";

/** The codebook that a municipality with own variables uses; refused for whatever the linter finds. */
export function applyOverlay(common: Codebook, overlay: Codebook): Outcome<Codebook> {
  if (!overlay.overlays) {
    const reason = `«${overlay.id}» is not an overlay`;
    return refused(problem("codebook-inconsistent", "/overlays", { reason }));
  }
  const problems = lintCodebook(overlay, { common });
  return problems.length > 0 ? refused(...problems) : done(merge(common, overlay));
}
