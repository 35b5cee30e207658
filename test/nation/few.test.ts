import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compiled, done, pathTo, published, skillnad } from "./given-release.ts";

test("of a small nation nobody can tell how few of a group are still open", async () => {
  for (const seed of ["1", "2"]) {
    const deliveries = pathTo(`few-${seed}`);
    const size = ["--municipalities", "5", "--cases", "100", "--seed", seed];
    await done("demo-data", "--out", deliveries, ...size);
    const release = await compiled(deliveries, "--interim");
    const { subgroups, cases, closed } = await published(release);
    for (const group of [{ cases, closed }, ...subgroups]) {
      if (group.cases === null || group.closed === null) continue;
      const open = group.cases - group.closed;
      assert.ok(open === 0 || open >= 5, `${open} still open`);
    }
  }
});

test("one municipality, or two, are no nation: nothing is published", async () => {
  const names = readdirSync(pathTo("few-1")).sort();
  const alone = pathTo("alone");
  mkdirSync(alone);
  for (const name of names.slice(0, 2)) {
    copyFileSync(join(pathTo("few-1"), name), join(alone, name));
    const { exitCode, errors } = await skillnad("compile", alone, "--out", pathTo("alone-release"));
    assert.equal(exitCode, 1);
    assert.match(errors, /too few for a release/);
    assert.ok(!existsSync(pathTo("alone-release")));
  }
});
