import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { test } from "node:test";
import { hasPersonnummer } from "#kernel";
import { kitFiles } from "../../scripts/conformance-kit/kit-files.ts";
import { codebookFile, kit, kitDeliveries, kitFile } from "./the-kit.ts";

test("the kit is what its script writes: after a change, node scripts/write-conformance-kit.ts", async () => {
  const written = await kitFiles(codebookFile);
  const found = readdirSync(kit, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map(({ parentPath, name }) => relative(kit, join(parentPath, name)).split(sep).join("/"));
  assert.deepEqual(found.toSorted(), [...written.keys()].toSorted());
  for (const [path, bytes] of written) assert.ok(bytes.equals(kitFile(path)), path);
});

test("34 invented municipalities deliver, and no number of theirs could be a person's", () => {
  const deliveries = kitDeliveries();
  assert.equal(deliveries.length, 34);
  for (const { name, text } of deliveries) {
    const { kind, municipality } = JSON.parse(text.slice(0, text.indexOf("\n")));
    assert.equal(`${municipality.code}.jsonl`, name);
    assert.ok(kind === "demo" && municipality.code >= "9001", name);
    assert.ok(!hasPersonnummer(text), name);
  }
  const bytes = deliveries.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  assert.ok(bytes <= 400_000, `${bytes} bytes`);
});
