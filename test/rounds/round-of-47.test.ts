/**
 * A round with 47 participants, by file: 34 deliver, of whom one corrects; one delivers and withdraws; one
 * sends garbage; two use an old codebook; nine never deliver. What comes out is what the conformance kit
 * says of the 34.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { effectiveCodebooks } from "#codebook";
import { auditFolder, type CompiledRelease, compileRelease, openRelease } from "#compilation";
import type { DeliveryFile, DeliveryHeading } from "#delivery";
import { fixedClock, type Outcome, problemSentence } from "#kernel";
import { kitDeliveries } from "../../scripts/conformance-kit/deliveries.ts";
import type { ExpectedTables } from "../../scripts/conformance-kit/expected-tables.ts";
import { kitFile } from "../conformance/the-kit.ts";
import { type Cell, kitNumber } from "./kit-number.ts";
import { aRound, asAnother, linesOf, textOf, withdrawalOf } from "./participants.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-round-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const participants = Array.from({ length: 47 }, (_, at) => String(9001 + at));
const { receiving, sent } = await aRound(participants);
const expected: ExpectedTables = JSON.parse(kitFile("expected/tables.json").toString("utf8"));

const corrected = "9012";

/** What the agreement lets leave of each: most rows, some rows without times, some counts alone. */
function levelOf(code: string): DeliveryHeading["level"] {
  if (code === corrected || code === "9034") return "rows";
  if (Number(code) % 5 === 0) return "coarse-rows";
  return Number(code) % 7 === 0 ? "counts" : "rows";
}

const delivered = await kitDeliveries(levelOf);
const first = linesOf(delivered[0]?.text ?? assert.fail());
const latest = linesOf(delivered.find(({ file }) => file.startsWith(corrected))?.text ?? "");

const ofThe34 = await Promise.all(
  delivered.map(({ file, text }) =>
    sent(file.slice(0, 4), file.replace("jsonl", "skillnad"), text),
  ),
);

/** Before the correction a case was there twice, under another id, and one was missing. */
const uncorrected = await sent(
  corrected,
  "9012-first.skillnad",
  textOf({ heading: { ...latest.heading, sequence: 1 }, rest: latest.rest.slice(1) }),
);
/** The same package is on the stick and on the disk. */
const onTheStick: DeliveryFile = {
  ...(ofThe34[4] ?? assert.fail()),
  name: "9005-copy.skillnad",
};

const withdrawing = asAnother(first, "9035", "Ångerby");
const withdrawn = [
  await sent("9035", "9035.skillnad", textOf(withdrawing)),
  await sent("9035", "9035-withdrawn.skillnad", withdrawalOf(withdrawing)),
];

const garbage: DeliveryFile = {
  name: "9036.skillnad",
  bytes: 3000,
  async *open() {
    yield Buffer.from("Kommun;Antal\nSkräpköping;7\n".repeat(120).slice(0, 3000));
  },
};

function underCodebook(code: string, name: string, codebook: DeliveryHeading["codebook"]) {
  const { heading } = asAnother(first, code, name);
  return sent(code, `${code}.skillnad`, textOf({ heading: { ...heading, codebook }, rest: [] }));
}
const list2019 = effectiveCodebooks().find(({ id }) => id === "su-kvinnofrid-2019");
const old = [
  await underCodebook("9037", "Gammelby", {
    id: "su-kvinnofrid-2019",
    version: list2019?.version ?? "",
  }),
  await underCodebook("9038", "Fornköping", { id: "su-kvinnofrid-2021", version: "1.0.0" }),
];

/** In no order: what came last stands first. */
const inbox = [garbage, ...old, ...withdrawn, uncorrected, onTheStick, ...ofThe34].toReversed();

async function compiledTo(name: string, skipInvalid: boolean): Promise<Outcome<CompiledRelease>> {
  return await compileRelease({
    deliveries: inbox,
    receiving,
    out: join(folder, name, "release"),
    codebooks: effectiveCodebooks(),
    skipInvalid,
    leastParticipants: 3,
    isInterim: true,
    threads: 2,
    clock: fixedClock("2024-02-01T12:00:00Z"),
  });
}

const told = await compiledTo("round", true);
assert.equal(told.kind, "done", JSON.stringify(told));
const { document, skipped, replaced, verdict } = told.value;
const release = join(folder, "round/release");

