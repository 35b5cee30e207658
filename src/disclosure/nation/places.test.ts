import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition, Variable } from "#codebook";
import { countedNation, times, tinyCodebook } from "../testing/tiny-nation.ts";
import { ofAll } from "./amount.ts";
import { isNarrower, keyOfDomain } from "./one-way-table.ts";
import {
  answerIn,
  excludeEachOther,
  isByItself,
  keyOfPlace,
  placeKey,
  placesOf,
  without,
} from "./places.ts";
import { partsWithin, sameRowsOf } from "./same-rows.ts";

const given = (answer: string, ...codes: readonly number[]): Condition => ({ answer, in: codes });

test("a condition asks for an answer, or for something else", () => {
  assert.deepEqual(answerIn(given("sex", 1)), { variable: "sex", codes: [1] });
  assert.equal(answerIn({ not: given("sex", 1) } as Condition), undefined);
  assert.equal(answerIn(undefined), undefined);
});

test("two answers to one question exclude each other, if only one can be given", () => {
  const exclude = (one: Condition, other: Condition) => excludeEachOther(one, other, tinyCodebook);
  assert.equal(exclude(given("sex", 1), given("sex", 2, 3)), true);
  assert.equal(exclude(given("sex", 1, 2), given("sex", 2, 3)), false);
  assert.equal(exclude(given("sex", 1), given("honour", 2)), false);
  assert.equal(exclude(given("help", 1), given("help", 2)), false, "a case may have both");
  const other = { not: given("sex", 1) } as Condition;
  assert.equal(exclude(other, given("sex", 1)), false);
  assert.equal(exclude(given("sex", 1), other), false);
});

const women = ["sex=1", given("sex", 1)] as const;
const honour = ["honour=2", given("honour", 2)] as const;

test("a domain has all its conditions; one with more of them is narrower", () => {
  const [all, one, both] = [new Map(), new Map([women]), new Map([women, honour])];
  assert.equal(keyOfDomain(both), "sex=1 honour=2");
  assert.equal(isNarrower(both, one), true);
  assert.equal(isNarrower(one, all), true);
  assert.equal(isNarrower(one, one), false);
  assert.equal(isNarrower(all, one), false);
  assert.equal(isNarrower(both, new Map([["sex=2", given("sex", 2)]])), false);
  assert.deepEqual([...without(both, "sex=1").keys()], ["honour=2"]);
  assert.deepEqual([...without(both, "other").keys()], ["sex=1", "honour=2"]);
  assert.equal(placeKey("started", "severity", one), "started severity sex=1");
});

test("a question among those who gave an answer to it is by itself", () => {
  const question = (id: string) =>
    tinyCodebook.variables.find((each) => each.id === id) as Variable;
  const domain = new Map([honour, women]);
  assert.equal(isByItself({ question: question("sex"), domain }), true);
  assert.equal(isByItself({ question: question("severity"), domain }), false);
  assert.equal(isByItself({ question: question("sex"), domain: new Map() }), false);
});

test("what rests on an answer: the questions that it leads to, and the groups that it makes", async () => {
  const men = { sex: 2, isBegun: true, honour: 2, severity: 1 };
  const women = { sex: 1, isBegun: true, honour: 1, left: 1, severity: 1 };
  const tables = await countedNation([...times(7, men), ...times(9, women)]);
  const { places } = placesOf({ tables, codebook: tinyCodebook });
  const restsOf = (key: string) => {
    const place = places.find((each) => keyOfPlace(each) === key);
    assert.ok(place, key);
    const rests = place.rests.map(({ codes, count, on }) => `${on} of ${codes}: ${ofAll(count)}`);
    return [...new Set(rests)].sort();
  };
  assert.deepEqual(restsOf("started sex "), ["domain of 2: 7", "question of 1: 9"]);
  assert.deepEqual(restsOf("started honour "), ["domain of 1: 9", "domain of 2: 7"]);
  assert.deepEqual(restsOf("started severity "), []);
});

test("wider groups come before narrower, and each place knows how many its group is", async () => {
  const tables = await countedNation(times(6, { sex: 2, isBegun: true, honour: 2, severity: 1 }));
  const { places, guard, participants } = placesOf({ tables, codebook: tinyCodebook });
  const sizes = places.map(({ domain }) => domain.size);
  assert.deepEqual(
    sizes,
    sizes.toSorted((one, other) => one - other),
  );
  const known = places.map(({ cases, domain }) => `${domain.size}: ${cases && ofAll(cases)}`);
  assert.deepEqual([...new Set(known)], ["0: 6", "1: 6", "1: undefined"]);
  assert.deepEqual([guard, participants], ["nation", []]);
});

test("a question that is no view of rows shares them with none", () => {
  const [first] = tinyCodebook.variables;
  assert.ok(first);
  assert.deepEqual(sameRowsOf(first, tinyCodebook), []);
});

test("of a block every choice of what other views tell of it, by their places", () => {
  const [other] = tinyCodebook.variables;
  assert.ok(other);
  const told = [-2, 97, -2].map((cell) => ({ cell, other, count: () => undefined }));
  assert.deepEqual(partsWithin([1, 2], told), []);
  assert.deepEqual(partsWithin([1, 97], told), [[1]]);
  assert.deepEqual(partsWithin([1, -2], told), [[0], [2], [0, 2]]);
  assert.deepEqual(partsWithin([-2, 97], told), [[0], [1], [0, 1], [2], [0, 2], [1, 2], [0, 1, 2]]);
});
