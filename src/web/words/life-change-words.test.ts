import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, isoDate, municipalityCode, unitId } from "#kernel";
import { lifeChangeInWords } from "./life-change-words.ts";

const [anna, bo] = [accountId("anna"), accountId("bo")];
const [fyren, bryggan] = [unitId("fyren"), unitId("bryggan")];
const names = {
  anna: "Anna Ek",
  bo: "Bo Berg",
  fyren: "Fyren",
  bryggan: "Bryggan",
  "9001": "Granviken",
  "9002": "Norrlöv",
};

test("a start tells what it was begun with, and nothing where there was nothing", () => {
  const start = { kind: "case-started", startedOn: isoDate("2026-03-01"), assignee: anna } as const;
  assert.equal(lifeChangeInWords(start, names), "Ärendet började 1 mars 2026.");
  assert.equal(
    lifeChangeInWords({ ...start, isAnonymous: true }, names),
    "Ärendet började 1 mars 2026. Det är anonymt.",
  );
  const servedMunicipality = municipalityCode("9002");
  assert.equal(
    lifeChangeInWords({ ...start, previousCode: "M-7F3K-2", servedMunicipality }, names),
    "Ärendet började 1 mars 2026. Tidigare ärende: M-7F3K-2. Personen kommer från Norrlöv.",
  );
});

test("handing over names both", () => {
  const told = (from: typeof anna | null, to: typeof anna | null) =>
    lifeChangeInWords({ kind: "case-assigned", from, to }, names);
  assert.equal(told(null, bo), "Bo Berg blev handläggare.");
  assert.equal(told(anna, bo), "Ärendet lämnades över från Anna Ek till Bo Berg.");
  assert.equal(told(anna, null), "Ärendet blev utan handläggare efter Anna Ek.");
});

test("sharing names the unit, and who works on the case there", () => {
  const alone = { unit: fyren, assignee: null };
  const told = (
    from: typeof alone | null,
    to: { unit: typeof fyren; assignee: typeof bo | null } | null,
  ) => lifeChangeInWords({ kind: "case-shared", from, to }, names);
  assert.equal(told(null, alone), "Ärendet delas med Fyren, utan handläggare där.");
  assert.equal(
    told(alone, { unit: fyren, assignee: bo }),
    "Ärendet delas fortfarande med Fyren, där Bo Berg är handläggare.",
  );
  assert.equal(told(alone, null), "Ärendet delas inte längre med Fyren.");
});

test("a transfer, a municipality and an earlier case tell from what to what", () => {
  assert.equal(
    lifeChangeInWords({ kind: "case-transferred", from: fyren, to: bryggan }, names),
    "Ärendet flyttades från Fyren till Bryggan.",
  );
  const [from, to] = [municipalityCode("9001"), municipalityCode("9002")];
  assert.equal(
    lifeChangeInWords({ kind: "served-municipality-changed", from, to }, names),
    "Personens kommun: från Granviken till Norrlöv.",
  );
  assert.equal(
    lifeChangeInWords({ kind: "previous-case-changed", from: null, to: "M-7F3K-2" }, names),
    "Tidigare ärende: M-7F3K-2.",
  );
  assert.equal(
    lifeChangeInWords({ kind: "previous-case-changed", from: "M-7F3K-2", to: null }, names),
    "Det tidigare ärendet M-7F3K-2 togs bort.",
  );
});

test("the readers of a restricted case are named", () => {
  assert.equal(
    lifeChangeInWords({ kind: "readers-named", from: null, to: [anna, bo] }, names),
    "Ärendet begränsades. Bara Anna Ek och Bo Berg kan se det.",
  );
  assert.equal(
    lifeChangeInWords({ kind: "readers-named", from: [anna, bo], to: [anna] }, names),
    "Läsarna ändrades. Bara Anna Ek kan se ärendet.",
  );
  assert.equal(
    lifeChangeInWords({ kind: "readers-named", from: [anna], to: null }, names),
    "Ärendet är inte längre begränsat till namngivna läsare.",
  );
});

test("who is no longer known is still told of", () => {
  assert.equal(
    lifeChangeInWords({ kind: "case-assigned", from: null, to: bo }, {}),
    "okänd blev handläggare.",
  );
  assert.equal(
    lifeChangeInWords({ kind: "case-transferred", from: fyren, to: bryggan }, {}),
    "Ärendet flyttades från en annan enhet till en annan enhet.",
  );
});
