import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { instant } from "#kernel";
import { keepNewest, placeFor, removeUnfinished } from "./backup-files.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-names-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const [ours, theirs] = ["0a1b2c3d", "ffffffff"];

test("in a folder that is shared nothing is touched but what this installation has made", async () => {
  const at = instant("2026-11-05T01:15:00Z");
  const made = placeFor(folder, at, ours);
  assert.equal(basename(made), `skillnad-2026-11-05-0215-${ours}.skillnad`);
  assert.notEqual(placeFor(folder, at, theirs), made);
  const [hers, own, before, byHand] = [
    [`skillnad-2026-11-01-0215-${theirs}.skillnad`, `skillnad-2026-11-02-0215-${theirs}.skillnad`],
    [`skillnad-2026-11-03-0215-${ours}.skillnad`, `skillnad-2026-11-04-0215-${ours}-2.skillnad`],
    "skillnad-2026-10-01-0215.skillnad",
    "fore-uppgraderingen.skillnad",
  ];
  const unfinished = [`${own[0]}.00ff.unfinished`, `${hers[0]}.00ff.unfinished`];
  const all = [...hers, ...own, before, byHand, ...unfinished, basename(made)];
  for (const name of all) writeFileSync(join(folder, name), name);
  assert.equal(basename(placeFor(folder, at, ours)), `skillnad-2026-11-05-0215-${ours}-2.skillnad`);

  await removeUnfinished(folder, ours);
  await keepNewest(folder, { keep: 2, made, mark: ours });
  const gone = [own[0], unfinished[0]];
  assert.deepEqual(readdirSync(folder).sort(), all.filter((name) => !gone.includes(name)).sort());
});
