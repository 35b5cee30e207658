import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { instant } from "#kernel";
import { parseSurveyLanguage, type SurveyLanguage } from "./language.ts";
import { isShownToClients, languageStatus, languageTextHash } from "./language-approval.ts";

const file = join(import.meta.dirname, "languages/sv.json");

function read(json: unknown): SurveyLanguage {
  const language = parseSurveyLanguage("sv.json", json);
  assert.ok(language.kind === "done");
  return language.value;
}

const swedish = read(JSON.parse(readFileSync(file, "utf8")));
const finnish = { ...swedish, tag: "fi" };

function approvalOf(language: SurveyLanguage) {
  const said = { approvedBy: "Maria Ek", approvedAt: instant("2026-05-04T09:00:00Z") };
  return { language: language.tag, textHash: languageTextHash(language), ...said };
}

/** Every copy of it in which one text is another. */
function withOneTextChanged(language: SurveyLanguage): readonly unknown[] {
  const json = JSON.stringify(language);
  function changed(place: number) {
    let seen = -1;
    const copy: unknown = JSON.parse(json, (name, value: unknown) => {
      const isText = typeof value === "string" && name !== "direction";
      if (isText) seen++;
      return isText && seen === place ? `${value}x` : value;
    });
    return { copy, texts: seen + 1 };
  }
  return Array.from({ length: changed(-1).texts }, (_, place) => changed(place).copy);
}

test("Swedish is what all is translated from; another language is a draft until it is approved", () => {
  assert.equal(languageStatus(swedish, undefined), "source");
  assert.equal(languageStatus(finnish, undefined), "draft");
  assert.equal(languageStatus(finnish, approvalOf(finnish)), "approved");
});

test("an approval is worth nothing when any word has changed", () => {
  const question = { swedish: "Hur mår du?", ask: "Mitä kuuluu?", options: { "1": "Hyvää" } };
  const whole = { ...finnish, questions: { clientMood: question } };
  const approval = approvalOf(whole);
  const copies = withOneTextChanged(whole);
  assert.ok(copies.length > 40, `${copies.length} texts`);
  for (const changed of copies) {
    assert.equal(languageStatus(read(changed), approval), "changed-since");
  }
  const turned = { ...whole, direction: "rtl" as const };
  assert.equal(languageStatus(turned, approval), "changed-since");
});

test("the order in which a file happens to be written changes nothing", () => {
  const otherOrder = Object.fromEntries(Object.entries(finnish).reverse());
  assert.equal(languageTextHash(read(otherOrder)), languageTextHash(finnish));
});

test("clients meet what is approved; in the demo drafts too", () => {
  for (const status of ["source", "approved"] as const) {
    assert.ok(isShownToClients(status, "real") && isShownToClients(status, "demo"));
  }
  for (const status of ["draft", "changed-since"] as const) {
    assert.ok(!isShownToClients(status, "real") && isShownToClients(status, "demo"));
  }
});
