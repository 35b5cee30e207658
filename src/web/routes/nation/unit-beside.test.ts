import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import type { Figure } from "#report";
import type { UnitFigures } from "#server";
import { besideInWords, unitBeside } from "./unit-beside.ts";

const codebook =
  libraryCodebooks().find(({ id }) => id === "su-kvinnofrid-2021") ??
  assert.fail("the library has no such codebook");

function aFigure(told: Partial<Figure>): Figure {
  return {
    lane: "internal",
    id: "women",
    label: { sv: "Kvinnor", en: "Women" },
    kind: "share",
    population: "started",
    reconstructed: false,
    response: null,
    base: { eligible: 60, asked: 60, answered: 49, valid: 49 },
    certainty: "solid",
    numerator: 30,
    denominator: 49,
    value: 30 / 49,
    interval: null,
    rows: [],
    beside: null,
    message: "",
    sentence: "",
    picture: null,
    ...told,
  };
}

function line(unit: Partial<Figure>, nation: Partial<Figure> = unit): string {
  const told = besideInWords(aFigure(unit), aFigure(nation), codebook);
  return told.replaceAll("\u00a0", " ");
}

function row(code: number, sv: string, count: number | null, share: number | null = null) {
  return { code, label: { sv, en: sv }, isMissing: code >= 97, count, share };
}

test("a share is told with its count and its base", () => {
  assert.equal(line({}), "61 procent, 30 av 49 ärenden");
  assert.equal(line({ population: "closed" }), "61 procent, 30 av 49 avslutade ärenden");
});

test("where the unit has too few for a share there are counts alone", () => {
  const few = { certainty: "counts-only", value: null, numerator: 4, denominator: 7 } as const;
  assert.equal(line(few), "4 av 7 ärenden");
  assert.equal(
    line({ ...few, kind: "mean", denominator: 7 }),
    "för få för ett genomsnitt, 7 ärenden med svar",
  );
});

test("of answers the unit tells the one that is the nation's most common", () => {
  const rows = [row(1, "Ja", 12, 0.4), row(2, "Nej", 18, 0.6)];
  const base = { eligible: 30, asked: 30, answered: 30, valid: 30 };
  const nation = { rows: [row(1, "Ja", 900), row(2, "Nej", 400), row(98, "Uppgift saknas", 950)] };
  const kind = "frequencies" as const;
  assert.equal(
    line({ kind, base, rows }, { kind, ...nation }),
    "«Ja» 40 procent, 12 av 30 ärenden",
  );
});

test("an answer that is merged in the nation has no counterpart in the unit", () => {
  const kind = "frequencies" as const;
  const base = { eligible: 30, asked: 30, answered: 25, valid: 25 };
  const told = line(
    { kind, base, rows: [row(1, "Polis", 10, 0.4)] },
    { kind, rows: [row(1, "Polis eller Skola", 900)] },
  );
  assert.equal(told, "25 av 30 ärenden med svar");
});

test("clients are clients, and their answers come five at a time", () => {
  const id = "client-much-better";
  assert.equal(line({ id }), "61 procent, 30 av 49 klienter");
  assert.equal(line({ id, certainty: "empty" }), "visas när fem klienter har svarat");
  assert.equal(line({ certainty: "empty" }), "inga svar ännu");
});

test("a unit under another codebook has nothing to hold beside", () => {
  const unit: UnitFigures = {
    unit: { id: "u1", name: "Familjefrid" },
    codebook: codebook.id,
    cases: 60,
    closed: 44,
    countedAt: "2026-01-01T00:00:00Z" as UnitFigures["countedAt"],
    indicators: [aFigure({})],
    variables: [],
  };
  const nation = aFigure({ lane: "safe" });
  assert.equal(unitBeside(unit, codebook, codebook.id).figureOf(nation)?.id, "women");
  assert.equal(unitBeside(unit, codebook, "su-kvinnofrid-2019").figureOf(nation), undefined);
  const own = {
    ...codebook,
    id: "k9001-own",
    extends: { codebook: codebook.id, version: "1.0.0", namespace: "k9001." },
  };
  assert.equal(unitBeside(unit, own, codebook.id).figureOf(nation)?.id, "women");
});
