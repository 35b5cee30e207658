import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import {
  daysInWords,
  linesOf,
  notedInAll,
  openDaysInWords,
  stateInWords,
} from "./campaign-words.ts";

const march = {
  firstDay: isoDate("2027-03-01"),
  lastDay: isoDate("2027-03-31"),
  routine: null,
};
const spring = {
  firstDay: isoDate("2027-03-01"),
  lastDay: isoDate("2027-06-30"),
  state: "running",
} as const;
const today = isoDate("2027-03-19");

test("days that share a month or a year are said once", () => {
  assert.equal(daysInWords(march), "1–31 mars 2027");
  assert.equal(
    daysInWords({ ...march, firstDay: isoDate("2027-02-22") }),
    "22 februari–31 mars 2027",
  );
  assert.equal(
    daysInWords({ firstDay: isoDate("2026-12-07"), lastDay: isoDate("2027-01-08") }),
    "7 december 2026–8 januari 2027",
  );
  assert.equal(daysInWords({ ...march, lastDay: march.firstDay }), "1 mars 2027");
});

test("where it stands is one sentence, with how long is left", () => {
  const told = (state: "planned" | "running" | "over" | "closed", day = today) =>
    stateInWords({ ...march, state }, day);
  assert.equal(told("planned", isoDate("2027-02-28")), "Börjar i morgon, 1 mars.");
  assert.equal(told("planned", isoDate("2026-12-29")), "Börjar 1 mars 2027, om 62 dagar.");
  assert.equal(told("running"), "Pågår. 12 dagar kvar, till och med 31 mars.");
  assert.equal(told("running", isoDate("2027-03-30")), "Pågår. 1 dag kvar, till och med 31 mars.");
  assert.equal(told("running", march.lastDay), "Pågår. I dag är sista dagen.");
  assert.equal(told("over", isoDate("2027-04-02")), "Dagarna är slut.");
  assert.equal(told("closed", isoDate("2028-01-01")), "Avslutad.");
});

test("a routine is counted by half-years, and has days left only where it ends", () => {
  assert.equal(
    stateInWords({ ...spring, routine: "goes-on" }, today),
    "Pågår. Räknas till och med 30 juni, och fortsätter sedan nästa halvår.",
  );
  assert.equal(
    stateInWords({ ...spring, routine: "ends" }, today),
    "Pågår. 103 dagar kvar, till och med 30 juni.",
  );
});

test("that a day may still be noted is told when its days are over", () => {
  const openDays = { from: march.firstDay, through: march.lastDay };
  const words = openDaysInWords({ openDays, state: "over" }, isoDate("2027-04-05"));
  assert.match(words ?? "", /från 1 mars till 31 mars/);
  assert.equal(openDaysInWords({ openDays, state: "running" }, today), undefined);
  assert.equal(openDaysInWords({ openDays: null, state: "over" }, today), undefined);
});

test("each line is told once, and an empty one not at all", () => {
  assert.deepEqual(linesOf(" Fråga alla \n\nTa emot svaret\r\nFråga alla"), [
    "Fråga alla",
    "Ta emot svaret",
  ]);
});

test("before it is closed it is said how many meetings there are, and that of none nothing comes", () => {
  assert.deepEqual([0, 1, 1204].map(notedInAll), [
    "Inget möte är noterat. Då blir det inget resultat.",
    "Ett möte är noterat.",
    "1\u00a0204 möten är noterade.",
  ]);
});
