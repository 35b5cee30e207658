import type { Panel } from "#report";

export type PanelsInTurn = {
  readonly first: readonly Panel[];
  readonly rest: readonly Panel[];
  /** Nobody has answered. */
  readonly empty: readonly Panel[];
  /** Nothing of them may be shown. */
  readonly hidden: readonly Panel[];
};

/**
 * In the order that they came: as many as stand open, and after them what tells of a change, which is
 * never folded away; then the others.
 */
export function panelsInTurn(panels: readonly Panel[], open: number): PanelsInTurn {
  const hidden = panels.filter(({ certainty }) => certainty === "hidden");
  const empty = panels.filter(({ certainty }) => certainty === "empty");
  const told = panels.filter((panel) => !hidden.includes(panel) && !empty.includes(panel));
  const rest = told.slice(open).filter((panel) => !tellsChange(panel));
  return { first: told.filter((panel) => !rest.includes(panel)), rest, empty, hidden };
}

/** With the goal and the client's view in the same breath. */
export function tellsChange({ id }: Panel): boolean {
  return id.includes("change of ");
}
