import assert from "node:assert/strict";
import { test } from "node:test";
import { findingWordsOf } from "./finding-words.ts";
import type { Counted } from "./told-findings.ts";

const { messages, certainty, missing, change, comparisons, series, talk } = findingWordsOf("sv");
const cases: Counted = { noun: "case", population: "started", kind: "answered" };
const closed: Counted = { noun: "case", population: "closed", kind: "valid" };
const open: Counted = { noun: "case", population: "open", kind: "answered" };
const clients: Counted = { noun: "client", population: "started", kind: "answered" };
const rows: Counted = { noun: "item", population: "started", kind: "answered" };
const one = { count: 1, total: 1 };
const chain = (eligible: number, asked: number, answered: number) => ({
  eligible,
  asked,
  answered,
  valid: answered,
});
const pairs = (improved: number, same: number, worse: number) => ({
  improved,
  same,
  worse,
  compared: improved + same + worse,
  betterEnd: "Låg",
});

const sentences: readonly (readonly [told: string, sentence: string])[] = [
  [messages.share("X", one, closed), "X: ja i det enda avslutade ärende som har giltigt svar."],
  [messages.share("X", one, open), "X: ja i det enda öppna ärende som har svar."],
  [messages.share("X", one, clients), "X: ja från den enda klient vars svar är med."],
  [messages.share("X", one, rows), "X: ja i den enda registrering som har svar."],
  [
    messages.share("X", { count: 0, total: 30 }, rows),
    "X: i ingen av de 30 registreringar som har svar.",
  ],
  [
    messages.share("X", { count: 5, total: 20 }, clients),
    "X: 25 procent (5 av 20 klienter vars svar är med).",
  ],
  [messages.cases(1, "open", null, null), "Ett ärende är öppet."],
  [messages.cases(0, "open", null, null), "Inget ärende är öppet."],
  [
    messages.cases(3, "closed", null, "ärenden som rör män"),
    "Tre ärenden är avslutade (ärenden som rör män).",
  ],
  [
    messages.nestedNext("Frågan", ["Ja"], one, 1, cases),
    "Det har svar på «Frågan», och det är «Ja».",
  ],
  [
    messages.nestedNext("Frågan", ["Ja"], { count: 22, total: 27 }, 28, closed),
    "Av dem har 27 giltigt svar på «Frågan»: «Ja» i 81 procent (22 av 27).",
  ],
  [
    messages.nestedNext("Frågan", ["Ja"], { count: 2, total: 2 }, 2, cases),
    "Av dem har båda svar på «Frågan»: «Ja» i båda.",
  ],
  [messages.noneKnown("X", ["Vet ej"], 12, cases), "X: «Vet ej» i alla tolv ärenden som har svar."],
  [messages.share("X", { count: 0, total: 1 }, cases), "X: nej i det enda ärende som har svar."],
  [messages.share("X", { count: 2, total: 2 }, cases), "X: i båda de ärenden som har svar."],
  [
    messages.share("X", { count: 21, total: 51 }, rows),
    "X: 41 procent av registreringarna med svar (21 av 51).",
  ],
  [messages.registered("X", { count: 0, total: 1 }, cases), "X: inte besvarad i det enda ärendet."],
  [
    certainty.moreNeeded(29, 30, "share", cases),
    "Under 30 ärenden med svar räknas en andel som osäker: ett till behövs.",
  ],
  [
    certainty.moreNeeded(29, 30, "share", clients),
    "Under 30 svar räknas en andel som osäker: ett till behövs.",
  ],
  [
    certainty.interval({ count: 1000, total: 1000 }, [0.996, 1], false, null),
    "En annan gång, med lika många, kan andelen av slump bli mindre än en procentenhet lägre.",
  ],
  [
    missing.bounds({ count: 26, total: 60 }, 15, cases),
    "15 av 60 saknas, och de kan vända bilden. Om inget av dem hör dit är andelen 43 procent (26 av 60). Om alla gör det är den 68 procent (41 av 60).",
  ],
  [
    certainty.tooFew(1, cases, "share"),
    "För få ärenden för att visa andelar: ett, minst tio behövs.",
  ],
  [
    certainty.tooFew(1, clients, "share"),
    "För få klienter för att visa andelar: en, minst tio behövs.",
  ],
  [
    certainty.interval({ count: 0, total: 12 }, [0, 0.24], true, null),
    "Osäkert: en annan gång, med lika många, kan andelen av slump bli så hög som 24 procent.",
  ],
  [missing.chain(chain(1, 1, 1), cases).join(" "), "Det enda ärendet har svar."],
  [missing.chain(chain(2, 2, 2), clients).join(" "), "Båda klienternas svar är med."],
  [missing.chain(chain(1, 1, 0), cases).join(" "), "Det enda ärendet saknar svar."],
  [
    missing.chain(chain(9, 7, 6), cases).join(" "),
    "Sex av nio ärenden har svar. Ett saknar svar, och två har inte kommit till frågan än.",
  ],
  [
    missing.chain(chain(12, 6, 5), clients).join(" "),
    "5 av 12 klienters svar är med hittills. En har fått frågan men är inte med: hon eller han har inte svarat eller inte velat svara, eller så väntar svaret tills fem har kommit. Sex har inte fått frågan.",
  ],
  [missing.unknown(one, ["Vet ej"], cases), "Svaret är «Vet ej»."],
  [
    missing.unknown({ count: 1, total: 9 }, ["Vet ej", "Ej tillämpligt"], closed),
    "Ett av svaren är «Vet ej» eller «Ej tillämpligt» och räknas inte med.",
  ],
  [
    change.change("X", pairs(1, 0, 0), false),
    "X: bättre nivå (närmare «Låg») efter än före i det enda ärende som kan jämföras.",
  ],
  [
    change.change("X", pairs(0, 2, 0), false),
    "X: samma nivå efter som före i båda de ärenden som kan jämföras.",
  ],
  [
    change.change("X", pairs(0, 8, 2), false),
    "X: bättre nivå (närmare «Låg») efter än före i inget av tio ärenden som kan jämföras, samma nivå i 80 procent (8 av 10) och sämre nivå i 20 procent (2 av 10).",
  ],
  [
    change.cannotShow("X", 1),
    "X: förändring kan inte visas. I det enda ärende som är mätt både före och efter användes olika metoder.",
  ],
  [
    change.chain({ cases: 1, before: 1, both: 1, compared: 0 }, true),
    "Det enda ärendet är mätt både före och efter, med olika metoder.",
  ],
  [
    change.chain({ cases: 12, before: 9, both: 1, compared: 1 }, true),
    "Av tolv ärenden är nio mätta före och ett mätt både före och efter. Det är mätt med samma metod båda gångerna.",
  ],
  [
    change.net(pairs(2, 5, 20), [-0.8, -0.4]),
    "Även räknat med slumpen fick fler sämre nivå än bättre: 20 mot 2 av 27.",
  ],
  [
    change.net(pairs(5, 5, 4), [-0.2, 0.3]),
    "Det går inte att utesluta att lika många får sämre nivå som bättre.",
  ],
  [
    comparisons.fewColumns(2, cases, true),
    "Två grupper har färre än tio ärenden med svar och visas bara som antal. När grupper jämförs hör de till övriga.",
  ],
  [
    comparisons.inNoGroup({ count: 40, total: 160 }, "Frågan", false, cases),
    "40 av 160 ärenden saknar svar på «Frågan» och är inte med i någon grupp.",
  ],
  [
    comparisons.crossed(
      "Har något hänt?",
      [{ label: "Ja", count: 8, total: 16 }],
      { kind: "answer", label: "Frågan" },
      cases,
      { kind: "from-others", others: { count: 3, total: 40 } },
    ),
    "Har något hänt? Efter «Frågan»: 50 procent (8 av 16 ärenden med svar) vid «Ja», mot 8 procent (3 av 40) bland övriga. Skillnaden är större än slumpen brukar ge.",
  ],
  [
    messages.filtered([
      { kind: "given", answers: ["A", "B"] },
      { kind: "answer", question: "Frågan", answers: ["Ja"] },
    ]),
    "ärenden där klienten fått «A» eller «B» och svaret på «Frågan» är «Ja»",
  ],
  [messages.filtered(null), "ett urval av ärendena"],
  [
    comparisons.crossed(
      "X",
      [
        { label: "Nej", count: 3, total: 40 },
        { label: "Ja", count: 20, total: 40 },
      ],
      { kind: "answer", label: "Frågan" },
      cases,
      { kind: "from-each-other" },
    ),
    "X, efter «Frågan»: 8 procent (3 av 40 ärenden med svar) vid «Nej» och 50 procent (20 av 40) vid «Ja». Skillnaden är större än slumpen brukar ge.",
  ],
  [
    series.shifted(
      "X",
      {
        count: 10,
        total: 80,
        steps: 8,
        first: { step: "year", year: 2012, part: 1 },
        last: { step: "year", year: 2019, part: 1 },
      },
      { count: 50, total: 100, steps: 4, side: "around" },
      { count: 60, total: 180 },
      cases,
      false,
    ),
    "X: 13 procent (10 av 80 ärenden med svar) under åtta år i rad, 2012–2019, och 50 procent (50 av 100) under de övriga fyra åren. Så många i rad på samma sida om genomsnittet, 33 procent (60 av 180), ger slumpen sällan: nivån kan ha ändrats.",
  ],
  [series.openSince(one, 4, "open"), "Det har varit öppet i ungefär ett år eller mer."],
  [
    series.openSince({ count: 1, total: 9 }, 3, "open"),
    "Ett av nio har varit öppet i ungefär nio månader eller mer.",
  ],
  [
    series.openSince({ count: 3, total: 9 }, 2, "closed"),
    "Tre av nio var öppna i ungefär ett halvår eller mer.",
  ],
  [talk.missing({ count: 1, total: 1 }, cases), "Vad beror det på att ett ärende saknar svar?"],
];

for (const [told, sentence] of sentences) {
  test(sentence, () => assert.equal(told, sentence));
}

test("who has not answered, and whose answer waits, are told in one sentence", () => {
  const told = missing.chain(chain(20, 18, 5), clients);
  assert.equal(told.filter((sentence) => sentence.includes("väntar")).length, 1);
  assert.ok(told.every((sentence) => !/saknar svar|har svarat/.test(sentence)));
});
