import assert from "node:assert/strict";
import { test } from "node:test";
import { Codebook } from "#codebook";
import { municipalityCode, unitId } from "#kernel";
import { type Counts, tabulateUnit, wilsonInterval } from "#tabulation";
import { protectNation, type SafeCounts } from "./index.ts";
import { countedNation, type Said, times, tinyCodebook } from "./testing/tiny-nation.ts";
import { byName, chainOf, partOf, rowsOf } from "./testing/told-tables.ts";

/** So many of everything that nothing must be hidden. */
const plenty: readonly Said[] = [1, 2, 3].flatMap((sex) =>
  [1, 2, 99].flatMap((honour) =>
    [1, 2, 3, 4, 98, 99].flatMap((severity) =>
      [[1], [2], [3], [1, 2], [1, 3], [2, 3], 99, undefined].flatMap((help) => [
        ...times(5, {
          sex,
          isBegun: true,
          honour,
          severity,
          help,
          left: sex === 1 ? 1 : undefined,
        }),
        ...times(5, {
          sex,
          isBegun: true,
          honour,
          severity,
          help,
          left: sex === 1 ? 2 : undefined,
        }),
        ...times(5, { sex, isBegun: false }),
      ]),
    ),
  ),
);

async function protectedNation(...said: readonly (readonly Said[])[]) {
  return byName(protectNation(await countedNation(said.flat()), tinyCodebook));
}

const severe = (count: number, severity: number | undefined, more: Partial<Said> = {}) =>
  times(count, { sex: 1, isBegun: true, honour: 1, severity, left: 1, help: [1], ...more });

test("where there are five of everything, every number is published as it was counted", async () => {
  const raw = await countedNation(plenty);
  const tables = protectNation(raw, tinyCodebook);
  for (const each of raw) {
    const counts = each.counts();
    const safe = tables.filter(({ specification }) => specification === each.specification);
    if (counts.kind === "crossing") {
      assert.deepEqual(
        safe.map(({ by }) => by?.code),
        [1, 2],
      );
      continue;
    }
    const [table] = safe;
    assert.ok(table);
    assert.deepEqual(written(table.counts), written(counts));
  }
});

/** Raw or safe: the same numbers, where no row is merged. */
function written(counts: Counts | SafeCounts): unknown {
  if (counts.kind === "mean-distinct") {
    const { kind, base, total, denominator } = counts;
    return { kind, base, total, denominator };
  }
  if (counts.kind === "share") {
    const { kind, base, numerator, denominator, interval } = counts;
    return { kind, base, numerator, denominator, interval };
  }
  if (counts.kind !== "frequencies") return counts;
  const rows = counts.rows.map((row) => {
    const codes = "codes" in row ? row.codes : [row.code];
    return { codes, isMissing: row.isMissing, count: row.count, interval: row.interval };
  });
  return { ...counts, rows };
}

test("an option that four gave is merged as the codebook says; five stand, and so does nobody", async () => {
  const four = await protectedNation(severe(40, 1), severe(30, 2), severe(20, 3), severe(4, 4));
  assert.equal(rowsOf(four("severity")), "1=40 2=30 3+4=24 98=0 99=0");
  const five = await protectedNation(severe(40, 1), severe(30, 2), severe(20, 3), severe(5, 4));
  assert.equal(rowsOf(five("severity")), "1=40 2=30 3=20 4=5 98=0 99=0");
  const none = await protectedNation(severe(40, 1), severe(30, 2), severe(20, 3));
  assert.equal(rowsOf(none("severity")), "1=40 2=30 3=20 4=0 98=0 99=0");
});

test("where the codebook's order is not enough, the small one joins the smallest other", async () => {
  const nation = await protectedNation(severe(40, 1), severe(30, 2), severe(1, 3), severe(2, 4));
  assert.equal(rowsOf(nation("severity")), "1=40 2+3+4=33 98=0 99=0");
});

test("an indicator whose codes are no longer rows of their own is hidden with them", async () => {
  const nation = await protectedNation(severe(40, 1), severe(20, 3), severe(4, 4));
  assert.deepEqual(partOf(nation("very-severe")), [null, null]);
  assert.deepEqual(chainOf(nation("very-severe")), [64, 64, 64, 64]);
});

