import assert from "node:assert/strict";
import { test } from "node:test";
import { findMarkup } from "./find-markup.ts";
import { checklistSteps, confidenceQuestions, guideParts, preparationSteps } from "./index.ts";
import { meetingCodebook } from "./meeting-codebook.ts";

const advice = guideParts.flatMap((part) => [part.heading, ...part.advice]);
const told = [
  ...advice,
  ...preparationSteps,
  ...checklistSteps,
  ...confidenceQuestions.map(({ text }) => text.sv),
];

test("the guide has a part for each thing that makes it hard to ask", () => {
  assert.deepEqual(
    guideParts.map(({ id }) => id),
    ["why", "how", "time", "alone", "interpreter", "children", "shared-file", "older"],
  );
  for (const part of guideParts) assert.ok(part.advice.length >= 2, part.id);
});

/** What its published descriptions say that the instrument asks: whole sentences of it we do not know. */
const wordsOfFreda = [
  /freda/i,
  /sett,? hört eller märkt/i,
  /slag(?:it|en|ar)?\b|sparkat?|knuff/i,
  /tvinga(?:t|ts)? .*sex/i,
  /kontrollera(?:t|r)? (?:dig|vad du gör)/i,
];

test("no word of FREDA-kortfrågor stands in what we tell, nor in the questions of a meeting", () => {
  const questions = meetingCodebook().variables.flatMap((each) => [
    each.label.sv,
    each.definition?.sv ?? "",
    ...each.options.map(({ label }) => label.sv),
  ]);
  for (const text of [...told, ...questions]) {
    for (const words of wordsOfFreda) assert.doesNotMatch(text, words);
  }
});

test("every text is a plain Swedish sentence, said once", () => {
  assert.equal(new Set(told).size, told.length);
  for (const text of told) {
    assert.equal(findMarkup(text), undefined, text);
    assert.doesNotMatch(text, /effekt|offer|\bbäst|\bsämst|\btopp/i, text);
    assert.equal(text, text.trim());
  }
  for (const text of [
    ...preparationSteps,
    ...checklistSteps,
    ...guideParts.flatMap(({ advice }) => advice),
  ]) {
    assert.match(text, /[.?»]$/, text);
    assert.doesNotMatch(text, /\n/);
  }
});

test("whoever is in danger now is told of 112, and that support is open at all hours", () => {
  assert.ok(checklistSteps.some((step) => step.includes("112")));
  assert.ok(checklistSteps.some((step) => step.includes("Kvinnofridslinjen, 020-50 50 50")));
});
