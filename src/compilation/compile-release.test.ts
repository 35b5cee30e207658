import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { DeliveryFile } from "#delivery";
import { problemSentence } from "#kernel";
import type { CompiledRelease } from "./compile-release.ts";
import { openRelease } from "./open-release.ts";
import { type ReleaseDocument, releaseDocumentJsonSchema } from "./release-document.ts";
import {
  allDeliveries,
  codebookOf,
  compiled,
  contentsOf,
  deliveryText,
  fileOf,
  freshFolder,
  places,
  round,
  sealedAgain,
} from "./testing/deliveries.ts";

const files = await allDeliveries();
const standard = outIn("standard");
const { document } = await mustCompile(files, standard);
const [
  a = assert.fail(),
  b = assert.fail(),
  c = assert.fail(),
  d = assert.fail(),
  e = assert.fail(),
  f = assert.fail(),
] = files;
const [first = assert.fail(), second = assert.fail()] = places;

/** In a folder of its own, where nothing has been published before. */
function outIn(name: string): string {
  return join(freshFolder(), name);
}

async function mustCompile(
  deliveries: readonly DeliveryFile[],
  out: string,
  changes: { readonly threads?: number; readonly skipInvalid?: boolean } = {},
): Promise<CompiledRelease> {
  const outcome = await compiled(deliveries, out, changes);
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  return outcome.value;
}

/** What stops the compilation, as sentences; the folder must not be there afterwards. */
async function refusals(deliveries: readonly DeliveryFile[]): Promise<readonly string[]> {
  const out = join(freshFolder(), "refused");
  const outcome = await compiled(deliveries, out);
  assert.equal(outcome.kind, "refused");
  assert.deepEqual(readdirSync(dirname(out)), []);
  return outcome.problems.map((found) => problemSentence(found, "sv"));
}

function publicBytes(release: string): string {
  return [...contentsOf(join(release, "public"))]
    .filter(([name]) => name !== "codebook.json")
    .map(([name, bytes]) => `${name}\n${bytes.toString("utf8")}`)
    .join("\n");
}

test("a release says how many cases and municipalities it is made of", () => {
  assert.equal(document.municipalities, 6);
  assert.equal(document.cases, 240);
  assert.deepEqual(document.round, { id: "2023-2026", from: "2023-01-01", through: "2026-12-31" });
  assert.deepEqual(
    [document.kind, document.codebook, document.codebookVersion],
    ["demo", "su-kvinnofrid-2021", "1.3.0"],
  );
});

test("what it publishes fits the published schema, in every key", () => {
  const isValid = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(
    JSON.parse(releaseDocumentJsonSchema()),
  );
  const written = contentsOf(standard).get("public/summary.json");
  const published = JSON.parse(written?.toString("utf8") ?? "");
  assert.ok(isValid(published), JSON.stringify(isValid.errors));
  assert.deepEqual(published, document);
  assert.equal(isValid({ ...published, municipality: "9871" }), false);
});

test("every variable has one plain table, and those come before all slices", () => {
  const plain = document.tables.filter(({ by }) => by === null);
  const variables = codebookOf("su-kvinnofrid-2021").variables.map(({ id }) => id);
  assert.deepEqual(
    plain.map(({ variable }) => variable),
    variables,
  );
  assert.ok(document.tables.slice(plain.length).every(({ by }) => by !== null));
  assert.ok(document.tables.some(({ by }) => by?.subgroup === "men" && by.variable === "V01"));
});

test("each indicator stands once, and its value is its numerator over its denominator", () => {
  const ids = document.indicators.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const same = ids.filter((id) => id.startsWith("V24 as V15"));
  assert.equal(same.length, 3);
  assert.deepEqual(ids, [
    ...codebookOf("su-kvinnofrid-2021").indicators.map(({ id }) => id),
    ...same,
  ]);
  for (const { id, numerator, denominator, value } of document.indicators) {
    if (numerator === null || denominator === null || value === null) continue;
    assert.equal(value, numerator / denominator, id);
  }
  assert.ok(document.indicators.some(({ value }) => value !== null));
});

test("a share rests on 30 at least and a mean on 10; what is hidden says so and is nowhere", () => {
  for (const told of [document, ...document.subgroups]) {
    for (const { id, numerator, denominator, value, suppressed } of told.indicators) {
      assert.equal(suppressed, numerator === null || denominator === null, id);
      const least = id === "interventions-per-case" ? 10 : 30;
      if (suppressed || (denominator ?? 0) < least) assert.equal(value, null, id);
    }
  }
  for (const { variable, base, rows } of document.tables) {
    for (const { count, share, suppressed, codes, code } of rows) {
      assert.equal(suppressed, count === null, variable);
      assert.equal(code, codes[0]);
      if (count === null || (base.answered ?? 0) < 30) assert.equal(share, null, variable);
      if (share !== null) assert.equal(share, (count ?? 0) / (base.answered ?? 0));
    }
  }
  const shown = document.tables.flatMap(({ rows }) => rows.map(({ count }) => count));
  assert.ok(shown.every((count) => count === null || count === 0 || count >= 5));
});

