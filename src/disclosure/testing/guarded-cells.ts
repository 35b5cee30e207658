import { type Attacker, type CountedSet, leastCount } from "../linked/linked-cells.ts";

/** The outsider, and each participant. */
export function attackersOf({ participants }: CountedSet): readonly Attacker[] {
  const each = participants.map(
    (participant) => ({ kind: "participant", ...participant }) as const,
  );
  return [{ kind: "outsider" }, ...each];
}

/** The rule of what is guarded, said once more for the tests: by what is left without the attacker's share. */
export function guardedCells({ set, counts }: CountedSet, attacker: Attacker): readonly number[] {
  const left = (cell: number) =>
    (counts[cell] ?? 0) - (attacker.kind === "participant" ? (attacker.own.get(cell) ?? 0) : 0);
  return [...set.cells.keys()].filter((at) => {
    const cell = set.cells[at];
    if (cell === undefined || cell.guard === "none") return false;
    if (attacker.kind === "participant" && cell.region === attacker.region) return false;
    if (left(at) > 0 && left(at) < leastCount) return true;
    if (left(at) === 0 && cell.guard === "few-or-none") return true;
    return cell.whole !== undefined && left(at) >= left(cell.whole) - 1;
  });
}
