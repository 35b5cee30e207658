import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { killAgain } from "./kill-again.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-kills-"));
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

// Process trees are read from /proc.
const options = { skip: process.platform !== "linux" && "needs /proc" };

test(
  "program and database are killed fifty times while people write: every acknowledged write is there once",
  options,
  async () => {
    const kills = 54;
    const figures = await killAgain({
      folder,
      kills,
      writers: 4,
      isDurable: false,
      chance: Math.random,
    });
    const { helper, program, database, everything } = figures.kills;
    assert.deepEqual(
      { helper, program, database, everything },
      { helper: 45, program: 3, database: 3, everything: 3 },
    );
    assert.equal(figures.acknowledged, figures.revisions);
    // What people are told meanwhile: to try again, and never that something is wrong with what they did.
    const odd = Object.keys(figures.troubles).filter(
      (kind) => !/^503 database-away$|^contact lost$/.test(kind),
    );
    assert.deepEqual(odd, [], JSON.stringify(figures.troubles));
    assert.ok((figures.troubles["503 database-away"] ?? 0) > 0, JSON.stringify(figures.troubles));
  },
);
