import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, isoDate } from "#kernel";
import type { CaseLine } from "#server";
import {
  consequences,
  handedOverInWords,
  handOverInWords,
  marksOf,
  openCasesInWords,
  otherUnitOf,
  readersInWords,
  sharedInWords,
  voidedInWords,
  whoManages,
} from "./case-life-words.ts";

const fyren = { id: "fyren", name: "Fyren" };

const plain: CaseLine = {
  code: "M-7F3K-2",
  state: "open",
  startedOn: isoDate("2026-03-01"),
  birthYear: 1990,
  lastStepAt: instant("2026-03-12T13:02:00Z"),
  completed: [],
  assignee: "Anna Ek",
  unit: "Familjefrid",
  sharedWith: null,
  isRestricted: false,
  isVoided: false,
  mine: true,
};

test("a plain case has no marks; others say what sets them apart", () => {
  assert.deepEqual(marksOf(plain, ["Familjefrid"]), []);
  assert.deepEqual(marksOf({ ...plain, state: "closed" }, []), ["avslutat"]);
  assert.deepEqual(marksOf({ ...plain, isVoided: true, isRestricted: true, state: "closed" }, []), [
    "makulerat",
    "begränsat",
  ]);
});

test("a shared case names the other unit, from either side", () => {
  const shared = { ...plain, sharedWith: "Fyren" };
  assert.deepEqual(marksOf(shared, ["Familjefrid"]), ["delas med Fyren"]);
  assert.deepEqual(marksOf(shared, ["Fyren"]), ["delas med Familjefrid"]);
  assert.equal(otherUnitOf(shared, ["Familjefrid", "Fyren"]), "Fyren");
  assert.equal(otherUnitOf(plain, ["Fyren"]), null);
});

test("banners name people and days", () => {
  assert.equal(readersInWords(["Anna Ek", "Bo Berg"]), "Bara Anna Ek och Bo Berg kan se ärendet.");
  assert.equal(
    voidedInWords({ by: "Karin", at: instant("2026-03-12T23:30:00Z") }),
    "Karin makulerade det 13 mars 2026.",
  );
  assert.equal(
    sharedInWords({ unit: fyren, assignee: "Bo Berg" }),
    "Fyren, där Bo Berg är handläggare",
  );
  assert.equal(sharedInWords({ unit: fyren, assignee: null }), "Fyren, utan handläggare");
});

test("those who may not are told who can", () => {
  assert.equal(
    whoManages("Fyren", { share: false }),
    "Enhetschefen för Fyren kan lämna över, dela, flytta, begränsa, makulera och återställa ärendet.",
  );
  assert.doesNotMatch(whoManages("Fyren", { share: true }), /dela/);
});

test("handing over says what will happen, and then what did", () => {
  assert.equal(openCasesInWords(1), "ett öppet ärende");
  assert.equal(
    handOverInWords(7, "Anna Ek", "Bo Berg"),
    "Sju öppna ärenden går till Bo Berg. Avslutade ärenden ligger kvar hos Anna Ek.",
  );
  assert.equal(
    handOverInWords(1, "Anna Ek", null),
    "Ett öppet ärende blir utan handläggare. Avslutade ärenden ligger kvar hos Anna Ek.",
  );
  assert.equal(
    handedOverInWords(7, "Anna Ek", "Bo Berg"),
    "Sju ärenden gick från Anna Ek till Bo Berg.",
  );
  assert.equal(handedOverInWords(1, "Anna Ek", null), "Ett ärende är nu utan handläggare.");
  assert.equal(
    handedOverInWords(0, "Anna Ek", "Bo Berg"),
    "Anna Ek hade inga öppna ärenden att lämna över.",
  );
});

test("the consequence is said in the names of those concerned", () => {
  assert.equal(
    consequences.assign("Bo Berg", "Anna Ek"),
    "Bo Berg får ärendet bland sina. Anna Ek har det inte längre bland sina.",
  );
  assert.equal(consequences.assign("Bo Berg", null), "Bo Berg får ärendet bland sina.");
  assert.equal(
    consequences.share("Fyren", "Familjefrid"),
    "Fyren kan läsa och svara i ärendet. Det räknas en gång, i Familjefrids bild. Delningen gäller tills någon väljer «Sluta dela».",
  );
  assert.equal(
    consequences.transfer("Fyren", "Anna Ek"),
    "Ärendet flyttas till Fyren med hela sin historik, och räknas i den enhetens bild. Där är det utan handläggare tills chefen ger det till någon. Anna Ek har det inte längre bland sina.",
  );
  assert.match(consequences.assign(null, "Anna Ek"), /tills du ger det till någon\. Anna Ek har/);
});

test("before anything is chosen the consequence is already said", () => {
  assert.equal(
    consequences.assign(undefined, "Anna Ek"),
    "Den du väljer får ärendet bland sina. Anna Ek har det inte längre bland sina.",
  );
  assert.match(consequences.share(undefined, "Fyren"), /^Den enhet du väljer kan läsa och svara/);
  assert.match(consequences.transfer(undefined, null), /^Ärendet flyttas till den enhet du väljer/);
});
