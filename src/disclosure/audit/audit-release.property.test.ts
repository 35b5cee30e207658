import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { auditRelease } from "./audit-release.ts";
import type { PrivateNumbers, PublishedSet } from "./published-set.ts";

/** Few enough cases that every table that fits can be written down. */
type Small = {
  readonly parts: readonly number[];
  /** Which parts each sum is of, by bits; the first is of all, and told. */
  readonly sums: readonly number[];
  readonly hidden: number;
  readonly guards: readonly ("none" | "few" | "few-or-none")[];
  /** The participant's own part is the last; its share of the others. */
  readonly own: readonly number[];
};

const width = 5;

const small = fc
  .record({
    parts: fc.array(fc.nat(4), { minLength: 3, maxLength: 5 }),
    sums: fc.array(fc.integer({ min: 1, max: 31 }), { maxLength: 3 }),
    hidden: fc.nat(2 ** 9 - 1),
    guards: fc.array(fc.constantFrom("none", "few", "few-or-none"), {
      ...{ minLength: 9, maxLength: 9 },
    }),
    shares: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
  })
  .map(({ parts, sums, hidden, guards, shares }): Small => {
    const all = 2 ** parts.length - 1;
    return {
      ...{ parts, hidden, guards },
      sums: [all, ...sums.map((bits) => bits & all)].filter((bits) => bits > 0),
      own: parts.map((count, at) =>
        at === parts.length - 1 ? count : Math.min(count, shares[at] ?? 0),
      ),
    };
  });

/** All counts of all cells: the parts, then the sums. */
function cellsOf(sums: readonly number[], parts: readonly number[]): readonly number[] {
  return [
    ...parts,
    ...sums.map((bits) => parts.reduce((sum, each, at) => sum + (bits & (1 << at) ? each : 0), 0)),
  ];
}

function isHidden({ hidden, parts }: Small, cell: number): boolean {
  return cell !== parts.length && (hidden & (1 << cell)) !== 0;
}

function asRelease(given: Small): { published: PublishedSet; numbers: PrivateNumbers } {
  const { parts, sums, guards, own } = given;
  const counts = cellsOf(sums, parts);
  const last = parts.length - 1;
  return {
    published: {
      regions: [],
      cells: counts.map((_, at) => ({ id: `${at}`, region: at === last ? "9001" : "nation" })),
      relations: sums.map((bits, index) => ({
        kind: "regions",
        terms: [
          { cell: parts.length + index, factor: -1 },
          ...parts.flatMap((_, cell) => (bits & (1 << cell) ? [{ cell, factor: 1 }] : [])),
        ],
      })),
      shown: counts.map((count, cell) => (isHidden(given, cell) ? null : count)),
      ...{ beside: [], earlier: [] },
    },
    numbers: {
      counts,
      guards: counts.map((_, cell) => ({ guard: guards[cell] ?? "none" })),
      participants: [{ region: "9001", own: new Map(cellsOf(sums, own).entries()) }],
      earlier: [],
    },
  };
}

/** Every table of parts with the told total, and each no less than this. */
function* tables(least: readonly number[], total: number): Generator<readonly number[]> {
  const [first, ...others] = least;
  if (first === undefined) {
    if (total === 0) yield [];
    return;
  }
  for (let count = first; count <= total; count++) {
    for (const rest of tables(others, total - count)) yield [count, ...rest];
  }
}

/** The cells that anybody knows too well: by writing down every table that could be. */
function knownTooWell(given: Small, isParticipant: boolean): ReadonlySet<string> {
  const { parts, sums, guards } = given;
  const counts = cellsOf(sums, parts);
  const own = isParticipant ? given.own : parts.map(() => 0);
  const shares = cellsOf(sums, own);
  const last = parts.length - 1;
  const low = counts.map(() => Infinity);
  const high = counts.map(() => -Infinity);
  for (const table of tables(own, counts[parts.length] ?? 0)) {
    const cells = cellsOf(sums, table);
    const fits = cells.every(
      (count, cell) =>
        count === counts[cell] || (isHidden(given, cell) && !(isParticipant && cell === last)),
    );
    if (!fits) continue;
    cells.forEach((count, cell) => {
      low[cell] = Math.min(low[cell] ?? 0, count);
      high[cell] = Math.max(high[cell] ?? 0, count);
    });
  }
  return new Set(
    counts.flatMap((count, cell) => {
      const left = count - (shares[cell] ?? 0);
      const guard = guards[cell];
      const isGuarded =
        (guard !== "none" && left > 0 && left < 5) || (guard === "few-or-none" && left === 0);
      if (!isGuarded || (isParticipant && cell === last)) return [];
      return (high[cell] ?? 0) - (low[cell] ?? 0) < width ? [`${cell}`] : [];
    }),
  );
}

test("the audit opens a cell if and only if every possible whole table puts it within less than five", async () => {
  await fc.assert(
    fc.asyncProperty(small, async (given) => {
      const { published, numbers } = asRelease(given);
      const outcome = await auditRelease(published, numbers, { threads: 0 });
      assert.equal(outcome.kind, "done");
      if (outcome.kind !== "done") return;
      const { findings } = outcome.value;
      const namedBy = (isParticipant: boolean) =>
        new Set(
          findings.flatMap(({ cell, attacker }) =>
            (attacker !== "outsider") === isParticipant ? [cell] : [],
          ),
        );
      const outside = knownTooWell(given, false);
      const inside = knownTooWell(given, true);
      assert.deepEqual([...namedBy(false)].sort(), [...outside].sort());
      // A participant is told of by name where it knows more than everybody.
      for (const cell of namedBy(true)) assert.ok(inside.has(cell), `${cell} is safe from it`);
      const named = new Set([...namedBy(false), ...namedBy(true)]);
      for (const cell of inside) assert.ok(named.has(cell), `${cell} is open to it`);
    }),
    { numRuns: 600, seed: 6 },
  );
});

test("what the equations alone settle has one value in every possible table", async () => {
  await fc.assert(
    fc.asyncProperty(small, async (given) => {
      const { published, numbers } = asRelease(given);
      const outcome = await auditRelease(published, numbers, { threads: 0 });
      assert.equal(outcome.kind, "done");
      if (outcome.kind !== "done") return;
      const counts = cellsOf(given.sums, given.parts);
      for (const { attack, cell, attacker } of outcome.value.findings) {
        if (attack !== "exact" || attacker !== "outsider") continue;
        for (const table of tables(
          given.parts.map(() => 0),
          counts[given.parts.length] ?? 0,
        )) {
          const cells = cellsOf(given.sums, table);
          const fits = cells.every((count, at) => count === counts[at] || isHidden(given, at));
          if (fits) assert.equal(cells[Number(cell)], counts[Number(cell)]);
        }
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});
