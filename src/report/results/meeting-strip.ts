import type { Shown } from "#disclosure";
import type { Language } from "#kernel";
import type { Panel } from "../panel.ts";
import { drawStrip } from "../picture/draw-strip.ts";
import { meetingWordsOf } from "../words/results/meeting-words.ts";

export type StripShare = { readonly label: string; readonly count: Shown };

/** All meetings → asked → answered yes → got some support: each a part of the one before. */
export function meetingStrip(
  meetings: Shown,
  shares: readonly StripShare[],
  language: Language,
): Omit<Panel, "lane"> {
  const words = meetingWordsOf(language);
  const steps = [{ label: words.strip.meetings, count: meetings }, ...shares];
  return {
    id: "strip",
    title: meetings === null ? words.strip.label : words.noted(meetings).replace(/\.$/, ""),
    label: words.strip.label,
    sentences: meetings === null ? [words.hidden] : [words.noted(meetings)],
    certainty: meetings === null ? "hidden" : meetings === 0 ? "empty" : "solid",
    reconstructed: false,
    base: null,
    population: null,
    tables: [
      {
        caption: words.strip.label,
        corner: words.strip.corner,
        columns: [{ label: words.strip.count, unit: "count" }],
        rows: steps.map(({ label, count }) => ({
          label,
          isMissing: false,
          cells: [count ?? "hidden"],
        })),
      },
    ],
    picture:
      meetings === null || meetings === 0
        ? null
        : drawStrip({ name: words.strip.label, notes: [words.strip.notes], steps }, language),
  };
}
