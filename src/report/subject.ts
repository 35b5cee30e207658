import type { Text } from "#codebook";
import type { Language } from "#kernel";
import type { Figure, FigureResponse } from "./figure.ts";
import type { Base } from "./words/told.ts";

/** What a figure is about; the same for every kind of figure. */
export type Subject<Lane extends Figure["lane"] = Figure["lane"]> = {
  readonly lane: Lane;
  readonly id: string;
  readonly label: Text;
  readonly population: "started" | "closed";
  readonly reconstructed: boolean;
  readonly base: Base;
  readonly language: Language;
  readonly response?: FigureResponse | null;
};

export function headOf<Lane extends Figure["lane"]>(
  { lane, id, label, population, reconstructed, response = null }: Subject<Lane>,
  kind: Figure["kind"],
): Pick<
  Figure<Lane>,
  "lane" | "id" | "label" | "kind" | "population" | "reconstructed" | "response"
> {
  return { lane, id, label, kind, population, reconstructed, response };
}
