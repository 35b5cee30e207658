import type { Figure } from "../figure.ts";
import type { Findings } from "../findings/findings.ts";
import type { Panel } from "../panel.ts";

/** The answer to a question that somebody has put together. */
export type Exploration<Lane extends Figure["lane"] = Figure["lane"]> = {
  /** The answer first; what belongs beside it after. */
  readonly panels: readonly Panel<Lane>[];
  /** How sure it is, what is missing, what to talk about; what stands out is in the panels. */
  readonly findings: Findings | null;
};
