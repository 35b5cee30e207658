import type { Figure, FigureChain, SvgNode } from "./figure.ts";

/**
 * One thing that is told, whatever it is: a message as title, sentences with their base, a picture, and
 * tables with the same numbers. Pages, documents and files are made of panels; what may not be shown is
 * in none of its parts. All words are in one language already.
 */
export type Panel<Lane extends Figure["lane"] = Figure["lane"]> = {
  /** `internal`: exact, for the unit alone; «får ej spridas». Documents and files take `safe` alone. */
  readonly lane: Lane;
  /** Unique among the panels that are told together. */
  readonly id: string;
  /** What it says in short. */
  readonly title: string;
  /** What was counted: the tables' name. */
  readonly label: string;
  /** What it says, with its base, and with a reserve where there are few. */
  readonly sentences: readonly string[];
  readonly certainty: Figure["certainty"];
  readonly reconstructed: boolean;
  /** The chain of denominators; `null` where the tables themselves hold it. */
  readonly base: FigureChain | null;
  /** Which cases the chain begins with; `null` where there is none. */
  readonly population: Figure["population"] | "open" | null;
  /** At least one; every number of the picture stands in one of them. */
  readonly tables: readonly ShownTable[];
  /**
   * `attributes["aria-label"]` is what it says to those who do not see it, as of every picture; `null` where
   * there is nothing to draw.
   */
  readonly picture: SvgNode | null;
};

/** From protected tables alone: may be printed, spread and published. */
export type SafePanel = Panel<"safe">;

/** Numbers in rows and columns, as they are shown. */
export type ShownTable = {
  readonly caption: string;
  /** What the rows are: «Svar». */
  readonly corner: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ShownRow[];
};

export type ShownColumn = {
  readonly label: string;
  /** `share` is a fraction 0–1, `points` a difference of two. */
  readonly unit: "count" | "share" | "points" | "mean";
};

export type ShownRow = {
  readonly label: string;
  /** An answer that says nothing, such as «vet ej». */
  readonly isMissing: boolean;
  /** One for each column. */
  readonly cells: readonly ShownCell[];
};

/** `hidden`: may not be shown, and no reason is given («..»). `none`: there is no such number («–»). */
export type ShownCell = number | "hidden" | "none";
