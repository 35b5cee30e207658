import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { itemId } from "#kernel";
import { evaluate } from "./evaluate.ts";
import { lintCodebook } from "./lint/lint-codebook.ts";
import { parseCodebookText } from "./parse-codebook-text.ts";
import { codes, row, sheet } from "./testing/written-codebook.ts";

const page = readFileSync(new URL("../../docs/codebook-format.md", import.meta.url), "utf8");

test("the example in the documentation is a codebook, and works as the text says", () => {
  const example = /```json\n(.*?)```/s.exec(page)?.[1];
  assert.ok(example);
  const outcome = parseCodebookText(example);
  assert.ok(outcome.kind === "done", JSON.stringify(outcome));
  assert.deepEqual(lintCodebook(outcome.value), []);

  const found = evaluate(
    outcome.value,
    sheet({ V04: codes(1) }, row("a", "riskAssessment", "before", { method: codes(8) })),
  );
  assert.equal(found.stateOf({ variable: "V12" }), "not-asked");
  assert.equal(found.stateOf({ variable: "date", item: itemId("a") }), "not-asked");
});
