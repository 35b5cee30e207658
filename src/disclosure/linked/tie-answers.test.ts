import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition } from "#codebook";
import type { TableSpecification } from "#tabulation";
import { countedBoth, type Said, times, tinyCodebook } from "../testing/tiny-nation.ts";
import { linkedOf } from "../testing/tiny-release.ts";
import type { LinkedSet, RelationKind } from "./linked-cells.ts";

const municipalities = ["9001", "9002", "9003", "9004", "9005"];

/** Enough of everybody everywhere. */
const said: readonly Said[] = municipalities.flatMap((of) =>
  [1, 2, 3].flatMap((sex) =>
    [1, 2].flatMap((honour) =>
      [1, 2, 3].flatMap((severity) =>
        times(4 + sex + 2 * severity + 3 * honour, { of, sex, isBegun: true, honour, severity }),
      ),
    ),
  ),
);

const given = (answer: string, ...codes: readonly number[]): Condition => ({ answer, in: codes });
const measure = { kind: "frequencies", variable: "severity" } as const;
const population = "started";

const severity: TableSpecification = { id: "severity", population, measure };
const bySex: TableSpecification = {
  ...{ id: "severity by sex", population },
  measure: {
    kind: "crossing",
    rows: { kind: "question", variable: "severity" },
    columns: [{ kind: "question", variable: "sex" }],
  },
};
const among = (id: string, within: Condition): TableSpecification => ({
  ...{ id: `${id}:severity`, population, measure, within },
  subgroup: id,
});

async function linked(...specifications: readonly TableSpecification[]): Promise<LinkedSet> {
  const counted = await countedBoth(said, specifications, tinyCodebook);
  return linkedOf(tinyCodebook, counted).counted.set;
}

/** «sex=1,2 =4 is sex=1 =4, sex=2 =4», of the nation's valid answers. */
function equations(set: LinkedSet, kind: RelationKind): readonly string[] {
  const named = set.relations
    .filter((relation) => relation.kind === kind)
    .map(({ terms }) =>
      terms.map(({ cell, factor }) => {
        const { id = "", among = "" } = set.cells[cell] ?? {};
        return { factor, name: `${among || "all"} ${id.split(":")[4]?.replace(/ \(.*/, "")}` };
      }),
    );
  return named.map((terms) => {
    const side = (sign: number) =>
      terms.filter(({ factor }) => factor === sign).map(({ name }) => name);
    return `${side(1).join(" and ")} is ${side(-1).join(", ")}`;
  });
}

test("who gave one of several answers are the columns of these, number by number", async () => {
  const found = equations(
    await linked(severity, among("some", given("sex", 1, 2)), bySex),
    "among",
  );
  const isOfSome = (equation: string) => /^sex=1,2 /.test(equation);
  const steps = ["cases", "begun before", "answered", "valid", "not begun before"];
  const cells = ["1", "2", "3", "4", "97", "99", "unplaced", "98", "not answered"];
  assert.deepEqual(
    found.filter(isOfSome).sort(),
    [...steps, ...cells.map((cell) => `=${cell}`)]
      .map((each) => `sex=1,2 ${each} is sex=1 ${each}, sex=2 ${each}`)
      .sort(),
  );
});

test("not where a column is missing, and one answer is no several", async () => {
  const lone = among("one", given("sex", 1));
  const some = among("some", given("sex", 1, 2));
  const found = equations(await linked(severity, some, lone), "among");
  assert.deepEqual(
    found.filter((each) => /^sex=/.test(each)),
    [],
  );
});

test("nor of several choices, though nobody happens to have made two", async () => {
  const helped = said.map((each) => ({ ...each, help: [each.severity ?? 1] }));
  const specifications = [
    severity,
    among("one", given("help", 1)),
    among("other", given("help", 2)),
    among("either", given("help", 1, 2)),
  ];
  const counted = await countedBoth(helped, specifications, tinyCodebook);
  const found = equations(linkedOf(tinyCodebook, counted).counted.set, "among");
  assert.ok(found.includes("all valid is help=1,2 valid, not help=1,2 valid"));
  assert.deepEqual(
    found.filter((each) => /^help=1,2 valid/.test(each)),
    [],
  );
});

test("who gave the same answer to both are one cell of each column", async () => {
  const pairs = [1, 2, 3].map(
    (code): Condition => ({
      all: [given("sex", code), given("severity", code)],
    }),
  );
  const found = equations(await linked(severity, among("same", { any: pairs }), bySex), "among");
  const same = "(sex=1 & severity=1 | sex=2 & severity=2 | sex=3 & severity=3)";
  assert.deepEqual(
    found.filter((each) => each.startsWith("(")),
    [`${same} valid is sex=1 =1, sex=2 =2, sex=3 =3`],
  );
  // Three conditions are no pair, and neither is an answer to one question alone.
  for (const any of [
    [{ all: [given("sex", 1), given("severity", 1), given("honour", 1)] }],
    [given("severity", 1)],
    [{ all: [given("sex", 1), given("honour", 1)] }],
  ]) {
    const other = equations(await linked(severity, among("same", { any }), bySex), "among");
    assert.deepEqual(
      other.filter((each) => each.startsWith("(")),
      [],
    );
  }
});

test("nor is it known where their columns are not told", async () => {
  const any = [1, 2].map(
    (code): Condition => ({
      all: [given("sex", code), given("severity", code)],
    }),
  );
  const found = equations(await linked(severity, among("same", { any })), "among");
  assert.deepEqual(
    found.filter((each) => each.startsWith("(")),
    [],
  );
});

test("of two groups that overlap it is known who is in neither, where all four are counted", async () => {
  const groups = [
    severity,
    among("sex", given("sex", 1)),
    among("honour", given("honour", 2)),
    among("both", { all: [given("sex", 1), given("honour", 2)] }),
  ];
  const found = equations(await linked(...groups), "among").filter((each) =>
    / neither /.test(each),
  );
  const neither = "neither honour=2 nor sex=1";
  const both = "honour=2 & sex=1";
  assert.ok(
    found.includes(`all =3 and ${both} =3 is honour=2 =3, sex=1 =3, ${neither} =3`),
    found.join("\n"),
  );
  assert.ok(
    found.includes(`all valid and ${both} valid is honour=2 valid, sex=1 valid, ${neither} valid`),
  );
  assert.ok(found.length >= 10);
  const without = equations(await linked(...groups.slice(1)), "among");
  assert.deepEqual(
    without.filter((each) => / neither /.test(each)),
    [],
  );
});

test("how many are in a group is how many gave the answer that makes it", async () => {
  const sex: TableSpecification = {
    ...{ id: "sex", population },
    measure: { kind: "frequencies", variable: "sex" },
  };
  const found = equations(await linked(sex, severity, among("some", given("sex", 2, 3))), "among");
  assert.ok(found.includes("sex=2,3 cases is all =2,3"), found.join("\n"));
});
