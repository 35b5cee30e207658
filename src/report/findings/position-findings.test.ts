import assert from "node:assert/strict";
import { test } from "node:test";
import { readSafeTable, type SafeTable } from "#disclosure";
import type { TableSpecification } from "#tabulation";
import { codebook, many, unitOf, verySevere, year } from "../testing/review-findings.ts";
import { analysed } from "../testing/unit-story.ts";
import { findingsOf } from "./findings-of.ts";

type Specification = SafeTable["specification"];

const { measure } = verySevere;
if (measure.kind !== "share") throw new Error("it is a share");
const published: Specification = { id: verySevere.id, population: "started", measure };
const ofMen = { subgroup: "men", within: { answer: "V01", in: [2] } } as const;

function publishedIn(round: string, specification: Specification): SafeTable {
  const base = { eligible: 3100, asked: 3080, answered: 3058, valid: 3058 };
  const counts = { kind: "share", base, numerator: 612, denominator: 3058 } as const;
  const scope = { kind: "nation", round } as const;
  const read = readSafeTable(scope, specification, { by: null, counts });
  if (read.kind === "refused") throw new Error("it may not be published as it stands");
  return read.value;
}

async function told(
  own: Partial<TableSpecification>,
  all: Partial<Specification> = {},
  round = "2022-2023",
) {
  const stories = many(45, { closed: "2025-11-01", answers: { V01: 2, V10: 3 } });
  const [table] = await analysed(unitOf(stories), [{ ...verySevere, ...own }]);
  if (!table) throw new Error("nothing was counted");
  const asked = [
    { kind: "position", own: table, all: publishedIn(round, { ...published, ...all }) },
  ] as const;
  return () => findingsOf(asked, { codebook, language: "sv" }).standsOut.join(" ");
}

const notCompared: readonly (readonly [
  what: string,
  own: Partial<TableSpecification>,
  all: Partial<Specification>,
])[] = [
  ["closed cases with started ones", { population: "closed" }, {}],
  ["a subgroup with all", ofMen, {}],
  ["all with a subgroup", {}, ofMen],
  ["a filter with none", { within: { answer: "V01", in: [2] } }, {}],
];

for (const [what, own, all] of notCompared) {
  test(`not compared: ${what}`, async () => {
    assert.throws(await told(own, all), /not of the same cases/);
  });
}

test("different shares are not compared", async () => {
  assert.throws(await told({}, { measure: { ...measure, codes: [2] } }), /not the same share/);
});

test("both times are told: one's own, and the round of all", async () => {
  const of2025 = await told({ ...ofMen, period: year(2025) }, ofMen);
  assert.match(
    of2025(),
    /^Mycket grovt våld \(ärenden som rör män\): .* hos er \(startade 2025\), mot .* tillsammans 2022–2023\./,
  );
  const named = await told({}, {}, "r-7");
  assert.match(named(), /tillsammans i omgången r-7\./);
});
