import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { writeArchive } from "./write-archive.ts";

const place = mkdtempSync(join(tmpdir(), "skillnad-archive-"));
after(() => rmSync(place, { recursive: true }));

test("the same content gives the same bytes, whenever and in whatever order it was written", async () => {
  const one = await archiveOf("one", ["b", "a", "c"], 1_000_000_000, 0o600);
  const other = await archiveOf("other", ["c", "b", "a"], 1_700_000_000, 0o666);
  assert.ok(one.equals(other));
});

test("another content gives other bytes, so the comparison means something", async () => {
  const one = await archiveOf("third", ["a"], 1_000_000_000, 0o600);
  const other = await archiveOf("fourth", ["a", "b"], 1_000_000_000, 0o600);
  assert.ok(!one.equals(other));
});

async function archiveOf(name: string, files: readonly string[], time: number, mode: number) {
  const folder = join(place, name, "skillnad");
  mkdirSync(folder, { recursive: true });
  for (const each of files) {
    writeFileSync(join(folder, each), `content of ${each}`);
    chmodSync(join(folder, each), mode);
    utimesSync(join(folder, each), time, time);
  }
  const out = join(place, `${name}.tar.gz`);
  await writeArchive(folder, { out, epoch: 1_767_225_600, level: 6 });
  return readFileSync(out);
}
