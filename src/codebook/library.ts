import { problemSentence } from "#kernel";
import { applyOverlay } from "./apply-overlay.ts";
import { Codebook } from "./codebook.ts";
import ostersundManner from "./library/k9007-ostersund-manner.json" with { type: "json" };
import oppetMatt from "./library/m1-oppet-matt.json" with { type: "json" };
import kvinnofrid2019 from "./library/su-kvinnofrid-2019.json" with { type: "json" };
import kvinnofrid2021 from "./library/su-kvinnofrid-2021.json" with { type: "json" };
import { isMeasure } from "./measures-of.ts";

let parsed: readonly Codebook[] | undefined;
let effective: readonly Codebook[] | undefined;

/** The shipped codebooks as they were written, newest first; overlays last, and measures after them. */
export function libraryCodebooks(): readonly Codebook[] {
  parsed ??= [kvinnofrid2021, kvinnofrid2019, ostersundManner, oppetMatt].map((file) =>
    Codebook.parse(file),
  );
  return parsed;
}

/** Those of the shipped overlays that any municipality may switch on in its own. */
export function libraryMeasures(): readonly Codebook[] {
  return libraryCodebooks().filter(isMeasure);
}

/**
 * The shipped codebooks as they are used: overlays applied to the codebook they add to. A measure is
 * used only as a part of others.
 */
export function effectiveCodebooks(): readonly Codebook[] {
  effective ??= libraryCodebooks()
    .filter((codebook) => !isMeasure(codebook))
    .map(withCommon);
  return effective;
}

/** `undefined` for a name that is not in the library. */
export function effectiveCodebook(id: string): Codebook | undefined {
  return effectiveCodebooks().find((codebook) => codebook.id === id);
}

/** @throws for a shipped overlay that does not fit: a bug, which the library's tests look for. */
function withCommon(codebook: Codebook): Codebook {
  if (!codebook.overlays) return codebook;
  const common = libraryCodebooks().find(({ id }) => id === codebook.overlays?.codebook);
  if (!common) throw new Error(`${codebook.id} adds to an unknown codebook`);
  const outcome = applyOverlay(common, codebook, libraryMeasures());
  if (outcome.kind === "done") return outcome.value;
  throw new Error(outcome.problems.map((found) => problemSentence(found, "en")).join("\n"));
}
