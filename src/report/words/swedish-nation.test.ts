import assert from "node:assert/strict";
import { test } from "node:test";
import { swedishOfNation as words } from "./swedish-nation.ts";
import type { NationBase } from "./told-nation.ts";

const cases: NationBase = {
  noun: "case",
  isClosed: false,
  kind: "answered",
  subgroup: null,
  place: null,
};
const closed: NationBase = { ...cases, isClosed: true, kind: "valid" };
const clients: NationBase = { ...cases, noun: "client" };
const men: NationBase = { ...cases, subgroup: "ärenden som rör män" };
const both = (part: number, whole: number) => ({ part, whole });

function share(base: NationBase, own: [number, number], all?: [number, number]) {
  const beside = all ? both(...all) : null;
  return words.share({ label: "Grovt våld", base, own: both(...own), all: beside });
}

const shares: readonly (readonly [
  told: ReturnType<typeof share>,
  message: string,
  sentence: string,
])[] = [
  [share(cases, [0, 0]), "Grovt våld: ingen uppgift", "Grovt våld: ingen uppgift."],
  [
    share(cases, [12, 29]),
    "Grovt våld: 12 av 29 ärenden",
    "Grovt våld: 12 av 29 ärenden med svar.",
  ],
  [
    share(closed, [9, 43]),
    "Grovt våld: 21 procent av de avslutade ärendena med giltigt svar",
    "Grovt våld: 21 procent (9 av 43 avslutade ärenden med giltigt svar).",
  ],
  [
    share(clients, [0, 43]),
    "Grovt våld: 0 procent av klienterna som har svarat",
    "Grovt våld: ingen av 43 klienter som har svarat.",
  ],
  [
    share(men, [50, 185], [612, 3058]),
    "Grovt våld: 27 procent av ärenden som rör män, mot 20 procent av alla",
    "Grovt våld: 27 procent av ärenden som rör män (50 av 185 med svar), mot 20 procent av alla ärenden (612 av 3\u00a0058 med svar).",
  ],
  [
    share({ ...men, isClosed: true }, [3, 24], [612, 3058]),
    "Grovt våld: 3 av 24 avslutade ärenden som rör män",
    "Grovt våld: 3 av 24 avslutade ärenden som rör män (med svar), mot 20 procent av alla avslutade ärenden (612 av 3\u00a0058 med svar).",
  ],
];

for (const [told, message, sentence] of shares) {
  test(sentence, () => assert.deepEqual(told, { message, sentence }));
}

test("a mean of all, of a subgroup beside all, and of too few", () => {
  const mean = { label: "Insatser", base: cases, own: both(6264, 2610), all: null };
  const told = [
    words.mean(mean),
    words.mean({ ...mean, base: men, own: both(420, 170), all: mean.own }),
    words.mean({ ...mean, base: men, own: both(16, 7), all: mean.own }),
  ];
  assert.deepEqual(
    told.map(({ message }) => message),
    [
      "Insatser: i genomsnitt 2,4",
      "Insatser: i genomsnitt 2,5 i ärenden som rör män, mot 2,4 i alla",
      "Insatser",
    ],
  );
  assert.deepEqual(
    told.map(({ sentence }) => sentence),
    [
      "Insatser: i genomsnitt 2,4, räknat på 2\u00a0610 ärenden med svar.",
      "Insatser: i genomsnitt 2,5 i ärenden som rör män (170 med svar), mot 2,4 i alla ärenden (2\u00a0610 med svar).",
      "Insatser: 16 sammanlagt i sju ärenden som rör män (med svar).",
    ],
  );
});

const answers = {
  label: "Kön",
  base: cases,
  own: both(1200, 3000),
  all: null,
  most: ["A"],
  isPartial: false,
  next: null,
  difference: null,
} as const;

test("the most common answers, and the next", () => {
  const told = [
    words.answers({ ...answers, next: { label: "B", own: both(900, 3000) } }),
    words.answers({ ...answers, most: ["A", "B"] }),
    words.answers({ ...answers, most: ["A", "B", "C"], own: both(5, 20) }),
    words.answers({ ...answers, isPartial: true }),
    words.answers({ ...answers, most: [] }),
  ];
  assert.deepEqual(
    told.map(({ sentence }) => sentence),
    [
      "Kön: vanligast är «A», 40 procent (1\u00a0200 av 3\u00a0000 ärenden med svar). Därefter kommer «B», 30 procent (900).",
      "Kön: vanligast är «A» och «B», vardera 40 procent (1\u00a0200 av 3\u00a0000 ärenden med svar).",
      "Kön: tre svar är lika vanliga, vardera 5 av 20 ärenden med svar.",
      "Kön: vanligast av de svar som visas är «A», 40 procent (1\u00a0200 av 3\u00a0000 ärenden med svar).",
      "Kön: inget giltigt svar bland 3\u00a0000 ärenden med svar.",
    ],
  );
});

test("where a subgroup differs most is its title", () => {
  const difference = { label: "B", own: both(81, 184), all: both(840, 3000) };
  const all = both(1200, 3000);
  const told = words.answers({ ...answers, base: men, own: both(83, 184), all, difference });
  assert.equal(
    told.message,
    "Kön: «B» i 44 procent av ärenden som rör män, mot 28 procent av alla",
  );
  assert.equal(
    told.sentence,
    "Kön: vanligast är «A», 45 procent av ärenden som rör män (83 av 184 med svar), mot 40 procent av alla ärenden (1\u00a0200 av 3\u00a0000 med svar). Störst skillnad: «B», 44 procent (81) mot 28 procent (840) av alla ärenden.",
  );
});

test("the same answer both times, with whom it is said of", () => {
  const told = (where: string | null) =>
    words.same({
      before: "Risk före",
      after: "Risk efter",
      base: closed,
      own: both(397, 480),
      where,
    }).sentence;
  assert.equal(
    told(null),
    "Risk efter: samma svar som «Risk före», 83 procent (397 av 480 avslutade ärenden med giltigt svar båda gångerna).",
  );
  assert.equal(
    told(words.where("Mål", ["Helt", "Delvis"])),
    "Risk efter: samma svar som «Risk före», 83 procent (397 av 480 avslutade ärenden med giltigt svar båda gångerna, där svaret på «Mål» är «Helt» eller «Delvis»).",
  );
});

test("what belongs to a finding is said in whole sentences", () => {
  assert.deepEqual(
    [
      words.among("Insats", ["Ja", "Kanske", "Nej"], cases),
      words.counted(["Ej tillämpligt", "Vet ej"], "frequencies"),
      words.mark,
    ],
    [
      "Gäller ärenden där svaret på «Insats» är «Ja», «Kanske» eller «Nej».",
      "Ej tillämpligt och Vet ej räknas med i andelarna.",
      "«..»: Uppgiften visas inte, eftersom någon skulle kunna kännas igen.",
    ],
  );
});
