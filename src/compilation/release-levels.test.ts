import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { DeliveryFile } from "#delivery";
import { auditFolder } from "./audit-folder.ts";
import { openRelease } from "./open-release.ts";
import {
  compiled,
  contentsOf,
  deliveryText,
  fileOf,
  freshFolder,
  places,
  sealedAgain,
} from "./testing/deliveries.ts";

const folder = freshFolder();
const levels = ["rows", "coarse-rows", "counts"] as const;
type Level = (typeof levels)[number];

const texts = new Map<string, string>();

/** The same cases of each municipality, at the level that it chose. */
async function deliveriesAt(levelOf: (at: number) => Level): Promise<readonly DeliveryFile[]> {
  const files: DeliveryFile[] = [];
  for (const [at, place] of places.entries()) {
    const level = levelOf(at);
    const key = `${place.code} ${level}`;
    const text = texts.get(key) ?? (await deliveryText(place, 40, { level }));
    texts.set(key, text);
    files.push(fileOf(`${at}.jsonl`, text));
  }
  return files;
}

async function releaseOf(name: string, levelOf: (at: number) => Level): Promise<string> {
  const out = join(folder, name, "release");
  const outcome = await compiled(await deliveriesAt(levelOf), out, { isInterim: false });
  assert.deepEqual(outcome.kind === "refused" ? outcome.problems : [], []);
  return out;
}

/** What the extract is does not belong to it; what is hidden does. */
function comparable(release: string): ReadonlyMap<string, string> {
  const files = [...contentsOf(release)].filter(([path]) => {
    return path.startsWith("public/") || path === "private/protected-cells.json";
  });
  return new Map(files.map(([path, bytes]) => [path, bytes.toString("utf8")]));
}

const byRows = await releaseOf("rows", () => "rows");

test("what a release publishes is the same whatever level each municipality chose", async () => {
  const expected = comparable(byRows);
  assert.ok(expected.size > 5);
  for (const level of ["coarse-rows", "counts"] as const) {
    assert.deepEqual(comparable(await releaseOf(level, () => level)), expected, level);
  }
});

test("a release of mixed levels publishes the same, opens, and holds for an audit", async () => {
  const mixed = await releaseOf("mixed", (at) => levels[at % 3] ?? "rows");
  assert.deepEqual(comparable(mixed), comparable(byRows));

  const opened = await openRelease(mixed);
  assert.ok(opened.kind === "done" && opened.value.regions.length > 0);
  const audited = await auditFolder(mixed, { threads: 1 });
  assert.ok(audited.kind === "done" && audited.value.verdict.passed && audited.value.isStored);

  const kept = readFileSync(join(mixed, "private/delivered-counts.json"), "utf8");
  const tables: readonly { readonly municipality: string; readonly table: string }[] =
    JSON.parse(kept).tables;
  const counting = places.filter((_, at) => at % 3 === 2).map(({ code }) => code);
  assert.deepEqual([...new Set(tables.map(({ municipality }) => municipality))], counting);
  assert.deepEqual(
    JSON.parse(readFileSync(join(byRows, "private/delivered-counts.json"), "utf8")),
    {
      format: "skillnad-delivered-counts/1",
      tables: [],
    },
  );
});

test("counts that do not agree are refused by name, and nothing is compiled", async () => {
  const files = await deliveriesAt((at) => (at === 2 ? "counts" : "rows"));
  const text = texts.get(`${places[2]?.code} counts`) ?? "";
  const changed = text.replace(/\{"cases":(\d+)\}/, (_, cases) => `{"cases":${Number(cases) + 1}}`);
  assert.notEqual(changed, text);
  const bad = fileOf("counted.jsonl", sealedAgain(changed, "tables"));
  const outcome = await compiled(files.with(2, bad), join(folder, "bad", "release"));
  assert.equal(outcome.kind, "refused");
  const [first] = outcome.problems;
  assert.deepEqual([first?.code, first?.at], ["delivery-sums-disagree", "counted.jsonl"]);
});
