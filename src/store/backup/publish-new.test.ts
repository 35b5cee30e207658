import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { publishNew } from "./publish-new.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-publish-"));
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

/** As a file system says it that knows no links, such as FAT. */
async function noLinks(): Promise<never> {
  throw Object.assign(new Error("operation not permitted"), { code: "EPERM" });
}

for (const [name, tie] of [
  ["with links", undefined],
  ["without links", noLinks],
] as const) {
  test(`a name that is taken stays its holder's, ${name}`, async () => {
    const folder = mkdtempSync(join(root, "to-"));
    const [one, other, path] = ["one", "other", "b.skillnad"].map((each) => join(folder, each));
    writeFileSync(one ?? "", "one");
    writeFileSync(other ?? "", "other");
    await publishNew(one ?? "", path ?? "", tie);
    await assert.rejects(publishNew(other ?? "", path ?? "", tie), { code: "EEXIST" });
    assert.equal(readFileSync(path ?? "", "utf8"), "one");
    assert.deepEqual(readdirSync(folder).sort(), ["b.skillnad", "other"]);
  });
}