test("an interval is made of published numbers only", async () => {
  const nation = await protectedNation(severe(40, 1), severe(30, 2), severe(20, 3), severe(4, 4));
  const { counts } = nation("severity");
  assert.ok(counts.kind === "frequencies");
  assert.deepEqual(counts.rows.at(2)?.interval, wilsonInterval(24, 94));
});

test("a few «do not know» take «valid» and the smallest option with them, not the base", async () => {
  const nation = await protectedNation(severe(40, 1), severe(30, 2), severe(20, 3), severe(3, 99));
  assert.equal(rowsOf(nation("severity")), "1=40 2=30 3=.. 4=0 98=0 99=..");
  assert.deepEqual(chainOf(nation("severity")), [93, 93, 93, null]);
});

test("a few unanswered take «answered» with them, in every table of the question", async () => {
  const nation = await protectedNation(
    severe(40, 1),
    severe(30, 2),
    severe(20, 4),
    severe(8, 99),
    severe(3, 98),
  );
  assert.equal(rowsOf(nation("severity")), "1=40 2=30 3=0 4=20 98+99=11");
  assert.deepEqual(chainOf(nation("severity")), [101, 101, null, 90]);
  assert.deepEqual(partOf(nation("very-severe")), [null, null]);
});

test("unanswered that are many hide a few «no information» among themselves", async () => {
  const nation = await protectedNation(
    severe(40, 1),
    severe(30, 2),
    severe(3, 98),
    severe(20, undefined),
  );
  assert.equal(rowsOf(nation("severity")), "1=40 2=30 3=0 4=0 98=.. 99=0");
  assert.deepEqual(chainOf(nation("severity")), [93, 93, 70, 70]);
});

test("where a few have not come to a phase, «asked» is told in none of its questions", async () => {
  const nation = await protectedNation(severe(40, 1), times(3, { sex: 1, isBegun: false }));
  for (const id of ["severity", "honour", "help", "left"]) {
    assert.equal(chainOf(nation(id))[1], null, id);
  }
});

test("one option of several is hidden alone, and the sum of all takes another with it", async () => {
  const nation = await protectedNation(
    severe(40, 1, { help: [1] }),
    severe(30, 1, { help: [1, 2] }),
    severe(9, 1, { help: [2] }),
    severe(3, 1, { help: [1, 2, 3] }),
  );
  // 73 + 42 + 3 options among 82 cases: the sum tells what 1 and 2 leave.
  assert.equal(rowsOf(nation("help")), "1=73 2=.. 3=.. 99=0");
  assert.deepEqual(partOf(nation("helps-per-case")), [118, 82]);
});

test("an option that all but a few gave is hidden too", async () => {
  const nation = await protectedNation(
    severe(40, 1, { help: [1, 3] }),
    severe(30, 1, { help: [1, 2] }),
    severe(2, 1, { help: [2, 3] }),
  );
  assert.match(rowsOf(nation("help")), /^1=\.\./);
});

test("where all who answered say the same, a sensitive question's rows are not told", async () => {
  const nation = await protectedNation(severe(40, 3), severe(12, 99));
  assert.equal(rowsOf(nation("severity")), "1+2+3+4=40 98=0 99=12");
  assert.deepEqual(chainOf(nation("severity")), [52, 52, 52, 40]);
  assert.deepEqual(partOf(nation("very-severe")), [null, null]);
  // Nobody chose 2 and nobody 3: then all chose 1.
  assert.equal(rowsOf(nation("help")), "1=.. 2=0 3=.. 99=0");
  // What everybody may know of a client tells nothing new.
  assert.equal(rowsOf(nation("sex")), "1=52 2=0 3=0");
});

test("nor where all that a subgroup leaves say the same", async () => {
  const men = { sex: 2, left: undefined };
  const nation = await protectedNation(severe(40, 1), severe(10, 1, men), severe(20, 4, men));
  assert.equal(rowsOf(nation("severity")), "1=50 2=0 3=0 4=20 98=0 99=0");
  assert.equal(rowsOf(nation("men:severity")), "1+2+3+4=30 98=0 99=0");
});

