import { done, type Outcome, refused } from "#kernel";
import type { Codebook } from "./codebook.ts";
import { inconsistent } from "./lint/inconsistent.ts";
import { lintCodebook } from "./lint/lint-codebook.ts";
import { measuresOf } from "./measures-of.ts";
import { merge } from "./merge.ts";

/**
 * The codebook that a municipality with own variables uses; refused for whatever the linter finds.
 * @param measures those that there are, of which the overlay names some.
 */
export function applyOverlay(
  common: Codebook,
  overlay: Codebook,
  measures: readonly Codebook[] = [],
): Outcome<Codebook> {
  if (!overlay.overlays) {
    return refused(inconsistent({ pointer: "/overlays" }, "not-an-overlay", { name: overlay.id }));
  }
  const problems = lintCodebook(overlay, { common, measures });
  if (problems.length > 0) return refused(...problems);
  return done(merge(common, overlay, measuresOf(overlay, common, measures)));
}
