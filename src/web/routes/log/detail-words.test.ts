import assert from "node:assert/strict";
import { test } from "node:test";
import { detailsInWords } from "./detail-words.ts";

const told = (details: object) => detailsInWords(JSON.stringify(details));

test("a unit's figures: which unit and how many cases, and nothing of the codebook", () => {
  const details = { unit: "9001-stodcentrum-fyren", cases: 7, codebook: "su-kvinnofrid-2021" };
  assert.equal(told(details), "Enheten stodcentrum-fyren, 7 ärenden");
});

test("a list: how many cases were shown, and which", () => {
  assert.equal(told({ from: 0, shown: 20, state: "open" }), "Visade 20 öppna ärenden");
  assert.equal(told({ from: 20, shown: 1, state: "closed" }), "Visade ett avslutat ärende");
  assert.equal(told({ from: 0, shown: 0, state: "all" }), "Visade inga ärenden");
});

test("a table that was taken: whose figures, which, and in what form", () => {
  const details = { of: "2026-H1", group: null, panel: "V10", table: 1, form: "excel" };
  assert.equal(told(details), "2026-H1, tabellen V10, för Excel");
});

test("a change: which step in the case's history", () => {
  assert.equal(told({ revision: 3 }), "Steg 3");
});

test("a refusal: what was tried, and the code only where one was given", () => {
  assert.equal(told({ route: "GET /api/log" }), "Försökte öppna Loggen");
  const route = "GET /api/cases/:code";
  assert.equal(told({ code: "", route }), "Försökte läsa ärendet");
  assert.equal(told({ route, code: "M-7F3K-2" }), "Försökte läsa ärendet, koden M-7F3K-2");
});

test("an invitation to the survey: in which way; an approval: of which language", () => {
  assert.equal(told({ mode: "own-device" }), "På klientens egen enhet");
  assert.equal(told({ mode: "in-the-room" }), "På skärmen i rummet");
  assert.equal(told({ language: "ar" }), "Språket ar");
  assert.equal(told({ language: "ar", kind: "survey" }), "Språket ar, enkäten");
});

test("what has no words yet is still shown", () => {
  assert.equal(told({ route: "GET /api/new", pages: 2 }), "Försökte nå GET /api/new, pages: 2");
  assert.equal(told({}), "");
});
