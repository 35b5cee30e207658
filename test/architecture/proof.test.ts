import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { asvsSections } from "../../scripts/proof/asvs.ts";
import { promises } from "../../scripts/proof/promises.ts";
import {
  proofFiles,
  readProof,
  type TestRun,
  type TortureRun,
} from "../../scripts/proof/proof-files.ts";
import { renderProof } from "../../scripts/proof/render-proof.ts";

const root = join(import.meta.dirname, "../..");

test("every promise names tests, and what is named is there", () => {
  assert.deepEqual(
    promises.map(({ id }) => id),
    Array.from({ length: 10 }, (_, index) => `P${index + 1}`),
  );
  const named = [
    ...promises.flatMap(({ tests }) => tests),
    ...asvsSections.flatMap((each) => each.evidence),
  ];
  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, path))),
    [],
  );
  for (const { id, tests } of promises) {
    assert.ok(tests.length > 0, id);
    const others = tests.filter((path) => !/(\.test\.tsx?|\/)$/.test(path));
    assert.deepEqual(others, [], `${id} names what is no test`);
  }
});

test("what is held needs evidence, and what is not held says why", () => {
  for (const { section, state, evidence, missing } of asvsSections) {
    assert.ok(state === "held" ? evidence.length > 0 || missing !== "" : missing !== "", section);
  }
});

test("the page says what its words and the last results say", () => {
  const page = renderProof(
    readProof<TestRun>(proofFiles.tests),
    readProof<TortureRun>(proofFiles.torture),
  );
  const how = "node scripts/write-how-it-is-tested.ts writes it";
  assert.equal(readFileSync(join(root, proofFiles.page), "utf8"), page, how);
});
