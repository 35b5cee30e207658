import assert from "node:assert/strict";
import { test } from "node:test";
import { swedish } from "./swedish.ts";
import type { Base } from "./told.ts";

const cases: Base = { noun: "case", isClosed: false, kind: "answered" };
const closed: Base = { noun: "case", isClosed: true, kind: "valid" };
const clients: Base = { noun: "client", isClosed: false, kind: "answered" };
const label = "Mycket grovt våld";

function share(count: number, total: number, base = cases, interval = [0.113, 0.352] as const) {
  return swedish.share({ label, base, count, total, interval: total === 0 ? null : interval })
    .sentence;
}

const shares: readonly (readonly [told: string, sentence: string])[] = [
  [share(0, 0), "Mycket grovt våld: ingen uppgift ännu."],
  [
    share(0, 0, clients),
    "Mycket grovt våld: klienternas svar visas fem åt gången, och fem har ännu inte kommit.",
  ],
  [
    share(1, 1),
    "Mycket grovt våld: ja i det enda ärende som har svar. För få för att visa andelar: minst tio behövs.",
  ],
  [
    share(0, 1),
    "Mycket grovt våld: nej i det enda ärende som har svar. För få för att visa andelar: minst tio behövs.",
  ],
  [
    share(2, 2),
    "Mycket grovt våld: i båda de ärenden som har svar. För få för att visa andelar: minst tio behövs.",
  ],
  [
    share(1, 9),
    "Mycket grovt våld: i ett av de nio ärenden som har svar. För få för att visa andelar: minst tio behövs.",
  ],
  [
    share(1, 5, clients),
    "Mycket grovt våld: en av de fem klienter vars svar är med. För få för att visa andelar: minst tio behövs.",
  ],
  [
    share(2, 10),
    "Mycket grovt våld: 20 procent (2 av 10 ärenden med svar). Osäkert: andelen kan ligga mellan 11 och 35 procent. Under 30 ärenden med svar räknas en andel som osäker, 20 till behövs.",
  ],
  [
    share(29, 29),
    "Mycket grovt våld: i alla 29 ärenden som har svar. Osäkert: en annan gång, med lika många, kan andelen av slump bli så låg som 11 procent. Under 30 ärenden med svar räknas en andel som osäker, ett till behövs.",
  ],
  [share(0, 30), "Mycket grovt våld: i inget av de 30 ärenden som har svar."],
  [share(0, 30, clients), "Mycket grovt våld: ingen av de 30 klienter vars svar är med."],
  [
    share(9, 43, closed),
    "Mycket grovt våld: 21 procent (9 av 43 avslutade ärenden med giltigt svar).",
  ],
  [share(1, 1500), "Mycket grovt våld: mindre än en procent (1 av 1\u00a0500 ärenden med svar)."],
  [
    share(1499, 1500),
    "Mycket grovt våld: mer än 99 procent (1\u00a0499 av 1\u00a0500 ärenden med svar).",
  ],
];

for (const [told, sentence] of shares) {
  test(sentence, () => assert.equal(told, sentence));
}

function frequencies(most: readonly string[], count: number, total: number, several = false) {
  const told = { label: "Kön", base: cases, most, count, total, mayChooseSeveral: several };
  return swedish.frequencies(told).sentence;
}

const findings: readonly (readonly [told: string, sentence: string])[] = [
  [frequencies([], 0, 0), "Kön: ingen uppgift ännu."],
  [frequencies([], 0, 12), "Kön: inget giltigt svar bland tolv ärenden med svar."],
  [
    frequencies(["Kvinna"], 42, 45),
    "Kön: vanligast är «Kvinna», 93 procent (42 av 45 ärenden med svar).",
  ],
  [frequencies(["Kvinna"], 45, 45), "Kön: «Kvinna» i alla 45 ärenden som har svar."],
  [
    frequencies(["Kvinna", "Man"], 3, 7),
    "Kön: vanligast är «Kvinna» och «Man», vardera i tre av de sju ärenden som har svar. För få för att visa andelar: minst tio behövs.",
  ],
  [
    frequencies(["A", "B", "C"], 4, 12, true),
    "Kön: tre svar är lika vanliga, vardera 33 procent (4 av 12 ärenden med svar). Flera svar kan anges. Osäkert: under 30 ärenden med svar räknas en andel som osäker, 18 till behövs.",
  ],
  [
    frequencies(["A", "B"], 1, 1, true),
    "Kön: «A» och «B» i det enda ärende som har svar. Flera svar kan anges. För få för att visa andelar: minst tio behövs.",
  ],
];

for (const [told, sentence] of findings) {
  test(sentence, () => assert.equal(told, sentence));
}

function mean(sum: number, total: number) {
  return swedish.mean({ label: "Slag av insatser per ärende", base: cases, sum, total }).sentence;
}

const means: readonly (readonly [told: string, sentence: string])[] = [
  [mean(0, 0), "Slag av insatser per ärende: ingen uppgift ännu."],
  [
    mean(17, 9),
    "Slag av insatser per ärende: 17 sammanlagt i nio ärenden med svar. För få för ett genomsnitt: minst tio behövs.",
  ],
  [
    mean(3, 1),
    "Slag av insatser per ärende: tre sammanlagt i ett ärende med svar. För få för ett genomsnitt: minst tio behövs.",
  ],
  [
    mean(24, 10),
    "Slag av insatser per ärende: i genomsnitt 2,4, räknat på tio ärenden med svar. Osäkert: under 30 ärenden med svar räknas ett genomsnitt som osäkert, 20 till behövs.",
  ],
  [mean(60, 30), "Slag av insatser per ärende: i genomsnitt 2,0, räknat på 30 ärenden med svar."],
];

for (const [told, sentence] of means) {
  test(sentence, () => assert.equal(told, sentence));
}

test("one closed case is spoken of in the singular", () => {
  assert.equal(
    share(1, 1, closed),
    "Mycket grovt våld: ja i det enda avslutade ärende som har giltigt svar. För få för att visa andelar: minst tio behövs.",
  );
  assert.match(
    swedish.mean({ label, base: closed, sum: 3, total: 1 }).sentence,
    /tre sammanlagt i ett avslutat ärende med giltigt svar/,
  );
});

test("a picture's axis says what is counted; how many stands in the finding", () => {
  assert.deepEqual(
    [swedish.axis("shares", cases), swedish.axis("counts", clients)],
    ["Andel av ärendena.", "Antal klienter."],
  );
});

test("a number or a date says how often it is there", () => {
  const told = { label: "Antal besök", base: cases, count: 40, total: 45 };
  assert.equal(swedish.registered(told).sentence, "Antal besök: besvarad i 40 av 45 ärenden.");
  const none = { ...told, count: 0, total: 0 };
  assert.equal(swedish.registered(none).sentence, "Antal besök: ingen uppgift ännu.");
});

test("a label that asks, and one that holds a colon, join the finding in their own way", () => {
  const base = { base: clients, count: 10, total: 30, interval: null };
  const told = ["Klient: Har något förändrats?", "Klienten: vet ej"].map(
    (label) => swedish.share({ ...base, label, base: clients, count: 0 }).sentence,
  );
  assert.deepEqual(told, [
    "Klient: Har något förändrats? Ingen av de 30 klienter vars svar är med.",
    "Klienten: vet ej – ingen av de 30 klienter vars svar är med.",
  ]);
});

test("the title is the finding without its reserves", () => {
  const told = { label, base: cases, count: 1, total: 9, interval: null };
  assert.equal(
    swedish.share(told).message,
    "Mycket grovt våld: i ett av de nio ärenden som har svar",
  );
});
