import type { Panel } from "#report";
import { sentencesUnderTitle } from "../words/panel-words.ts";
import { tellsChange } from "./panels-in-turn.ts";

/** So many lines of words that half a row would make a column of them. */
const many = 4;

/**
 * Those that take a row for themselves: what has much to say, and what would else stand alone beside an
 * empty half. Panels stand two in a row, in the order given.
 */
export function wholeRows(panels: readonly Panel[]): ReadonlySet<Panel> {
  const whole = new Set<Panel>();
  let left: Panel | undefined;
  for (const panel of panels) {
    if (isLong(panel)) {
      if (left) whole.add(left);
      whole.add(panel);
      left = undefined;
    } else left = left ? undefined : panel;
  }
  if (left) whole.add(left);
  return whole;
}

function isLong(panel: Panel): boolean {
  const lines = sentencesUnderTitle(panel).length + (panel.base ? 1 : 0);
  return tellsChange(panel) || lines >= many;
}