test("of the nation alone nobody is named: no name, no code, no county of a municipality", () => {
  const published = publicBytes(standard);
  for (const { code, name, county } of places) {
    assert.ok(!published.includes(name), name);
    // The same digits may stand within a share such as 0.49871.
    assert.doesNotMatch(published, new RegExp(`(?<![\\d.])${code}(?!\\d)`));
    assert.ok(!published.includes(`county-${county}`));
  }
  const manifest = JSON.parse(contentsOf(standard).get("manifest.json")?.toString("utf8") ?? "");
  assert.deepEqual(manifest.participants, places);
  assert.deepEqual(
    [...contentsOf(join(standard, "public")).keys()],
    [
      "codebook.json",
      "safe-tables.json",
      "summary.json",
      "tables.csv",
      "tables.json",
      "tables.jsonstat.json",
    ],
  );
});

test("the same deliveries give the same bytes, whatever the files are called and on any threads", async () => {
  const again = outIn("again");
  const renamed = files.toReversed().map((file, index) => ({ ...file, name: `${index}.jsonl` }));
  await mustCompile(renamed, again, { threads: 2 });
  const single = outIn("single");
  await mustCompile(files, single, { threads: 1 });
  for (const other of [again, single]) {
    const [one, two] = [contentsOf(standard), contentsOf(other)];
    const files = [...one.keys()].filter((file) => !file.endsWith(".parquet"));
    assert.ok(files.length > 9);
    for (const file of files) {
      assert.ok(one.get(file)?.equals(two.get(file) ?? Buffer.alloc(0)), `${other} ${file}`);
    }
  }
});

test("five deliveries less give other figures", async () => {
  const { document: less } = await mustCompile([a], outIn("one"));
  assert.equal(less.municipalities, 1);
  assert.notDeepEqual(less.indicators, document.indicators);
});

test("a release is never overwritten, nor is anything else that has its name", async () => {
  const before = contentsOf(standard);
  const outcome = await compiled([a], standard);
  assert.equal(outcome.kind, "refused");
  assert.equal(outcome.problems[0]?.code, "release-exists");
  assert.deepEqual(contentsOf(standard), before);
});

test("where it cannot be written the reason is told, and nothing is left behind", async () => {
  const elsewhere = { ledger: outIn("ledger.jsonl") };
  const out = join(standard, "manifest.json", "release");
  const outcome = await compiled([a], out, elsewhere);
  assert.equal(outcome.kind, "refused");
  assert.equal(outcome.problems[0]?.code, "release-unwritable");
});

const cutOff = fileOf("cut.jsonl", (await deliveryText(second, 3)).slice(0, 900));
const wrongRow = fileOf(
  "wrong.jsonl",
  sealedAgain((await deliveryText(second, 3)).replace(/"V01":\d/, '"V01":8')),
);

test("all faults of all files are told, and nothing is written", async () => {
  const empty = fileOf("empty.jsonl", "");
  const sentences = await refusals([a, empty, cutOff, c]);
  assert.equal(sentences.length, 2);
  assert.match(sentences.join("\n"), /empty\.jsonl är tom/);
  assert.match(sentences.join("\n"), /cut\.jsonl är avbruten: .* rad \d/);
});

test("those that cannot be used are left out only when asked to, and the release names them", async () => {
  const out = outIn("skipping");
  const release = await mustCompile([wrongRow, a, c, cutOff], out, { skipInvalid: true });
  assert.equal(release.document.municipalities, 2);
  assert.deepEqual(release.document.missing, [
    { file: "cut.jsonl", reason: "Kommunen har lämnat två olika leveranser med samma nummer." },
    { file: "wrong.jsonl", reason: "Kommunen har lämnat två olika leveranser med samma nummer." },
  ]);
  const told = release.skipped.map((found) => problemSentence(found, "sv")).join("\n");
  assert.match(told, /wrong\.jsonl, rad 2: svaret 8 på «V01» finns inte i kodboken/);

  const same = outIn("same");
  const { document: without } = await mustCompile([a, c], same);
  assert.deepEqual(release.document.tables, without.tables);
});

test("why one is missing is published without anything from its rows", async () => {
  const out = outIn("one-wrong");
  const release = await mustCompile([wrongRow, a, c], out, { skipInvalid: true });
  assert.deepEqual(release.document.missing, [
    { file: "wrong.jsonl", reason: "Innehållet stämmer inte med kodboken." },
  ]);
});

