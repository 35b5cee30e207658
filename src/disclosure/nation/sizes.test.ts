import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition } from "#codebook";
import type { TableSpecification } from "#tabulation";
import type { EarlierNation } from "../ledger/earlier-nation.ts";
import { countedBoth, type Said, times, tinyCodebook } from "../testing/tiny-nation.ts";
import { ofAll } from "./amount.ts";
import { placesOf, type ToSettle } from "./places.ts";
import { safeSizes } from "./sizes.ts";
import { groupsNearlyClosed } from "./still-open.ts";

const given = (answer: string, ...codes: readonly number[]): Condition => ({ answer, in: codes });

type Population = TableSpecification["population"];

const cases = (id: string, within?: Condition, population: Population = "started") =>
  ({
    ...{ id, population, measure: { kind: "cases" } },
    ...(within ? { subgroup: id, within } : {}),
  }) as const satisfies TableSpecification;

const all = cases("all");
const men = cases("men", given("sex", 2));
const others = cases("others", given("sex", 3));
const honour = cases("honour", given("honour", 2));

async function placesWith(
  specifications: readonly TableSpecification[],
  said: readonly Said[],
  more: Partial<ToSettle> = {},
) {
  const { tables } = await countedBoth(said, specifications);
  return placesOf({ tables, codebook: tinyCodebook, ...more });
}

/** The groups whose number of cases may be told. */
async function sizes(...order: Parameters<typeof placesWith>): Promise<string> {
  const places = await placesWith(...order);
  const safe = safeSizes(places);
  const keys = places.tables.map(({ specification: { id }, population, domain }) => ({
    id,
    isTold: safe.get([population, [...domain.keys()].join(" ")].join(" ")),
  }));
  return keys.flatMap(({ id, isTold }) => (isTold ? [id] : [])).join(" ");
}

const some = (count: number, sex: number, more: Partial<Said> = {}) =>
  times(count, { sex, isBegun: true, honour: 1, ...more });

test("how many are in a group is told, if it is enough, and what it leaves of all", async () => {
  assert.equal(await sizes([all, men], [...some(5, 1), ...some(5, 2)]), "all men");
  assert.equal(await sizes([all, men], [...some(9, 1), ...some(4, 2)]), "all");
  assert.equal(await sizes([all, men], [...some(4, 1), ...some(9, 2)]), "all");
  assert.equal(await sizes([men, all], [...some(4, 1), ...some(9, 2)]), "all", "all come first");
  assert.equal(await sizes([all, men], some(9, 1)), "all men", "nobody, and everybody else");
  assert.equal(await sizes([all], some(4, 1)), "");
});

test("nor may two groups together leave a few", async () => {
  const said = (rest: number) => [...some(rest, 1), ...some(9, 2), ...some(8, 3)];
  assert.equal(await sizes([all, men, others], said(5)), "all men others");
  assert.equal(await sizes([all, men, others], said(4)), "all men");
  // The same cases are in both: what they leave together is not known.
  assert.equal(
    await sizes([all, men, honour], [...some(3, 1), ...some(6, 1, { honour: 2 }), ...some(9, 2)]),
    "all men honour",
  );
});

test("each participant's own are taken away first", async () => {
  const said = (of: string, women: number, ofMen: number) =>
    [...some(women, 1), ...some(ofMen, 2)].map((each) => ({ ...each, of }));
  const counted = [...said("9001", 9, 9), ...said("9002", 9, 4), ...said("9003", 9, 0)];
  const { tables, own: shares } = await countedBoth(counted, [all, men]);
  const places = placesOf({ tables, own: shares, codebook: tinyCodebook });
  assert.deepEqual([...safeSizes(places).values()], [true, false]);
  assert.equal(await sizes([all, men], counted), "all men");
});

