import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { auditFolder } from "./audit-folder.ts";
import { describeRelease } from "./describe-release.ts";
import { openRelease } from "./open-release.ts";
import type { ReleaseDocument } from "./release-document.ts";
import { releaseFiles } from "./release-manifest.ts";
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
  for (const file of Object.values(releaseFiles)) {
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
    /^closed är skadad: public\/codebook\.json/,
  );
});

/** Somebody who also puts the digest right, as whoever made the release could. */
function rewritten(copy: string, file: string, change: (text: string) => string): void {
  const text = change(readFileSync(join(copy, file), "utf8"));
  writeFileSync(join(copy, file), text);
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.files[file] = createHash("sha256").update(text).digest("hex");
  writeFileSync(path, JSON.stringify(manifest));
}

test("what no audit has passed is not opened, whatever its digests say", async () => {
  const tables = "public/tables.json";
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.replace('"passed":true', '"passed":false'),
    (text) => text.replace(/"count":(\d+)\}/, (_, count) => `"count":${Number(count) + 1}}`),
  ];
  for (const [index, change] of changes.entries()) {
    const said = await refusalAfter(`unaudited-${index}`, (copy) =>
      rewritten(copy, tables, change),
    );
    assert.match(said, /får inte visas\. Granska den först\.$/);
  }
  const lost = await refusalAfter("unaudited", (copy) =>
    rewritten(copy, tables, (text) => text.replace(/^ "verdict": .*\n/m, "")),
  );
  assert.equal(lost, "unaudited är skadad: public/tables.json är inte som den skrevs.");
});

test("a table that says anything else than the cells that were audited is not opened", async () => {
  const changes: readonly (readonly [string, RegExp, string])[] = [
    ["public/safe-tables.json", /"count":(\d{2,})/, '"count":5'],
    ["public/safe-tables.json", /"cases":\d+/, '"cases":null'],
    ["public/safe-tables.json", /"nation:[^"]+"/, '"nation:elsewhere"'],
    ["public/summary.json", /"cases": \d+/, '"cases": 9871'],
    ["public/summary.json", /"share": 0\.\d+/, '"share": 0.5'],
  ];
  for (const [index, [file, found, instead]] of changes.entries()) {
    const said = await refusalAfter(`other-${index}`, (copy) =>
      rewritten(copy, file, (text) => {
        assert.match(text, found);
        return text.replace(found, instead);
      }),
    );
    assert.equal(said, `other-${index} är skadad: ${file} är inte som den skrevs.`);
  }
});

test("a share that stands beside a hidden count cannot be audited", async () => {
  const copy = join(folder, "beside");
  cpSync(release, copy, { recursive: true });
  const path = join(copy, "public/summary.json");
  const summary = JSON.parse(readFileSync(path, "utf8"));
  const tables: ReleaseDocument["tables"] = summary.tables;
  const hidden = tables.flatMap(({ rows }) => rows).find(({ count }) => count === null);
  assert.ok(hidden);
  hidden.share = 0.01;
  writeFileSync(path, JSON.stringify(summary));
  const audited = await auditFolder(copy, {});
  assert.equal(audited.kind, "refused");
  assert.deepEqual(
    audited.problems.map(({ code }) => code),
    ["audit-unreadable"],
  );
});

test("a folder that is no release is said to be none", async () => {
  const changes: readonly ((copy: string) => void)[] = [
    (copy) => rmSync(join(copy, "manifest.json")),
    (copy) => writeFileSync(join(copy, "manifest.json"), "{"),
    (copy) => writeFileSync(join(copy, "manifest.json"), '{"format":"skillnad-release/1"}'),
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
