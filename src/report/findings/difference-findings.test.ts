import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { IsoDate } from "#kernel";
import type { TableSpecification } from "#tabulation";
import { analysed, type Story } from "../testing/unit-story.ts";
import { findingsOf } from "./findings-of.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021");
const verySevere: TableSpecification = {
  id: "very-severe-violence",
  population: "started",
  measure: { kind: "share", variable: "V10", codes: [3], base: "answered" },
};
const during = (from: string, until: string) => ({
  ...verySevere,
  period: { from: from as IsoDate, until: until as IsoDate },
});

async function pair(...specifications: readonly [TableSpecification, TableSpecification]) {
  if (!codebook) throw new Error("the library has lost its codebook");
  const stories = Array.from(
    { length: 40 },
    (_, index): Story => ({
      started: index % 2 === 0 ? "2024-05-01" : "2025-05-01",
      ...(index % 5 === 0 ? { closed: "2025-11-01" } : {}),
      answers: {
        V01: (index % 4) + 1 > 2 ? 1 : 2,
        V10: (index % 3) + 1,
        V11: index % 7 === 0 ? 2 : 1,
      },
    }),
  );
  const [one, other] = await analysed({ codebook, stories }, specifications);
  if (!one || !other) throw new Error("nothing was counted");
  return { one, other, telling: { codebook, language: "sv" } as const };
}

function told({ one, other, telling }: Awaited<ReturnType<typeof pair>>) {
  return findingsOf([{ kind: "difference", one, other }], telling).standsOut.join(" ");
}

test("periods that share cases are not compared", async () => {
  const overlapping = await pair(
    during("2024-01-01", "2026-01-01"),
    during("2025-01-01", "2026-01-01"),
  );
  assert.throws(() => told(overlapping), /share cases/);
});

test("different shares are not compared, nor one with itself", async () => {
  const other: TableSpecification = {
    ...verySevere,
    measure: { kind: "share", variable: "V10", codes: [2], base: "answered" },
  };
  const different = await pair(verySevere, other);
  assert.throws(() => told(different), /not the same share/);
  const same = await pair(verySevere, verySevere);
  assert.throws(() => told(same), /no two groups/);
});

const [now, then] = [during("2025-01-01", "2026-01-01"), during("2024-01-01", "2025-01-01")];
const ofMen = { subgroup: "men", within: { answer: "V01", in: [2] } } as const;
const notCompared: readonly (readonly [
  what: string,
  one: TableSpecification,
  other: TableSpecification,
  why: RegExp,
])[] = [
  ["closed and started cases", { ...now, population: "closed" }, then, /not of the same cases/],
  [
    "cases of a filter and all cases",
    { ...now, within: { answer: "V10", in: [2, 3] } },
    then,
    /not of the same cases/,
  ],
  [
    "a subgroup and all of another filter",
    { ...verySevere, ...ofMen },
    { ...verySevere, within: { answer: "V10", in: [2, 3] } },
    /not of the same cases/,
  ],
  ["one subgroup and another's period", { ...now, ...ofMen }, then, /no two groups/],
  [
    "two subgroups, which may share cases",
    { ...verySevere, ...ofMen },
    { ...verySevere, subgroup: "honour-related", within: { answer: "V11", in: [2] } },
    /no two groups/,
  ],
];

for (const [what, one, other, why] of notCompared) {
  test(`not compared: ${what}`, async () => {
    const tables = await pair(one, other);
    assert.throws(() => told(tables), why);
  });
}

test("what both sides have in common is said before them", async () => {
  const filtered = { ...ofMen, within: { all: [ofMen.within, { answer: "V10", in: [2, 3] }] } };
  const compared = await pair({ ...now, ...filtered }, { ...then, ...filtered });
  assert.match(
    told(compared),
    /^Mycket grovt våld \(ärenden som rör män, ärenden där svaret på «Våldets grovhet» är «Grovt» eller «Mycket grovt/,
  );
});

test("a condition that takes many words is called a selection", async () => {
  const within = { not: { answer: "V10", in: [1] } };
  const compared = await pair({ ...now, within }, { ...then, within });
  assert.match(told(compared), /^Mycket grovt våld \(ett urval av ärendena\)/);
});

test("a subgroup is held against the others, not against all of whom it is a part", async () => {
  const men = { ...verySevere, subgroup: "men", within: { answer: "V01", in: [2] } } as const;
  const compared = await pair(men, verySevere);
  const totalOf = ({ counts }: InternalTable) => (counts.kind === "share" ? counts.denominator : 0);
  const [own, all] = [totalOf(compared.one), totalOf(compared.other)];
  assert.ok(own > 0 && own < all);
  assert.match(told(compared), new RegExp(`av ${own} .* mot .* av ${all - own}\\) bland övriga`));
});