test("34 of 47 are in the release, which says why the others that sent something are not", () => {
  assert.equal(document.municipalities, 34);
  assert.deepEqual(document.missing, [
    { file: "9035-withdrawn.skillnad", reason: "Kommunen har tagit tillbaka sin leverans." },
    { file: "9036.skillnad", reason: "Filen är inte en leverans." },
    { file: "9037.skillnad", reason: "Leveransen är gjord med en annan kodbok än de flesta." },
    { file: "9038.skillnad", reason: "Leveransens kodbok är okänd." },
  ]);
  const manifest = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8"));
  const codes = manifest.participants.map(({ code }: { readonly code: string }) => code);
  assert.deepEqual(codes, participants.slice(0, 34));
});

test("each refusal is a sentence that its sender understands", () => {
  const sentences = skipped.map((each) => problemSentence(each, "sv"));
  const of = (file: string) => sentences.filter((each) => each.startsWith(file)).join(" ");
  assert.match(of("9036"), /är inte giltig JSON/);
  assert.match(of("9037"), /kodboken su-kvinnofrid-2019 .* Uppdatera Skillnad/);
  assert.match(of("9038"), /kodboken su-kvinnofrid-2021 1\.0\.0 är okänd här/);
  assert.equal(sentences.length, 3, "nobody else has done anything wrong");
});

test("what was corrected, withdrawn or sent twice counts once at most", () => {
  assert.deepEqual(replaced, [
    { file: "9005.skillnad", by: "9005-copy.skillnad" },
    { file: "9012-first.skillnad", by: "9012.skillnad" },
    { file: "9035.skillnad", by: "9035-withdrawn.skillnad" },
  ]);
});

test("without leave to skip anything nothing is written", async () => {
  const refused = await compiledTo("strict", false);
  assert.equal(refused.kind, "refused");
  const at = new Set(refused.problems.map((each) => each.at));
  assert.deepEqual([...at].sort(), ["9036.skillnad", "9037.skillnad", "9038.skillnad"]);
  assert.throws(() => readdirSync(join(folder, "strict")));
});

test("every number of the release, told or hidden, is the kit's", () => {
  const { cells }: { readonly cells: readonly Cell[] } = JSON.parse(
    readFileSync(join(release, "public/tables.json"), "utf8"),
  );
  const kept: { readonly cells: readonly { readonly id: string; readonly count: number }[] } =
    JSON.parse(readFileSync(join(release, "private/protected-cells.json"), "utf8"));
  const hidden = new Map(kept.cells.map(({ id, count }) => [id, count]));
  const tables = cells.filter(({ role, among }) => role === "table" && !among.startsWith("not "));
  const unknown: string[] = [];
  for (const cell of tables) {
    const wanted = kitNumber(cell, expected.tables);
    if (wanted === undefined) unknown.push(cell.id);
    else assert.equal(cell.count === ".." ? hidden.get(cell.id) : cell.count, wanted, cell.id);
  }
  assert.deepEqual(unknown, []);
  assert.ok(tables.length > 250, `only ${tables.length}`);
});

test("and every share and mean that it publishes is the kit's, to six decimals", () => {
  const among = (group: string) => (id: string) => `${group}${id}`;
  const lists = [
    { indicators: document.indicators, name: among("") },
    ...document.subgroups.map(({ id, indicators }) => ({ indicators, name: among(`${id}:`) })),
  ];
  let told = 0;
  for (const { indicators, name } of lists) {
    for (const { id, value, numerator, denominator } of indicators) {
      if (value === null) continue;
      const table = expected.tables.find((each) => each.id === name(id));
      const found =
        table?.kind === "share"
          ? [table.share, table.numerator, table.denominator]
          : table?.kind === "mean"
            ? [table.mean, table.total, table.denominator]
            : [];
      assert.deepEqual([Number(value.toFixed(6)), numerator, denominator], found, name(id));
      told++;
    }
  }
  for (const { variable, by, rows } of document.tables) {
    const id = by?.subgroup ? `${by.subgroup}:${variable}` : variable;
    const table = expected.tables.find((each) => each.id === id);
    if (by?.subgroup === null || table?.kind !== "options") continue;
    for (const { codes, share } of rows) {
      if (share === null || codes.length > 1) continue;
      const option: { readonly share?: number | null } | undefined = table.options.find(
        ({ code }) => code === codes[0],
      );
      assert.equal(Number(share.toFixed(6)), option?.share, `${id} ${codes}`);
      told++;
    }
  }
  assert.ok(told > 30, `only ${told}`);
});

test("the release has passed the audit, passes it again, and can be opened", async () => {
  assert.match(verdict, /0 of \d+ hidden numbers can be worked out/);
  const again = await auditFolder(release, { threads: 2 });
  assert.equal(again.kind, "done", JSON.stringify(again));
  assert.ok(again.value.verdict.passed && again.value.isStored);
  assert.equal((await openRelease(release)).kind, "done");
});
