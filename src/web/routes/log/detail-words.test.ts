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

test("a review: which, which of its marks, and what was said of it", () => {
  const settled = { review: 2, mark: 7, verdict: "in-order" };
  assert.equal(told(settled), "Granskning 2, rad 7, utan anmärkning");
  const signed = { review: 2, marks: 30, followUps: 3, digest: "0".repeat(64) };
  assert.equal(told(signed), "Granskning 2, rader: 30, följs upp: 3");
});

test("what has no words yet is still shown", () => {
  assert.equal(told({ route: "GET /api/new", pages: 2 }), "Försökte nå GET /api/new, pages: 2");
  assert.equal(told({}), "");
});

test("what was done to an account is told by its roles, and never by a name", () => {
  const changed = { account: "a1", added: ["caseWorker@9001-frid"], removed: ["administrator"] };
  assert.equal(
    detailsInWords(JSON.stringify(changed)),
    "Kontot a1, nya roller: handläggare i enheten frid, utan rollerna: administratör",
  );
  const unit = { unit: "9001-frid", work: "provider", open: true };
  assert.equal(detailsInWords(JSON.stringify(unit)), "Enheten frid, utförare, öppen för kollegor");
  assert.equal(
    detailsInWords(JSON.stringify({ added: [], purpose: "recovery" })),
    "För en ny väg in",
  );
});
