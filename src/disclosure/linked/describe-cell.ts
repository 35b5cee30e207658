import type { Variable } from "#codebook";
import { type Cell, otherCells, stepOf } from "../nation/cells.ts";
import { type Guard, guardsNobody } from "../nation/guard.ts";
import type { CellSubject, LinkedCell, RegionLevel } from "./linked-cells.ts";
import type { PlacedRegion } from "./placed-region.ts";

/** Where a cell stands, but for its region. */
export type Spot = {
  readonly population: "started" | "closed";
  readonly among: string;
  readonly table: string;
  readonly question?: Variable;
};

/** @param key tells it from all others of its spot. */
export function describeCell(
  { region, guard }: PlacedRegion,
  spot: Spot,
  key: string,
  subject: CellSubject,
  whole?: number,
): LinkedCell {
  const { population, among, table, question } = spot;
  const isSensitive = tellsOfEverybody(subject, question, guard);
  return {
    id: [region.id, population, among, question?.id ?? "", key].join(":"),
    region: region.id,
    table,
    population,
    among,
    subject,
    role: "never",
    guard: isSensitive ? "few-or-none" : "few",
    ...(isSensitive && whole !== undefined ? { whole } : {}),
    worth: worthOf(region.level, subject),
  };
}

/** «Nobody said no», of what an adversary must never learn. */
function tellsOfEverybody(
  subject: CellSubject,
  question: Variable | undefined,
  guard: Guard,
): boolean {
  if (question === undefined || !guardsNobody(guard, question)) return false;
  return (
    subject.kind === "no-answer" ||
    (subject.kind === "answer" && subject.codes.every((code) => stepOf(code) === "valid"))
  );
}

const worthIn = { municipality: 1, area: 20, nation: 1000 } as const satisfies {
  readonly [level in RegionLevel]: number;
};

/** What readers came for is answers; a base is missed less, but takes the shares with it. */
function worthOf(level: RegionLevel, subject: CellSubject): number {
  return worthIn[level] * worthOfSubject(subject);
}

function worthOfSubject(subject: CellSubject): number {
  switch (subject.kind) {
    // How many cases a place has is no secret.
    case "cases":
      return 200;
    case "answer":
      return subject.codes.length > 1 ? 6 : 5;
    case "chain":
      return 3;
    case "total":
      return 3;
    case "no-answer":
    case "begun":
    case "left":
      return 1;
  }
}

const names: ReadonlyMap<Cell, string> = new Map([
  [otherCells.notEligible, "not eligible"],
  [otherCells.notBegun, "not begun"],
  [otherCells.notAnswered, "not answered"],
  [otherCells.unplaced, "unplaced"],
  [otherCells.chosen, "chosen"],
]);

export function keyOfCells(cells: readonly Cell[]): string {
  const sorted = [...cells].sort((one, other) => one - other);
  return `=${sorted.map((each) => names.get(each) ?? String(each)).join(",")}`;
}

export function subjectOfCells(variable: string, cells: readonly Cell[]): CellSubject {
  if (cells.every((each) => each > 0)) return { kind: "answer", variable, codes: cells };
  return { kind: "left", variable, of: keyOfCells(cells).slice(1) };
}
