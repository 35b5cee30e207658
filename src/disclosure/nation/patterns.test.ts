import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition } from "#codebook";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import type { Domain } from "./one-way-table.ts";
import { patternsOf } from "./patterns.ts";

const severity =
  tinyCodebook.variables.find(({ id }) => id === "severity") ?? assert.fail("no such question");

function domain(parts: { readonly [name: string]: Condition }): Domain {
  return new Map(Object.entries(parts));
}

/** «men, women: in cells 1 2 3». */
function told(...domains: readonly Domain[]): readonly string[] {
  const cells = [1, 2, 99, -2];
  return patternsOf(domains, severity, cells, tinyCodebook)
    .map(({ holds, mayBe }) => `${[...holds].join("+")}: ${cells.filter(mayBe).join(" ")}`)
    .sort();
}

const men: Condition = { answer: "sex", in: [2] };
const women: Condition = { answer: "sex", in: [1] };
const either: Condition = { answer: "sex", in: [1, 2] };

test("nobody gave two answers to a question that takes one", () => {
  assert.deepEqual(told(domain({ men }), domain({ women })), [
    ": 1 2 99 -2",
    "men: 1 2 99 -2",
    "women: 1 2 99 -2",
  ]);
});

test("who gave one of two answers gave the one or the other", () => {
  assert.deepEqual(told(domain({ men }), domain({ women }), domain({ either })), [
    ": 1 2 99 -2",
    "men+either: 1 2 99 -2",
    "women+either: 1 2 99 -2",
  ]);
});

test("whether two answers are the same is known from both", () => {
  const same: Condition = {
    any: [1, 2].map((code) => ({
      all: [
        { answer: "sex", in: [code] },
        { answer: "severity", in: [code] },
      ],
    })),
  };
  assert.deepEqual(told(domain({ men }), domain({ either }), domain({ either, same })), [
    ": 1 2 99 -2",
    "either+same: 1",
    "either: 2 99 -2",
    "men+either+same: 2",
    "men+either: 1 99 -2",
  ]);
});

test("of a condition on rows nothing follows from answers", () => {
  const hasHelp: Condition = { someItem: "help" };
  assert.deepEqual(told(domain({ hasHelp })), [": 1 2 99 -2", "hasHelp: 1 2 99 -2"]);
});
