import { leastWidth } from "../linked/linked-cells.ts";
import type { FoundColumn } from "./attack-component.ts";
import type { AttackedSet } from "./attacked-set.ts";
import type { AttackName, AuditFinding } from "./audit-verdict.ts";
import type { KnownBounds } from "./invert-rounded.ts";
import type { Member } from "./reduce-unknowns.ts";
import type { AttackerName } from "./sight.ts";

/** Known without anything being added up: it is told, or a rounded number has one reading only. */
export function toldFinding(set: AttackedSet, cell: number, attacker: AttackerName): AuditFinding {
  const isTold = set.shown[cell] !== null;
  const count = set.counts[cell] ?? 0;
  const attack = cell >= set.ledgerFrom ? "ledger" : isTold ? "told" : "rounded";
  return finding(set, attack, cell, attacker, isTold ? null : [count, count]);
}

export function foundFinding(
  set: AttackedSet,
  { low, high }: KnownBounds,
  { attacker, attack, down, up }: FoundColumn,
  { cell, sign }: Member,
): AuditFinding {
  const isByRounding = (high[cell] ?? 0) - (low[cell] ?? 0) < leastWidth;
  const name = cell >= set.ledgerFrom ? "ledger" : isByRounding ? "rounded" : attack;
  const count = set.counts[cell] ?? 0;
  const steps: readonly [number, number] = sign > 0 ? [down, up] : [-up, -down];
  return finding(set, name, cell, attacker, [count + steps[0], count + steps[1]]);
}

export function brokenRelation(place: number): AuditFinding {
  return { attack: "sums", cell: `relations[${place}]`, attacker: "outsider", interval: null };
}

function finding(
  set: AttackedSet,
  attack: AttackName,
  cell: number,
  [participant]: AttackerName,
  interval: AuditFinding["interval"],
): AuditFinding {
  const attacker = participant === undefined ? "outsider" : { participant };
  return { attack, cell: set.ids[cell] ?? "", attacker, interval };
}
