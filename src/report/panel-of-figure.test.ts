import assert from "node:assert/strict";
import { test } from "node:test";
import type { Language } from "#kernel";
import type { TableSpecification } from "#tabulation";
import { nationFigures, placeFigures } from "./nation-figures.ts";
import type { SafePanel } from "./panel.ts";
import { panelOf } from "./panel-of-figure.ts";
import { numbersAgree } from "./testing/numbers-agree.ts";
import { codebook, many, severity, support, verySevere } from "./testing/review-findings.ts";
import { shippedCodebook } from "./testing/safe-tables.ts";
import { smallPlace } from "./testing/small-place.ts";
import { smallRelease } from "./testing/small-release.ts";
import { analysed } from "./testing/unit-story.ts";
import { unitFigure } from "./unit-figure.ts";

const languages = ["sv", "en"] as const;

const interventions: TableSpecification = {
  id: "interventions-per-case",
  population: "started",
  measure: { kind: "mean-distinct", variable: "V17", base: "answered" },
};

async function ofUnit(cases: number, language: Language) {
  const stories = [
    ...many(Math.ceil(cases / 2), { answers: { V10: 3, V16: 1 }, ...support(1, 2) }),
    ...many(Math.floor(cases / 2), { answers: { V10: 2, V16: 1 }, ...support(1) }),
  ];
  const specifications = [verySevere, severity, interventions];
  const tables = await analysed({ codebook, stories }, specifications);
  return tables.map((table) => {
    const figure = unitFigure(table, codebook, language);
    if (!figure) throw new Error(`${table.specification.id} is no figure`);
    return panelOf(figure, language);
  });
}

for (const language of languages) {
  for (const cases of [1, 2, 7, 13, 45]) {
    test(`a unit of ${cases}: what is said and drawn stands in the table (${language})`, async () => {
      const panels = await ofUnit(cases, language);
      assert.equal(panels.length, 3);
      for (const panel of panels) numbersAgree(panel);
    });
  }

  test(`the nation and a place: what is said and drawn stands in the table (${language})`, () => {
    for (const panel of [...ofNation(language), ...ofPlace(language)]) numbersAgree(panel);
  });
}

function ofNation(language: Language): readonly SafePanel[] {
  return nationFigures(smallRelease(), shippedCodebook(), language).flatMap(({ figures }) =>
    figures.map((figure) => panelOf(figure, language)),
  );
}

function ofPlace(language: Language): readonly SafePanel[] {
  const place = { name: "Påhittköping", tables: smallPlace() };
  return placeFigures(place, smallRelease(), shippedCodebook(), language).flatMap(({ figures }) =>
    figures.map((figure) => panelOf(figure, language)),
  );
}

function find(panels: readonly SafePanel[], id: string): SafePanel {
  const panel = panels.find((each) => each.id === id);
  assert.ok(panel, `no panel ${id}`);
  return panel;
}

test("a share stands with what it is of, its uncertainty, and what it is held against", () => {
  const [table] = find(ofPlace("sv"), "housing-intervention").tables;
  assert.deepEqual(
    table?.columns.map(({ label }) => label),
    [
      "Antal",
      "Av",
      "Andel",
      "Osäkerhet från",
      "Osäkerhet till",
      "Riket: antal",
      "Riket: av",
      "Riket: andel",
    ],
  );
  assert.equal(table?.rows.length, 1);
  assert.deepEqual(table?.rows[0]?.cells.slice(5, 7), [835, 2610]);
});

test("what may not be shown is hidden in its place; columns that nobody has are left out", () => {
  const [table] = find(ofNation("sv"), "men").tables;
  assert.deepEqual(table?.rows[0]?.cells, ["hidden", "hidden", "hidden"]);
  const answers = find(ofNation("sv"), "V12").tables[0];
  assert.ok(
    answers?.rows.slice(0, -1).every(({ cells }) => cells.every((cell) => cell === "hidden")),
  );
});

test("of too few there is no share, and nothing is said to be hidden", async () => {
  const [share, answers] = await ofUnit(7, "sv");
  assert.deepEqual(
    share?.tables[0]?.columns.map(({ label }) => label),
    ["Antal", "Av"],
  );
  assert.deepEqual(
    answers?.tables[0]?.columns.map(({ label }) => label),
    ["Antal"],
  );
  const cells = [share, answers].flatMap(
    (panel) => panel?.tables.flatMap(({ rows }) => rows) ?? [],
  );
  assert.ok(cells.every((row) => !row.cells.includes("hidden")));
});

test("a mean has its spread as a table of its own, as the picture does", async () => {
  const mean = (await ofUnit(13, "sv"))[2];
  assert.deepEqual(
    mean?.tables.map(({ caption, corner }) => [caption, corner]),
    [
      ["Slag av insatser per ärende", "Uppgift"],
      ["Slag av insatser per ärende: så fördelar de sig", "Antal slag"],
    ],
  );
});
