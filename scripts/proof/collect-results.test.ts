import assert from "node:assert/strict";
import { test } from "node:test";
import { collectResults } from "./collect-results.ts";

test("tests are counted by file: groups are not, and what was not run is not told as passed", () => {
  const results = collectResults("/project");
  const details = { type: "test" };
  results.passed({ file: "/project/src/b.test.ts", details });
  results.passed({ file: "/project/src/a.test.ts", details });
  results.passed({ file: "/project/src/a.test.ts", details, skip: "needs Linux" });
  results.passed({ file: "/project/src/a.test.ts", details: { type: "suite" } });
  results.failed({ file: "/project/src/a.test.ts", details });
  results.passed({ details });
  assert.deepEqual(Object.entries(results.files()), [
    ["src/a.test.ts", { passed: 1, failed: 1, skipped: 1 }],
    ["src/b.test.ts", { passed: 1, failed: 0, skipped: 0 }],
  ]);
});