test("of a municipality nobody and everybody are guarded, in groups by a sensitive answer", async () => {
  const below = { guard: "below" } as const;
  const nobody = some(9, 1);
  const everybody = some(9, 1, { honour: 2 });
  for (const said of [nobody, everybody]) {
    assert.equal(await sizes([all, honour], said), "all honour");
    assert.equal(await sizes([all, honour], said, below), "all");
    assert.equal(await sizes([honour], said), "honour");
  }
  assert.equal(await sizes([honour], nobody, below), "honour", "of whom?");
  assert.equal(await sizes([all, men], nobody, below), "all men");
  assert.equal(await sizes([all, honour], [...nobody, ...everybody], below), "all honour");
  assert.equal(await sizes([all, honour], [], below), "all honour", "nobody at all");
  const both = cases("both", { all: [given("sex", 1), given("honour", 2)] });
  assert.equal(await sizes([all, both], everybody, below), "all");
  assert.equal(await sizes([all, both], nobody, below), "all");
});

test("the closed are held against the closed", async () => {
  const closed = (spec: TableSpecification): TableSpecification => ({
    ...{ ...spec, id: `closed ${spec.id}`, population: "closed" },
  });
  const said = [
    ...some(6, 1),
    ...some(3, 1, { isClosed: true }),
    ...some(9, 2, { isClosed: true }),
  ];
  const asked = [all, men, closed(all), closed(men)];
  assert.equal(await sizes(asked, said), "all men closed all");
});

test("and against what was published of the round before", async () => {
  const never = { at: () => ({ isSafe: () => false }) } as unknown as EarlierNation;
  assert.equal(await sizes([all, men], [...some(9, 1), ...some(9, 2)]), "all men");
  assert.equal(await sizes([all, men], [...some(9, 1), ...some(9, 2)], { earlier: [never] }), "");
});

async function nearlyClosed(said: readonly Said[]) {
  const closed = { population: "closed" } as const;
  const specifications = [
    all,
    men,
    ...[all, men].map((each) => ({ ...each, ...closed, id: `closed:${each.id}` })),
  ];
  const { tables } = await placesWith(specifications, said);
  return [...groupsNearlyClosed(tables)].map((group) => group ?? "all");
}

test("of a group of which a few are still open, or a few others are, nothing is told as closed", async () => {
  const women = (open: number) => [...some(20, 1, { isClosed: true }), ...some(open, 1)];
  const ofMen = (open: number) => [...some(20, 2, { isClosed: true }), ...some(open, 2)];
  assert.deepEqual(await nearlyClosed([...women(5), ...ofMen(5)]), []);
  assert.deepEqual(await nearlyClosed([...women(9), ...ofMen(4)]), ["men"]);
  assert.deepEqual(await nearlyClosed([...women(4), ...ofMen(9)]), ["men"]);
  assert.deepEqual(await nearlyClosed([...women(2), ...ofMen(2)]), ["all", "men"]);
  assert.deepEqual(await nearlyClosed([...women(0), ...ofMen(9)]), [], "none is nobody");
  assert.deepEqual(await nearlyClosed([...women(3), ...ofMen(0)]), ["all", "men"]);
});

test("a group's own are looked at where nobody counts all, and no other table is", async () => {
  const closed = { ...men, id: "closed:men", population: "closed" } as const;
  const severity = {
    ...{ id: "severity", population: "closed" },
    measure: { kind: "frequencies", variable: "severity" },
  } as const satisfies TableSpecification;
  const said = (open: number) => [...some(9, 2, { isClosed: true, severity: 1 }), ...some(open, 2)];
  const groups = async (open: number) =>
    groupsNearlyClosed((await placesWith([men, closed, severity], said(open))).tables);
  assert.deepEqual([...(await groups(5))], []);
  assert.deepEqual([...(await groups(4))], ["men"]);
});

test("more may be closed than were started", async () => {
  const places = await placesWith(
    [all, { ...all, id: "closed", population: "closed" }],
    some(9, 1, { isClosed: true }),
  );
  const [started, closed] = places.tables;
  assert.ok(started?.amounts.kind === "cases" && closed?.amounts.kind === "cases");
  const less = (count: number) => [
    { ...started, amounts: { kind: "cases" as const, cases: Int32Array.of(count) } },
    closed,
  ];
  assert.equal(ofAll(closed.amounts.cases), 9);
  assert.deepEqual([...groupsNearlyClosed(less(5))], [undefined]);
  assert.deepEqual([...groupsNearlyClosed(less(4))], []);
});
