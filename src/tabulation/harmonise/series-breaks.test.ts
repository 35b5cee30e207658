import assert from "node:assert/strict";
import { test } from "node:test";
import type { Codebook } from "#codebook";
import { newest, older } from "../testing/two-versions.ts";
import { type SeenVersion, seriesBreaks } from "./series-breaks.ts";

/** As the newest, but before it: nothing of it is carried over in another way. */
const between: Codebook = { ...newest, id: "between", validFrom: "2020-01-01" };
/** Nobody was asked about housing. */
const silent: Codebook = {
  ...newest,
  id: "silent",
  variables: newest.variables.filter(({ id }) => id !== "housing"),
};

function seen(...steps: readonly (readonly [step: number, number: number])[]) {
  return steps.map(([step, number]): SeenVersion => ({ step, number }));
}

function told(codebooks: readonly Codebook[], id: string, steps: readonly SeenVersion[]) {
  return seriesBreaks(codebooks, "as-answered", [{ id }], steps).map(
    ({ at, kind }) => `${at} ${kind}`,
  );
}

test("of three codebooks only those are divided whose answers became of the newest's differently", () => {
  const steps = seen([2019, 2], [2020, 1], [2021, 0]);
  assert.deepEqual(told([newest, between, older], "housing", steps), ["2020 recoded"]);
  const local: Codebook = {
    ...older,
    id: "local",
    extends: { codebook: "older", version: "1.0.0", namespace: "k9001." },
  };
  assert.deepEqual(told([newest, local, older], "housing", steps), ["2021 recoded"]);
  assert.deepEqual(told([newest, local, older], "harm", steps), ["2021 incomparable"]);
  assert.deepEqual(told([newest, between, older], "fresh", steps), ["2020 not-asked-before"]);
});

test("a question that was not asked for a while breaks where it comes back, not where it goes", () => {
  const steps = seen([2019, 2], [2020, 1], [2021, 0]);
  assert.deepEqual(told([newest, silent, between], "housing", steps), ["2021 not-asked-before"]);
});

test("where both codebooks are used side by side, the break is where the newer one begins", () => {
  const steps = seen([2019, 1], [2020, 1], [2020, 0], [2021, 1], [2021, 0]);
  assert.deepEqual(told([newest, older], "housing", steps), ["2020 recoded"]);
});

test("cases of one codebook alone, or none, have no break", () => {
  assert.deepEqual(told([newest, older], "housing", seen([2019, 1], [2020, 1])), []);
  assert.deepEqual(told([newest, older], "housing", []), []);
});