test("a subgroup's rows are merged until what is left without it is five too", async () => {
  const men = { sex: 2, left: undefined };
  const nation = await protectedNation(
    severe(40, 1),
    severe(30, 2),
    severe(20, 3),
    severe(2, 4),
    severe(10, 1, men),
    severe(10, 3, men),
    severe(10, 4, men),
  );
  assert.equal(rowsOf(nation("severity")), "1=50 2=30 3=30 4=12 98=0 99=0");
  assert.equal(rowsOf(nation("men:severity")), "1=10 2=0 3+4=20 98=0 99=0");
});

test("a subgroup of four, and one that leaves four, is not told of at all", async () => {
  const men = { sex: 2, left: undefined };
  for (const [women, ofThem] of [
    [40, 4],
    [4, 40],
  ] as const) {
    const nation = await protectedNation(severe(women, 1), severe(ofThem, 1, men));
    assert.deepEqual(nation("men:cases").counts, { kind: "cases", cases: null });
    assert.deepEqual(chainOf(nation("men:severity")), [null, null, null, null]);
  }
});

test("the answer that makes a subgroup is merged last: a few others join the many", async () => {
  const nation = await protectedNation(
    severe(40, 1),
    severe(20, 1, { sex: 2, left: undefined }),
    severe(2, 1, { sex: 3, left: undefined }),
  );
  // The codebook says 2+3; then all that is told of men would give the two away.
  assert.equal(rowsOf(nation("sex")), "1+3=42 2=20");
  assert.deepEqual(partOf(nation("is-man")), [20, 62]);
  assert.deepEqual(nation("men:cases").counts, { kind: "cases", cases: 20 });
});

test("a question is told of only where the answer that leads to it stands alone", async () => {
  const nation = await protectedNation(
    severe(40, 1),
    severe(20, 1, { sex: 2, left: undefined }),
    severe(2, 1, { sex: 3, left: undefined }),
  );
  assert.deepEqual(chainOf(nation("left")), [null, null, null, null]);
});

test("a crossing leaves column by column, and what is in no column counts as one more", async () => {
  const raw = await countedNation([
    ...severe(40, 1),
    ...severe(30, 2),
    ...severe(25, 3),
    ...severe(20, 1, { honour: 2 }),
    ...severe(10, 2, { honour: 2 }),
    ...severe(3, 1, { honour: 99 }),
    ...severe(6, 2, { honour: 99 }),
    ...severe(5, 3, { honour: 99 }),
  ]);
  const columns = protectNation(raw, tinyCodebook).filter(({ by }) => by !== null);
  // With both columns in full, the three of severity 1 in neither would be 63 − 40 − 20. The second
  // is a subgroup as well, which comes first.
  assert.deepEqual(
    columns.map((each) => `${each.by?.code}: ${rowsOf(each)}`),
    ["1: 1+2=70 3=25 4=0 98=0 99=0", "2: 1=20 2=10 3=0 4=0 98=0 99=0"],
  );
});

test("nobody at all gives a nation of zeros", async () => {
  const nation = await protectedNation();
  assert.deepEqual(nation("cases").counts, { kind: "cases", cases: 0 });
  assert.equal(rowsOf(nation("severity")), "1=0 2=0 3=0 4=0 98=0 99=0");
});

test("a nation of four cases tells nothing", async () => {
  const tables = protectNation(await countedNation(severe(4, 1)), tinyCodebook);
  for (const { counts } of tables) assert.doesNotMatch(JSON.stringify(counts), /:[1-9]/);
});

test("a unit's table is not protected as if it were the nation's", async () => {
  const codebook = Codebook.parse({ ...tinyCodebook, variables: [], subgroups: [] });
  const [raw] = await tabulateUnit({
    municipality: municipalityCode("9001"),
    unit: unitId("unit-1"),
    codebook,
    cases: none(),
    clientAnswers: [],
  });
  assert.ok(raw);
  assert.throws(() => protectNation([raw], codebook), /not of the nation/);
});

async function* none() {}
