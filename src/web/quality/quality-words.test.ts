import assert from "node:assert/strict";
import { test } from "node:test";
import type { UnitQuality } from "#server";
import {
  type Completeness,
  completenessInWords,
  emptiestInWords,
  timelinessInWords,
  unknownInWords,
  waitingInWords,
} from "./quality-words.ts";

function question(asked: number, empty: number, name = "Kön"): Completeness {
  const label = { sv: name, en: name };
  const answered = asked - empty;
  return { id: name, label, phase: "before", asked, answered, missingCode: 0, empty };
}

test("a question counts as answered when nine cases in ten have an answer", () => {
  const nearly = question(10, 1);
  const half = question(10, 5);
  assert.equal(
    completenessInWords([nearly, half]),
    "En av två frågor är besvarad i nästan alla ärenden.",
  );
  assert.equal(
    completenessInWords([nearly, nearly, question(0, 0)]),
    "Alla två frågor är besvarade i nästan alla ärenden.",
  );
  assert.equal(completenessInWords([half]), "Ingen fråga är besvarad i nästan alla ärenden än.");
  assert.equal(completenessInWords([question(0, 0)]), "Inget ärende har kommit till frågorna än.");
});

test("where most is missing is named, and nothing where all is well", () => {
  assert.equal(
    emptiestInWords([question(10, 2), question(40, 20, "Måluppfyllelse")]),
    "Mest saknas i «Måluppfyllelse»: 20 av 40 ärenden har inget svar.",
  );
  assert.equal(
    emptiestInWords([question(3, 1)]),
    "Mest saknas i «Kön»: ett av tre ärenden har inget svar.",
  );
  assert.equal(emptiestInWords([question(10, 1), question(0, 0)]), undefined);
});

test("from one «Vet ej» in four, a question is not simply answered, and it is named", () => {
  const known = { ...question(12, 0), answered: 10, missingCode: 2 };
  const unknown = { ...question(12, 0, "Inkomst"), answered: 9, missingCode: 3 };
  assert.equal(
    completenessInWords([known, unknown]),
    "Alla två frågor är besvarade i nästan alla ärenden, men en av dem ofta med «Vet ej» eller «Uppgift saknas».",
  );
  assert.equal(
    unknownInWords([known, unknown, question(0, 0)]),
    "Minst vart fjärde svar är «Vet ej» eller «Uppgift saknas» i «Inkomst».",
  );
  assert.equal(unknownInWords([known]), undefined);
});

test("timeliness is a sentence with both its numbers", () => {
  const told = (medianDays: number | null, event: "started" | "assessed" | "closed" = "started") =>
    timelinessInWords({ event, events: 40, medianDays, withinGoal: 34 }, 14);
  assert.equal(
    told(3),
    "Hälften av ärendena registreras inom tre dagar från starten, och 34 av 40 inom 14 dagar.",
  );
  assert.equal(
    told(0, "closed"),
    "Hälften av avsluten registreras samma dag som avslutet, och 34 av 40 inom 14 dagar.",
  );
  assert.equal(
    told(2.5, "assessed"),
    "Hälften av riskbedömningarna registreras inom 2,5 dagar från bedömningen, och 34 av 40 inom 14 dagar.",
  );
  assert.equal(told(null), "Inget ärende har påbörjats det senaste året.");
});

test("what waits is told in whole sentences, and what does not wait is not told", () => {
  const quality = {
    unassigned: ["M-1"],
    stale: [],
    incomplete: [
      { code: "M-1", missing: [] },
      { code: "M-2", missing: [] },
    ],
  } as unknown as UnitQuality;
  assert.deepEqual(waitingInWords(quality), [
    { sentence: "Ett ärende saknar handläggare.", list: "utan-handlaggare" },
    { sentence: "Två ärenden saknar svar i en fas som är passerad.", list: "saknas" },
  ]);
});
