import assert from "node:assert/strict";
import { test } from "node:test";
import type { Codebook } from "#codebook";
import { type ResultChoice, resultSpecifications } from "#tabulation";
import { livedStories } from "../testing/lived-stories.ts";
import { year } from "../testing/review-findings.ts";
import { shippedCodebook } from "../testing/safe-tables.ts";
import { countable } from "../testing/unit-story.ts";
import { unitResults } from "./unit-results.ts";

const codebook = shippedCodebook();

async function told(cases: number, choice: ResultChoice = {}, own: Codebook = codebook) {
  const unit = { codebook: own, stories: livedStories(cases) };
  const tables = await countable(unit, resultSpecifications(own, choice));
  return unitResults(tables, { codebook: own, language: "sv", ...choice });
}

test("the headline is one sentence with its base, however many there are", async () => {
  for (const [cases, headline] of [
    [0, "Inga ärenden är registrerade än."],
    [1, "Målet helt eller delvis uppnått: ja i det enda avslutade ärende som har svar."],
    [7, "Målet helt eller delvis uppnått: i fyra av de sex avslutade ärenden som har svar."],
    [
      12,
      "Målet helt eller delvis uppnått: 70 procent (7 av 10 avslutade ärenden med svar), men det är osäkert eftersom svaren är få.",
    ],
    [45, "Målet helt eller delvis uppnått: 69 procent (25 av 36 avslutade ärenden med svar)."],
  ] as const) {
    assert.equal((await told(cases)).headline, headline);
  }
});

test("there are five sections, and the methods of risk assessment stand where the violence does", async () => {
  const { sections } = await told(45);
  assert.deepEqual(
    sections.map(({ label }) => label.sv),
    [
      "Vilka söker stöd?",
      "Hur grovt är våldet?",
      "Vilket stöd får de?",
      "Gör stödet skillnad?",
      "Klienternas röst",
    ],
  );
  const severity = sections[1]?.panels.map(({ id }) => id) ?? [];
  assert.ok(severity.includes("risk-method-used") && severity.includes("V10"));
  const ids = sections.flatMap(({ panels }) => panels.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
});

test("a change is told in the same breath as the goal and the client's view; what lacks is said", async () => {
  const changeIn = async (own: Codebook) => {
    const { sections } = await told(45, {}, own);
    const panels = sections.flatMap((section) => section.panels);
    return panels.find(({ id }) => id.startsWith("change of")) ?? assert.fail("no change");
  };
  const [measured, goal, client] = (await changeIn(codebook)).sentences;
  assert.match(measured ?? "", /^Skattad risk/);
  assert.match(goal ?? "", /^Målet helt eller delvis uppnått/);
  assert.match(client ?? "", /^Klient: Har din situation förändrats/);
  const indicators = codebook.indicators.map(({ besideChange: voice, ...each }) =>
    voice === "client" ? each : { ...each, ...(voice ? { besideChange: voice } : {}) },
  );
  assert.match(
    (await changeIn({ ...codebook, indicators })).sentences[2] ?? "",
    /^Klienternas egen bild saknas/,
  );
});

test("what is chosen is said with each panel, and the client's part says that it is of all", async () => {
  const subgroup = codebook.subgroups.find(({ id }) => id === "has-left");
  const { sections } = await told(45, { period: year(2025), subgroup });
  const client = sections.find(({ id }) => id === "client") ?? assert.fail("no client");
  assert.match(client.note ?? "", /inte upp efter period eller grupp/);
  assert.deepEqual(client.panels, (await told(45)).sections.at(-1)?.panels);
  for (const { id, panels } of sections) {
    for (const { sentences } of panels) {
      const says = sentences.some((each) => each.startsWith("Gäller ärenden där"));
      assert.equal(says, id !== "client");
    }
  }
});

test("until five clients have answered there is nothing to see of them but that", async () => {
  const { findings, panels, note } = (await told(7)).sections.at(-1) ?? assert.fail("no client");
  assert.deepEqual([findings, panels], [null, []]);
  assert.equal(note, "Klienternas svar visas fem åt gången, och fem har ännu inte kommit.");
});
