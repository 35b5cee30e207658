import assert from "node:assert/strict";
import { test } from "node:test";
import type { Codebook } from "#codebook";
import { type DeliveryLevel, deliveryLevels } from "./delivery-format.ts";
import { readableDelivery } from "./readable-delivery.ts";
import {
  codebook,
  deliveredLines,
  libraryCodebook,
  plausibleCases,
  toldCase,
} from "./testing/delivered.ts";
import { whatLeaves } from "./what-leaves.ts";

const overlay = libraryCodebook("k9007-ostersund-manner");
const cases = plausibleCases(40);

async function told(level: DeliveryLevel, by = codebook) {
  const lines = await deliveredLines(cases, { level, codebook: by, units: ["Familjefrid"] });
  return { lines, what: whatLeaves(JSON.parse(lines[0] ?? ""), by) };
}

test("each question that leaves in rows is named, with its form", async () => {
  const { lines, what } = await told("rows");
  const saidOf = (label: string) => what.leaves.find((each) => each.label === label)?.said;
  assert.equal(saidOf("Kön"), "svarsalternativets kod");
  assert.equal(saidOf("När ärendet startade"), "kvartalet");
  const ages = codebook.variables.find(({ ageBandCuts }) => ageBandCuts)?.label.sv ?? "";
  assert.equal(saidOf(ages), "åldersgrupp när ärendet startade");
  const labels = new Set(what.leaves.map(({ label }) => label));
  for (const line of lines.slice(1, -1)) {
    for (const id of Object.keys(JSON.parse(line).answers)) {
      const label = codebook.variables.find((each) => each.id === id)?.label.sv;
      assert.ok(label && labels.has(label), id);
    }
  }
});

test("in coarse rows no time leaves, and the list says so", async () => {
  const { lines, what } = await told("coarse-rows");
  assert.doesNotMatch(lines.slice(1, -1).join(), /\d{4}Q\d/);
  assert.ok(what.leaves.every(({ said }) => !said.includes("kvartal")));
  assert.ok(what.leaves.some(({ said }) => said === "bara att frågan är besvarad"));
});

test("where only counts leave, the list is of tables, and rows stay", async () => {
  const { lines, what } = await told("counts");
  assert.equal(what.leaves.length, lines.length - 2);
  assert.equal(what.leaves[0]?.label, "Startade ärenden");
  assert.equal(what.stays[0]?.label, "Rader om enskilda ärenden");
  assert.ok(what.leaves.some(({ label }) => label.endsWith(", bland hedersrelaterade ärenden")));
});

test("of meetings no word is of cases, and the tables that only cases have are left out", async () => {
  const ofMeetings: Codebook = {
    ...codebook,
    counts: "meetings",
    variables: codebook.variables.filter(({ label }) => label.sv === "Kön"),
    groups: [],
    indicators: [],
    subgroups: [],
  };
  const lines = await deliveredLines([], { level: "counts", codebook: ofMeetings });
  const what = whatLeaves(JSON.parse(lines[0] ?? ""), ofMeetings);
  const readable = readableDelivery(lines, ofMeetings);
  assert.ok(readable.kind === "tables" && readable.tables.length === what.leaves.length);
  assert.equal(what.leaves[0]?.label, "Möten");
  assert.doesNotMatch(JSON.stringify([what, readable]), /ärende/i);
});

test("at every level dates, birth years, texts, codes, units, people and own questions stay, by name", async () => {
  for (const level of deliveryLevels) {
    const { what } = await told(level, overlay);
    const stays = what.stays.map(({ label }) => label).join("\n");
    const own = overlay.variables.find(({ id }) => id.startsWith("k9007."))?.label.sv ?? "?";
    for (const name of [
      "Dagar när",
      "Födelseår",
      "Ärendekoder",
      "Fria texter",
      "Vilken enhet",
      "Handläggare",
      own,
    ]) {
      assert.ok(stays.includes(name), `${level}: ${name}`);
    }
    assert.ok(what.leaves.every(({ label }) => label !== own));
    assert.ok(what.heading.some(({ said }) => said.startsWith(overlay.id)));
  }
});

test("the table itself can be read: labels, one row for each case", async () => {
  const { lines } = await told("rows");
  const readable = readableDelivery(lines, codebook);
  assert.ok(readable.kind === "cases");
  assert.equal(readable.rows.length, lines.length - 2);
  assert.ok(readable.rows.every((row) => row.length === readable.columns.length));
  assert.deepEqual(readable.columns.slice(0, 4), [
    "När ärendet startade",
    "När ärendet avslutades",
    "Hur ärendet räknas",
    "Påbörjade faser",
  ]);
  const sexes = new Set(readable.rows.map((row) => row[readable.columns.indexOf("Kön")]));
  assert.ok(sexes.has("Kvinna") || sexes.has("Man"), [...sexes].join());
  assert.doesNotMatch(readable.rows.flat().join("\n"), /\d{4}Q\d|[0-9a-f]{32}/);
});

test("one case reads as it was told", async () => {
  const source = toldCase((begun) =>
    begun.withRiskAssessment({ method: 1, date: "2023-08-20", level: 3 }, "before"),
  );
  const risk = codebook.groups.find(({ id }) => id === "riskAssessment");
  const label = (field: string, code: number) =>
    risk?.fields.find(({ id }) => id === field)?.options.find((each) => each.code === code)?.label
      .sv;
  const at = async (level: DeliveryLevel) => {
    const readable = readableDelivery(await deliveredLines([source], { level }), codebook);
    assert.ok(readable.kind === "cases");
    return readable.rows[0]?.[readable.columns.indexOf(risk?.label.sv ?? "")];
  };
  assert.equal(
    await at("rows"),
    [label("method", 1), "kvartal 3 2023", label("level", 3)].join(", "),
  );
  assert.equal(
    await at("coarse-rows"),
    [label("method", 1), "besvarad", label("level", 3)].join(", "),
  );
});

test("the counts themselves can be read: a title and labels for each table", async () => {
  const { lines } = await told("counts");
  const readable = readableDelivery(lines, codebook);
  assert.ok(readable.kind === "tables");
  assert.equal(readable.tables.length, lines.length - 2);
  const [started] = readable.tables;
  const cases = JSON.parse(lines[1] ?? "").counts.cases;
  assert.deepEqual(started?.rows, [{ label: "Antal ärenden", counts: [cases] }]);
  const sex = readable.tables.find(({ title }) => title === "Kön");
  assert.deepEqual(
    sex?.rows.slice(0, 5).map(({ label }) => label),
    ["Ärenden som frågan gäller", "Tillfrågade", "Besvarade", "Med giltigt svar", "Kvinna"],
  );
  const crossed = readable.tables.find(({ columns }) => columns.length > 2);
  assert.ok(crossed?.rows.every(({ counts }) => counts.length === crossed.columns.length - 1));
  const titles = readable.tables.map(({ title }) => title);
  assert.ok(
    titles.every((title) => !/V\d\d|^men|^honour/.test(title)),
    titles.join("\n"),
  );
});
