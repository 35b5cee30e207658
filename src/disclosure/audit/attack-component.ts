import type { Highs } from "highs";
import { WidthAttack } from "./attack-widths.ts";
import type { Component } from "./component.ts";
import type { Move } from "./move.ts";
import { settledColumns } from "./settled-columns.ts";
import { type AttackerName, limitsOf, type Sight } from "./sight.ts";

/** One component with those who attack it; those who only tell each other try the first attack alone. */
export type AttackJob = {
  readonly component: Component;
  readonly sights: readonly Sight[];
  /** Found for others: tried first, and proved anew against what these see. */
  readonly moves: readonly Move[];
};

export type FoundColumn = {
  readonly column: number;
  readonly attacker: AttackerName;
  readonly attack: "exact" | "interval";
  /** Steps from the true count that remain possible. */
  readonly down: number;
  readonly up: number;
};

export type JobFindings = {
  readonly found: readonly FoundColumn[];
  readonly pairs: readonly AttackerName[];
  readonly leastWidth: number | null;
  readonly byMove: number;
  readonly bySolver: number;
  readonly programs: number;
  readonly exact: number;
  /** Those that were not among the job's own. */
  readonly moves: readonly Move[];
};

/** `attacked` is called after each attacker. */
export function attackComponent(
  highs: Highs,
  { component, sights, moves }: AttackJob,
  attacked: () => void,
): JobFindings {
  const widths = new WidthAttack(highs, component, moves);
  const found: FoundColumn[] = [];
  const pairs: AttackerName[] = [];
  const sums = { byMove: 0, bySolver: 0, exact: 0 };
  let leastWidth = Number.POSITIVE_INFINITY;
  try {
    for (const sight of sights) {
      const { attacker } = sight;
      const limits = limitsOf(component, sight);
      const targets = [...sight.targets];
      sums.exact += targets.length;
      if (attacker.length > 1) {
        const suspects = targets.filter((column) => !widths.isUnsettled(limits, column));
        if (settledColumns(component, limits, suspects).length > 0) pairs.push(attacker);
      } else {
        const { settled, narrow, ...rest } = widths.attack(limits, targets);
        for (const column of settled) {
          found.push({ column, attacker, attack: "exact", down: 0, up: 0 });
        }
        for (const each of narrow) found.push({ ...each, attacker, attack: "interval" });
        sums.byMove += rest.byMove;
        sums.bySolver += rest.bySolver;
        leastWidth = Math.min(leastWidth, rest.leastWidth ?? leastWidth);
      }
      attacked();
    }
    return {
      ...sums,
      found,
      pairs,
      leastWidth: Number.isFinite(leastWidth) ? leastWidth : null,
      programs: widths.programs,
      moves: widths.learned,
    };
  } finally {
    widths.close();
  }
}
