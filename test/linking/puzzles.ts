import type { Noted, PlayedDays } from "./noted-in-demo.ts";
import type { Seen, SeenRow } from "./seen-by-attacker.ts";

/** A counted row, whom or what it is about, and what anybody would think of. */
export type Puzzle = {
  readonly row: SeenRow;
  readonly truth: string;
  readonly suspects: readonly string[];
  /** How often whoever always names the likeliest, and knows nothing more, is right. */
  readonly chance: number;
};

/** What nobody but the test knows: whose each row is, and in whose case she had just been. */
export type Puzzles = {
  readonly who: readonly Puzzle[];
  /** Of meetings that are alone on their unit's day, which nothing else of the day can hide. */
  readonly whoAlone: readonly Puzzle[];
  readonly whoAmongOthers: readonly Puzzle[];
  readonly which: readonly Puzzle[];
  readonly whichAlone: readonly Puzzle[];
};

type Solved = {
  readonly isAlone: boolean;
  readonly who: Puzzle;
  readonly which: Puzzle | undefined;
};

export function puzzlesOf(
  { rows }: Seen,
  { noted, workers }: Pick<PlayedDays, "noted" | "workers">,
): Puzzles {
  const idOf = new Map(
    rows
      .filter(({ table }) => table === "cases")
      .map(({ cells }) => [cells.get("case_code") ?? "", cells.get("case_id") ?? ""]),
  );
  const touched = rows.filter(({ table, cells }) => table === "audit_log" && cells.has("case_id"));
  const tallies = rows.filter(({ table }) => table === "meeting_tallies");
  const ofDay = Map.groupBy(tallies, unitDayOf);
  const ofUnit = Map.groupBy(noted, ({ unit }) => unit);
  const solved = tallies.flatMap((row): readonly Solved[] => {
    const truth = noted.find((each) => isOf(each, row));
    if (!truth) return [];
    const suspects = workers.get(truth.unit) ?? [];
    const shares = sharesOf((ofUnit.get(truth.unit) ?? []).map(({ account }) => account));
    const who = { row, truth: truth.account, suspects, chance: Math.max(...shares.values()) };
    const isAlone = ofDay.get(unitDayOf(row))?.length === 1;
    if (truth.case === null) return [{ isAlone, who, which: undefined }];
    // The cases that those who work there were in that day.
    const there = touched.filter(
      ({ cells }) =>
        cells.get("at")?.startsWith(truth.day) && suspects.includes(cells.get("account_id") ?? ""),
    );
    const cases = sharesOf(there.map(({ cells }) => cells.get("case_id") ?? ""));
    const which = {
      ...{ row, truth: idOf.get(truth.case) ?? "", suspects: [...cases.keys()] },
      chance: Math.max(...cases.values()),
    };
    return [{ isAlone, who, which }];
  });
  const alone = solved.filter(({ isAlone }) => isAlone);
  return {
    who: solved.map(({ who }) => who),
    whoAlone: alone.map(({ who }) => who),
    whoAmongOthers: solved.filter(({ isAlone }) => !isAlone).map(({ who }) => who),
    which: solved.flatMap(({ which }) => which ?? []),
    whichAlone: alone.flatMap(({ which }) => which ?? []),
  };
}

/** Every account and every case. */
export function subjectsOf({ rows }: Seen): ReadonlySet<string> {
  const column: { readonly [table: string]: string } = { accounts: "account_id", cases: "case_id" };
  return new Set(
    rows.flatMap(({ table, cells }) => cells.get(column[table] ?? "no such column") ?? []),
  );
}

function isOf({ unit, day, combination }: Noted, { cells }: SeenRow): boolean {
  return (
    cells.get("unit_id") === unit &&
    cells.get("day") === day &&
    cells.get("combination") === combination
  );
}

function unitDayOf({ cells }: SeenRow): string {
  return `${cells.get("unit_id")} ${cells.get("day")}`;
}

/** Of the whole. */
function sharesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const groups = Map.groupBy(names, (name) => name);
  return new Map([...groups].map(([name, all]) => [name, all.length / names.length]));
}
