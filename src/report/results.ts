import type { Text } from "#codebook";
import type { Figure } from "./figure.ts";
import type { Findings } from "./findings/findings.ts";
import type { Panel } from "./panel.ts";

/** What there is to read of a unit, or of a municipality by itself, in the order it is read. */
export type Results<Lane extends Figure["lane"] = Figure["lane"]> = {
  /** The one sentence to remember, with its base. */
  readonly headline: string;
  /** All cases → closed → asked → answered. */
  readonly strip: Panel<Lane>;
  /** One for each question that the results answer: «Vilka söker stöd?» */
  readonly sections: readonly ResultSection<Lane>[];
};

export type ResultSection<Lane extends Figure["lane"] = Figure["lane"]> = {
  readonly id: string;
  readonly label: Text;
  /** What stands out, how sure, what is missing, what to talk about; `null` where nothing can be said. */
  readonly findings: Findings | null;
  readonly panels: readonly Panel<Lane>[];
  /** Said before them, such as why a choice of period does not concern the client's own answers. */
  readonly note: string | null;
};
