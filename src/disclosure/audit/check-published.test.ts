import assert from "node:assert/strict";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { auditRelease } from "./audit-release.ts";
import type { PrivateNumbers, PublishedSet } from "./published-set.ts";
import { givenRelease } from "./testing/given-release.ts";

const sound = givenRelease({
  counts: { all: 777, yes: 333, no: 444 },
  relations: ["all = yes + no"],
  hidden: ["yes", "no"],
  participants: { "9001": { yes: 3 } },
  beside: [{ kind: "percent", part: "yes", base: "all", value: 43, decimals: 0 }],
  earlier: [{ counts: { all: 555 } }],
});
const [firstEarlier] = sound.published.earlier;

type Rubbish = {
  readonly name: string;
  readonly published?: Partial<PublishedSet>;
  readonly numbers?: Partial<PrivateNumbers>;
  readonly code: string;
  readonly at?: string;
};

const relation = (terms: readonly { cell: number; factor: number }[]) =>
  ({ kind: "options", terms }) as const;

const rubbish: readonly Rubbish[] = [
  { name: "no cells", published: { cells: [] }, code: "audit-empty" },
  {
    name: "a relation to a cell that is not there",
    published: { relations: [relation([{ cell: 3, factor: 1 }])] },
    ...{ code: "audit-unreadable", at: "relations[0]" },
  },
  {
    name: "a relation with a factor that is no number",
    published: { relations: [relation([{ cell: 0, factor: Number.NaN }])] },
    ...{ code: "audit-unreadable", at: "relations[0]" },
  },
  {
    name: "a relation of nothing",
    published: { relations: [relation([])] },
    ...{ code: "audit-unreadable", at: "relations[0]" },
  },
  {
    name: "a shown count that is no number",
    published: { shown: [Number.NaN, null, null] },
    ...{ code: "audit-unreadable", at: "all" },
  },
  {
    name: "fewer counts than cells",
    numbers: { counts: [777] },
    ...{ code: "audit-unreadable", at: "shown, counts, guards" },
  },
  {
    name: "a count below nought",
    numbers: { counts: [777, -333, 444] },
    ...{ code: "audit-unreadable", at: "yes" },
  },
  {
    name: "two cells of one name",
    published: { cells: sound.published.cells.map((cell) => ({ ...cell, id: "all" })) },
    ...{ code: "audit-unreadable", at: "cells" },
  },
  {
    name: "a shown count that is not what was counted",
    published: { shown: [778, null, null] },
    ...{ code: "audit-counts-disagree", at: "all" },
  },
  {
    name: "hidden counts that break a relation",
    numbers: { counts: [777, 333, 443] },
    ...{ code: "audit-counts-disagree", at: "relations[0]" },
  },
  {
    name: "a participant with more than all",
    numbers: { participants: [{ region: "9001", own: new Map([[1, 334]]) }] },
    ...{ code: "audit-counts-disagree", at: "yes" },
  },
  {
    name: "a participant with half a case",
    numbers: { participants: [{ region: "9001", own: new Map([[1, 0.5]]) }] },
    ...{ code: "audit-unreadable", at: "participants: 9001" },
  },
  {
    name: "a percentage of a cell that is not there",
    published: { beside: [{ kind: "percent", part: 9, base: 0, value: 4, decimals: 0 }] },
    ...{ code: "audit-unreadable", at: "beside[0]" },
  },
  {
    name: "an earlier publication without its numbers",
    numbers: { earlier: [] },
    ...{ code: "audit-unreadable", at: "earlier" },
  },
  {
    name: "an earlier cell that is nothing now",
    published: {
      earlier: (firstEarlier ? [firstEarlier] : []).map((each) => ({
        ...each,
        cells: each.cells.map((cell) => ({ ...cell, now: 9 })),
      })),
    },
    ...{ code: "audit-unreadable", at: "interim-1" },
  },
];

for (const { name, published, numbers, code, at } of rubbish) {
  test(`${name}: a named problem without any count`, async () => {
    const outcome = await auditRelease(
      { ...sound.published, ...published },
      { ...sound.numbers, ...numbers },
      { threads: 0 },
    );
    assert.equal(outcome.kind, "refused");
    if (outcome.kind !== "refused") return;
    const hit = outcome.problems.find((each) => each.code === code && each.at === at);
    assert.ok(hit, JSON.stringify(outcome.problems));
    const told = outcome.problems.map((each) => problemSentence(each) + JSON.stringify(each));
    assert.doesNotMatch(told.join(), /\b(?:777|778|333|334|444|443)\b/);
  });
}

test("without rubbish it is audited", async () => {
  const outcome = await auditRelease(sound.published, sound.numbers, { threads: 0 });
  assert.equal(outcome.kind, "done");
});
