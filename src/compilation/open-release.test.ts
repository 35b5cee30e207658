import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { describeRelease } from "./describe-release.ts";
import { openRelease } from "./open-release.ts";
import { allDeliveries, codebookOf, compiled, freshFolder } from "./testing/deliveries.ts";

const folder = freshFolder();
const release = join(folder, "release");
const made = await compiled(await allDeliveries(20), release);
assert.equal(made.kind, "done", JSON.stringify(made));
const { document } = made.value;

/** A copy in which somebody has changed something. */
async function refusalAfter(name: string, change: (copy: string) => void): Promise<string> {
  const copy = join(folder, name);
  cpSync(release, copy, { recursive: true });
  change(copy);
  const outcome = await openRelease(copy);
  assert.equal(outcome.kind, "refused");
  assert.equal(outcome.problems.length, 1);
  return outcome.problems
    .map((found) => problemSentence(found, "sv"))
    .join()
    .slice(folder.length + 1);
}

test("a release gives back what was published, as protected tables", async () => {
  const outcome = await openRelease(release);
  assert.equal(outcome.kind, "done");
  assert.deepEqual(outcome.value.document, document);
  assert.deepEqual(
    JSON.parse(JSON.stringify(outcome.value.codebook)),
    JSON.parse(JSON.stringify(codebookOf("su-kvinnofrid-2021"))),
  );
  const { kind, round, municipalities, missing } = document;
  const subject = { kind, round, municipalities, missing, codebook: outcome.value.codebook };
  assert.deepEqual(describeRelease(subject, outcome.value.tables), document);
});

test("one changed digit in what is published is noticed", async () => {
  for (const file of ["public/tables.json", "public/safe-tables.json", "codebook.json"]) {
    const said = await refusalAfter(file.replaceAll("/", "-"), (copy) => {
      const text = readFileSync(join(copy, file), "utf8");
      writeFileSync(
        join(copy, file),
        text.replace(/\d/, (digit) => String(9 - Number(digit))),
      );
    });
    assert.equal(said, `${file.replaceAll("/", "-")} är skadad: ${file} är inte som den skrevs.`);
  }
});

test("what is lost from a release, or added to what it publishes, is noticed", async () => {
  assert.match(
    await refusalAfter("lost", (copy) => rmSync(join(copy, "public/tables.json"))),
    /^lost är skadad: public\/tables\.json/,
  );
  assert.match(
    await refusalAfter("added", (copy) => writeFileSync(join(copy, "public/rows.csv"), "9871")),
    /^added är skadad: public\/rows\.csv/,
  );
  assert.match(
    await refusalAfter("closed", (copy) => rmSync(join(copy, "public"), { recursive: true })),
    /^closed är skadad: public\/tables\.json/,
  );
});

test("a folder that is no release is said to be none", async () => {
  const changes: readonly ((copy: string) => void)[] = [
    (copy) => rmSync(join(copy, "manifest.json")),
    (copy) => writeFileSync(join(copy, "manifest.json"), "{"),
    (copy) => writeFileSync(join(copy, "manifest.json"), '{"format":"skillnad-release/2"}'),
    (copy) => {
      rmSync(copy, { recursive: true });
      mkdirSync(copy);
    },
    (copy) => rmSync(copy, { recursive: true }),
  ];
  for (const [index, change] of changes.entries()) {
    assert.match(await refusalAfter(`none-${index}`, change), /är ingen sammanställning/);
  }
});
