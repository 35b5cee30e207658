import type { Release } from "#compilation";
import type { CompilingView } from "../wire-of-rounds.ts";

type DraftView = Extract<CompilingView["state"], { kind: "draft" }>;

/** What is told of a release before anybody publishes it. */
export type ToldDraft = Pick<DraftView, "verdict" | "municipalities" | "cases" | "shown">;

const hidden = "..";

export function toldDraft({ document, verdict, cells }: Release): ToldDraft {
  const inTables = cells.cells.filter(({ role }) => role === "table");
  return {
    verdict: verdict.sv,
    municipalities: document.municipalities,
    cases: document.cases,
    shown: (["nation", "area", "municipality"] as const).flatMap((level) => {
      const there = inTables.filter(({ region }) => region.level === level);
      const shown = there.filter(({ count }) => count !== hidden).length;
      return there.length === 0 ? [] : [{ level, shown, of: there.length }];
    }),
  };
}