test("two first deliveries of one municipality: both are refused, by name", async () => {
  const copy = fileOf("copy.jsonl", await deliveryText(first, 5));
  const sentences = await refusals([a, b, copy]);
  assert.deepEqual(sentences.toSorted(), [
    "a.jsonl: Xaby har två olika leveranser med nummer 1. Den andra finns i copy.jsonl. Fråga kommunen vilken som gäller, eller be om en ny.",
    "copy.jsonl: Xaby har två olika leveranser med nummer 1. Den andra finns i a.jsonl. Fråga kommunen vilken som gäller, eller be om en ny.",
  ]);
  const out = outIn("twice");
  const { document: kept } = await mustCompile([a, b, copy], out, { skipInvalid: true });
  assert.equal(kept.municipalities, 1);
  assert.equal(kept.cases, 40);
});

const odd: readonly {
  readonly what: string;
  readonly change: Parameters<typeof deliveryText>[2];
}[] = [{ what: "another round", change: { round: { ...round, id: "2021" } } }];

for (const { what, change } of odd) {
  test(`the odd one out is named: ${what}`, async () => {
    const other = fileOf("odd.jsonl", await deliveryText(first, 5, change));
    const [sentence, ...more] = await refusals([b, other, c]);
    assert.match(sentence ?? "", /^odd\.jsonl gäller .*, men de flesta leveranserna gäller .*\.$/);
    assert.deepEqual(more, []);
  });
}

test("real cases in plain lines are refused: nobody knows who sent them", async () => {
  const real = fileOf("real.jsonl", await deliveryText(first, 5, { kind: "real" }));
  const [sentence, ...more] = await refusals([b, real, c]);
  assert.match(sentence ?? "", /^real\.jsonl är en riktig leverans som varken är signerad/);
  assert.deepEqual(more, []);
});

test("one of an older codebook is told to update", async () => {
  const older = { codebook: codebookOf("su-kvinnofrid-2019"), cases: [] };
  const [sentence, ...more] = await refusals([
    b,
    fileOf("odd.jsonl", await deliveryText(first, 5, older)),
    c,
  ]);
  assert.match(
    sentence ?? "",
    /^odd\.jsonl är gjord med kodboken su-kvinnofrid-2019 .*, men omgången räknas med su-kvinnofrid-2021 .* Uppdatera Skillnad, .* leverera igen\.$/,
  );
  assert.deepEqual(more, []);
});

test("without one valid delivery there is no release", async () => {
  assert.deepEqual(await refusals([]), ["Ingen leverans går att sammanställa."]);
  const out = outIn("nothing");
  const outcome = await compiled([cutOff], out, { skipInvalid: true });
  assert.equal(outcome.kind, "refused");
  assert.deepEqual(
    outcome.problems.map(({ code }) => code),
    ["delivery-truncated", "release-nothing-to-compile"],
  );
  assert.ok(!existsSync(out));
});

test("it is told how far the reading has come", async () => {
  const told: string[] = [];
  const progress = (read: number, of: number) => told.push(`${read}/${of}`);
  await compiled([d, e, f], outIn("progress"), { progress });
  assert.deepEqual(told, ["1/3", "2/3", "3/3"]);
});

test("the content hash of the extract follows the deliveries", async () => {
  const hashOf = (release: string) =>
    JSON.parse(contentsOf(release).get("manifest.json")?.toString("utf8") ?? "").extract;
  const two = outIn("two");
  await mustCompile([a, b], two);
  assert.notEqual(hashOf(two), hashOf(standard));
});

declare const told: ReleaseDocument;
/** Never run: read by `tsc`. */
function mustNotCompile(): void {
  // @ts-expect-error nothing in the document is about one municipality
  void told.participants;
}
void mustNotCompile;

test("who takes part and is not in it is named with the reason, where it was said who takes part", async () => {
  assert.equal("absent" in document, false);
  const [one = assert.fail(), two = assert.fail(), three = assert.fail()] = places.slice(3);
  const participants = [
    ...places.map(({ code, name }) => ({ code, name })),
    { code: "9899", name: "Ödsböle", absence: "withdrawn" as const },
    { code: "9898", name: "Aldrigby" },
  ];
  const spoilt = fileOf("spoilt.jsonl", (await deliveryText(two)).replace('"V01":', '"V99":'));
  const out = outIn("absent");
  const deliveries = [a, b, c, spoilt];
  const outcome = await compiled(deliveries, out, { participants, skipInvalid: true });
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  assert.deepEqual(outcome.value.document.absent, [
    { code: one.code, name: one.name, reason: "Kommunen har inte levererat." },
    { code: two.code, name: two.name, reason: "Filen har ändrats sedan den skapades." },
    { code: three.code, name: three.name, reason: "Kommunen har inte levererat." },
    { code: "9898", name: "Aldrigby", reason: "Kommunen har inte levererat." },
    { code: "9899", name: "Ödsböle", reason: "Kommunen har tagit tillbaka sin leverans." },
  ]);
  const opened = await openRelease(out);
  assert.equal(opened.kind, "done");
  assert.deepEqual(opened.value.document, outcome.value.document);
});
