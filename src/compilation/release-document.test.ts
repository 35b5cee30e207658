import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { releaseDocumentJsonSchema } from "./release-document.ts";

test("the published schema is the one that the program reads with", () => {
  const file = new URL("release-document.schema.json", import.meta.url);
  assert.deepEqual(
    JSON.parse(readFileSync(file, "utf8")),
    JSON.parse(releaseDocumentJsonSchema()),
    "stale: node scripts/write-release-schema.ts",
  );
});
