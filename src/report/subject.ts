import type { Text } from "#codebook";
import type { Language } from "#kernel";
import type { Figure } from "./figure.ts";
import type { Base } from "./words/told.ts";

/** What a figure is about; the same for every kind of figure. */
export type Subject = {
  readonly lane: Figure["lane"];
  readonly id: string;
  readonly label: Text;
  readonly population: "started" | "closed";
  readonly reconstructed: boolean;
  readonly base: Base;
  readonly language: Language;
};

export function headOf(
  { lane, id, label, population, reconstructed }: Subject,
  kind: Figure["kind"],
): Pick<Figure, "lane" | "id" | "label" | "kind" | "population" | "reconstructed"> {
  return { lane, id, label, kind, population, reconstructed };
}
