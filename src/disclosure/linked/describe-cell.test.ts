import assert from "node:assert/strict";
import { test } from "node:test";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import { checkAreas, checkCollapseOrder, checkLevels } from "./check-release.ts";
import type { CountedPlace } from "./counted-places.ts";
import { describeCell, keyOfCells, subjectOfCells } from "./describe-cell.ts";
import { mergedAsTheCodebookSays } from "./grain.ts";
import { knownBlocks, less, more, sharesIn } from "./known-blocks.ts";
import type { CellSubject } from "./linked-cells.ts";
import { placedRegions } from "./placed-region.ts";

function question(id: string) {
  const found = tinyCodebook.variables.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

const participants = ["A", "B", "C"].map((id) => ({ id, name: `Kommun ${id}` }));
const regions = placedRegions(
  { id: "nation", name: "Riket", guard: "nation" },
  [{ id: "east", name: "Öster", municipalities: ["C", "A", "X"] }],
  participants,
);

test("regions stand from the whole down, with their participants by number", () => {
  assert.deepEqual(
    regions.map(({ region, members, guard }) => [region.id, region.level, members, guard]),
    [
      ["nation", "nation", [0, 1, 2], "nation"],
      ["east", "area", [2, 0], "below"],
      ["C", "municipality", [2], "below"],
      ["A", "municipality", [0], "below"],
    ],
  );
  assert.deepEqual(
    regions.map(({ region }) => region.parents),
    [[], ["nation"], ["east", "nation"], ["east", "nation"]],
  );
  assert.equal(regions[3]?.region.name, "Kommun A");
});

const [nation, area, municipality] = regions;
const spot = { population: "started", among: "sex=1", table: "t" } as const;
const answer = (...codes: readonly number[]) =>
  ({ kind: "answer", variable: "severity", codes }) as const;

function described(at: typeof nation, subject: CellSubject, id?: string, whole?: number) {
  assert.ok(at);
  return describeCell(
    at,
    { ...spot, ...(id ? { question: question(id) } : {}) },
    "k",
    subject,
    whole,
  );
}

test("a cell is named by where it stands, and by no count", () => {
  assert.equal(described(area, answer(1), "severity").id, "east:started:sex=1:severity:k");
  assert.equal(described(nation, { kind: "cases" }).id, "nation:started:sex=1::k");
  assert.deepEqual(described(nation, { kind: "cases" }), {
    ...{ id: "nation:started:sex=1::k", region: "nation", table: "t", population: "started" },
    ...{ among: "sex=1", subject: { kind: "cases" }, role: "never", guard: "few", worth: 200_000 },
  });
});

test("nobody is guarded of a sensitive answer, below the nation, and so are all of a group", () => {
  const guardOf = (at: typeof nation, subject: CellSubject, id?: string) => {
    const { guard, whole } = described(at, subject, id, 7);
    return `${guard} ${whole}`;
  };
  assert.equal(guardOf(municipality, answer(1, 4), "severity"), "few-or-none 7");
  assert.equal(guardOf(area, answer(1), "severity"), "few-or-none 7");
  assert.equal(guardOf(nation, answer(1), "severity"), "few undefined");
  assert.equal(guardOf(area, answer(1), "sex"), "few undefined", "not sensitive");
  assert.equal(guardOf(area, answer(1, 99), "severity"), "few undefined", "not all valid");
  assert.equal(guardOf(area, answer(1)), "few undefined", "of no question");
  const none = { kind: "no-answer", variable: "help", codes: [1] } as const;
  assert.equal(guardOf(area, none, "help"), "few-or-none 7");
  assert.equal(guardOf(area, { kind: "total", variable: "help" }, "help"), "few undefined");
  assert.equal("whole" in described(area, answer(1), "severity"), false);
});

test("an area's number is worth twenty of a municipality's; an answer more than a base", () => {
  const worthOf = (at: typeof nation, subject: CellSubject) => described(at, subject).worth;
  assert.deepEqual(
    [municipality, area, nation].map((at) => worthOf(at, answer(1))),
    [5, 100, 5000],
  );
  const subjects: readonly CellSubject[] = [
    { kind: "cases" },
    answer(1, 2),
    { kind: "chain", variable: "severity", step: "valid" },
    { kind: "total", variable: "help" },
    { kind: "no-answer", variable: "help", codes: [1] },
    { kind: "begun", phase: "before" },
    { kind: "left", of: "x" },
  ];
  assert.deepEqual(
    subjects.map((subject) => worthOf(municipality, subject)),
    [200, 6, 3, 3, 1, 1, 1],
  );
});

test("cells are named in rising order, those without a code by a word", () => {
  assert.equal(
    keyOfCells([10, 9, -4, -3, -2, -1, 0]),
    "=not eligible,not begun,not answered,unplaced,chosen,9,10",
  );
  assert.deepEqual(subjectOfCells("V", [2, 1]), { kind: "answer", variable: "V", codes: [2, 1] });
  assert.deepEqual(subjectOfCells("V", [1, 0]), { kind: "left", variable: "V", of: "chosen,1" });
});

const shares = (...each: readonly number[]) => Int32Array.from(each);

function place(
  id: string,
  byCode: readonly (readonly [number, number])[] | undefined,
): CountedPlace {
  return {
    ...{ population: "started", question: question(id), domain: new Map(), among: "", tables: [] },
    base: { eligible: shares(50), asked: shares(45), answered: shares(40), valid: shares(30) },
    byCode: byCode && new Map(byCode.map(([code, count]) => [code, shares(count)])),
    together: new Map([
      ["1 2", { codes: [1, 2], shares: shares(12) }],
      ["2 3", { codes: [2, 3], shares: shares(9) }],
    ]),
    total: undefined,
  };
}

function blocksOf(...given: Parameters<typeof knownBlocks>): readonly string[] {
  return knownBlocks(...given).map(({ cells, shares }) => `${cells.join(",")}: ${shares[0]}`);
}

test("with rows every code is known by itself, and what is left beside them", () => {
  const rows = [
    ...[1, 2, 3].map((code) => [code, code * 5] as const),
    ...([
      [97, 2],
      [98, 3],
      [99, 4],
    ] as const),
  ];
  assert.deepEqual(blocksOf(place("severity", rows), shares(60)), [
    ...["1: 5", "2: 10", "3: 15", "4: 0"],
    ...["97: 2", "99: 4", "-1: 4", "98: 3", "-2: 2"],
    ...["-4: 10", "-3: 5"],
  ]);
});

test("without rows the indicators' codes are, as long as they do not overlap, and the rest", () => {
  assert.deepEqual(blocksOf(place("severity", undefined), undefined), [
    ...["1,2: 12", "3,4: 18"],
    ...["97,99,-1: 10", "98,-2: 5", "-3: 5"],
  ]);
});

test("of several choices all who chose are one", () => {
  assert.deepEqual(blocksOf(place("help", undefined), shares(50)).slice(0, 1), ["0: 30"]);
});

test("cells are known where they are whole blocks", () => {
  const blocks = knownBlocks(place("severity", undefined), shares(60));
  assert.deepEqual(sharesIn(blocks, [1, 2, 3, 4]), shares(30));
  assert.deepEqual(sharesIn(blocks, [3, 4]), shares(18));
  assert.equal(sharesIn(blocks, [1]), undefined);
  assert.equal(sharesIn(blocks, [7]), undefined);
  assert.deepEqual(less(shares(9, 8), shares(1, 2), shares(3, 0)), shares(5, 6));
  assert.deepEqual(more(shares(9, 8), shares(1, 2)), shares(10, 10));
});

test("the codebook's groups merge in their order, but never everything into one", () => {
  const merge = (collapse: readonly (readonly number[])[], isDue = (_: unknown) => true) =>
    mergedAsTheCodebookSays(
      [[1], [2], [3], [4]],
      { ...question("severity"), collapse: collapse.map((group) => [...group]) },
      isDue,
    ).map((block) => block.join("+"));
  assert.deepEqual(
    merge([
      [3, 4],
      [1, 2],
    ]),
    ["1+2", "3+4"],
  );
  assert.deepEqual(merge([[4, 2]]), ["1", "2+4", "3"]);
  assert.deepEqual(merge([[1, 2, 3, 4]]), ["1", "2", "3", "4"]);
  assert.deepEqual(merge([[1, 2, 3]]), ["1+2+3", "4"]);
  assert.deepEqual(merge([[1]]), ["1", "2", "3", "4"]);
  assert.deepEqual(merge([[9]]), ["1", "2", "3", "4"]);
  assert.deepEqual(
    merge([
      [1, 2],
      [2, 3],
      [3, 4],
    ]),
    ["1+2+3", "4"],
  );
  assert.deepEqual(
    merge([[1, 2]], () => false),
    ["1", "2", "3", "4"],
  );
});

test("a question of three options or more must say which of them belong together", () => {
  const open = {
    ...tinyCodebook,
    variables: tinyCodebook.variables.map((each) => ({ ...each, collapse: [] })),
  };
  const told = (...variables: readonly string[]) =>
    variables.map((variable) => {
      const measure = { kind: "frequencies", variable } as const;
      return { id: variable, population: "started", measure } as const;
    });
  const all = told("sex", "honour", "help", "severity");
  assert.deepEqual(
    checkCollapseOrder(open, all).map(({ at }) => at),
    ["sex", "severity"],
  );
  assert.deepEqual(checkCollapseOrder(tinyCodebook, all), []);
  assert.deepEqual(checkCollapseOrder(open, told("honour")), []);
});

test("below the nation one question is told at a time, of all cases", () => {
  const table = (id: string, measure: object, more: object = {}) =>
    ({ id, population: "started", level: "area", measure, ...more }) as never;
  const variable = "severity";
  const crossing = { kind: "crossing", rows: { kind: "question", variable }, columns: [] };
  assert.deepEqual(
    checkLevels([
      table("cases", { kind: "cases" }),
      table("rows", { kind: "frequencies", variable }),
      table("share", { kind: "share", variable, codes: [1], base: "valid" }),
      table("mean", { kind: "mean-distinct", variable, base: "valid" }),
      table("grouped", { kind: "frequencies", variable, group: "g" }),
      table("men", { kind: "cases" }, { subgroup: "men" }),
      table("crossed", crossing),
      table("in the nation", crossing, { level: undefined }),
    ]).map(({ at }) => at),
    ["grouped", "men", "crossed"],
  );
});

test("everybody is in an area, and every area has three of them", () => {
  const areaOf = (id: string, ...municipalities: readonly string[]) => ({
    id,
    name: id,
    municipalities,
  });
  const problems = (...areas: readonly ReturnType<typeof areaOf>[]) =>
    checkAreas(areas, participants).map(({ code, at }) => `${code} ${at}`);
  assert.deepEqual(problems(areaOf("east", "A", "B", "C")), []);
  assert.deepEqual(problems(areaOf("east", "A", "B", "B", "X")), [
    "protect-municipality-without-area C",
    "protect-area-too-small east",
  ]);
});
