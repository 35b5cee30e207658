import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#kernel";
import type { MadeDeliveryView, PreparedView, ToMend } from "#server";
import { checkLedFrom, deliverPage, placeToMend } from "./deliver-address.ts";
import {
  anonymityInWords,
  askedHowMany,
  checkInWords,
  countInWords,
  knownCases,
  levelName,
  levelsUpTo,
  readStated,
  sinceInWords,
  standingOf,
} from "./deliver-words.ts";

const at = instant("2026-11-22T13:02:00.000Z");
const prepared: MadeDeliveryView = {
  sequence: 2,
  isWithdrawal: false,
  level: "rows",
  cases: 60,
  statedCases: 64,
  sha256: "ab",
  madeAt: at,
  madeBy: "Leila Aho",
  sent: null,
  receipt: null,
};
const ofCases = { id: "a", version: "1", label: "A", counts: "cases" } as const;
const sent: MadeDeliveryView = { ...prepared, sent: { way: "network", at, by: "Leila Aho" } };
const toMend: ToMend = { code: "M-7F3K", unit: "Familjefrid", place: null, sentence: "Saknas." };

test("the check says in its headline whether anything is to be mended", () => {
  const inWords = (stops: number, more = 0) =>
    checkInWords({ stops: Array.from({ length: stops }, () => toMend), more });
  assert.equal(inWords(0), "Inget behöver rättas");
  assert.equal(inWords(1), "En sak behöver rättas innan ni kan leverera");
  assert.equal(inWords(3), "Tre saker behöver rättas innan ni kan leverera");
  assert.equal(inWords(20, 4), "Mer än 20 saker behöver rättas innan ni kan leverera");
});

test("how many cases there were is a number, or nothing where nobody knows", () => {
  assert.equal(readStated("  "), null);
  assert.equal(readStated("1 204"), 1204);
  assert.equal(readStated("0"), 0);
  for (const wrong of ["ungefär 60", "-1", "6,5", "12345678"]) {
    assert.equal(readStated(wrong), undefined, wrong);
  }
});

test("what was said of a delivery that left helps with what is said now", () => {
  assert.match(
    knownCases(60, { codebook: ofCases, deliveries: [sent] }),
    /^Här finns 60 ärenden i omgången\. Senast sa ni 64\./,
  );
  assert.doesNotMatch(knownCases(1, { codebook: ofCases, deliveries: [prepared] }), /Senast/);
  assert.match(
    knownCases(1, { codebook: ofCases, deliveries: [] }),
    /^Här finns 1 ärende i omgången\./,
  );
});

test("of a round of meetings nothing is called a case", () => {
  const ofMeetings = { ...ofCases, counts: "meetings" } as const;
  const told = [
    countInWords(1, "meetings"),
    countInWords(504, "meetings"),
    askedHowMany("meetings"),
    levelName("counts", ofMeetings),
    knownCases(504, { codebook: ofMeetings, deliveries: [sent] }),
  ];
  assert.deepEqual(told.slice(0, 4), [
    "1 möte",
    "504 möten",
    "Hur många möten hade ni?",
    "Bara antal, inga rader om möten",
  ]);
  assert.match(told[4] ?? "", /^Här finns 504 möten i omgången\. Senast sa ni 64\./);
  assert.doesNotMatch(told.join(), /ärende/);
});

test("as much may be agreed on as is asked for, or less", () => {
  assert.deepEqual(levelsUpTo("coarse-rows"), ["coarse-rows", "counts"]);
  assert.deepEqual(levelsUpTo("counts"), ["counts"]);
});

test("a delivery stands as its receiver says, in whole sentences", () => {
  const told = (state: "arrived" | "accepted" | "refused", sentences: readonly string[] = []) =>
    standingOf({ ...sent, receipt: { state, at, sentences } });
  assert.deepEqual(standingOf(prepared), ["Förberedd, och inget har lämnat."]);
  assert.deepEqual(standingOf(sent), ["Skickad. Kvittot har inte kommit än."]);
  assert.match(told("arrived")[0] ?? "", /^Framme hos mottagaren 22 november 2026 14\.02\./);
  assert.match(told("accepted")[0] ?? "", /Den räknas med\.$/);
  assert.deepEqual(told("refused", ["Fel omgång."])[1], "Fel omgång.");
});

test("differences since are counted in words", () => {
  const since = { sequence: 2, changed: 3, added: 1, gone: 0, cases: [] };
  assert.equal(sinceInWords(since), "Sedan leverans 2: 3 ärenden ändrade och 1 nytt.");
  assert.equal(
    sinceInWords({ ...since, changed: 1, added: 0, gone: 2 }),
    "Sedan leverans 2: 1 ärende ändrat och 2 som inte lämnas längre.",
  );
  assert.equal(
    sinceInWords({ ...since, changed: 0, added: 0 }),
    "Inget har ändrats sedan leverans 2.",
  );
});

test("what could be recognised is told calmly, with what could leave instead", () => {
  const report: NonNullable<PreparedView["anonymity"]> = {
    cases: 60,
    known: ["V01"],
    levels: [
      { level: "rows", byQuarter: true, inSmallGroups: 27, share: 0.45, alone: 11 },
      { level: "coarse-rows", byQuarter: false, inSmallGroups: 7, share: 7 / 60, alone: 2 },
    ],
    suggested: "coarse-rows",
  };
  const [rare, , instead, end] = anonymityInWords(report, ["Kön", "Födelseår"], "rows");
  assert.match(
    rare ?? "",
    /^I 27 av 60 ärenden är kombinationen av kön och födelseår, tillsammans/,
  );
  assert.match(instead ?? "", /grövre rader, utan tider\. Då gäller det 7 av 60 ärenden\./);
  assert.match(end ?? "", /hindrar ingenting/);
  assert.deepEqual(anonymityInWords({ ...report, cases: 0 }, [], "rows"), []);
});

test("a line to mend leads to its question, and the case knows the way back", () => {
  const place = { phase: "before", variable: "V07" };
  const search = new URLSearchParams(placeToMend("2026 höst", { place }));
  assert.equal(search.get("fas"), "before");
  assert.equal(search.get("fraga"), "V07");
  assert.equal(checkLedFrom(search), "2026 höst");
  assert.equal(deliverPage("2026 höst"), "/leverera?omgang=2026+h%C3%B6st");
  assert.equal(deliverPage("2026", 2), "/leverera?omgang=2026&visa=2");
  assert.equal(checkLedFrom(new URLSearchParams("fas=before")), null);
});
