import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  applyOverlay,
  type Codebook,
  Codebook as CodebookForm,
  libraryCodebooks,
  libraryMeasures,
} from "#codebook";
import type { CaseRecord } from "#registration";
import { countableCase } from "../extract/countable-case.ts";
import { openExtractIntake } from "../extract/extract-intake.ts";
import { openUnitExtract } from "../extract/unit-extract.ts";
import type { Counts, RawTable } from "../raw-table.ts";
import type { Population, TableSpecification } from "../table-specification.ts";
import { tabulate } from "../tabulate.ts";
import { sourceOf } from "../testing/case-of.ts";
import {
  changeByHand,
  type PlainMeasure,
  plainRisk,
  plainSafety,
} from "../testing/plain-change.ts";
import { randomUnit } from "../testing/random-unit.ts";

type Change = Extract<Counts, { kind: "change" }>;

const [common = assert.fail("the library is empty")] = libraryCodebooks();
const withMeasure = applied(
  CodebookForm.parse({
    ...{ id: "k9001-v1", version: "1.0.0", validFrom: "2021-01-01" },
    label: { sv: "Egna frågor", en: "Own questions" },
    definition: { sv: "Egna frågor", en: "Own questions" },
    provenance: { status: "reconstructed" },
    overlays: { codebook: common.id, namespace: "k9001." },
    measures: ["m1-oppet-matt"],
    phases: [],
    variables: [],
  }),
);

function applied(overlay: Codebook): Codebook {
  const outcome = applyOverlay(common, overlay, libraryMeasures());
  assert.ok(outcome.kind === "done");
  return outcome.value;
}

function changeOf({ group, field }: PlainMeasure, more: Partial<TableSpecification> = {}) {
  const measure = { kind: "change", group, field } as const;
  return { id: `${group}.${field}`, population: "started", measure, ...more } as TableSpecification;
}

function asChange(table: RawTable | undefined): Change {
  const counts = table?.counts();
  assert.ok(counts?.kind === "change");
  return counts;
}

/** Without what is tested by itself: the intervals and tests. */
function plain({ base, scale, methods, before, improved, same, worse }: Change) {
  const moves = { improved: improved.count, same: same.count, worse: worse.count };
  return { base, scale, methods, before, moves };
}

async function countUnit(
  codebook: Codebook,
  records: readonly CaseRecord[],
  specifications: readonly TableSpecification[],
): Promise<readonly Change[]> {
  const extract = await openUnitExtract(sourceOf(records, [], codebook), specifications);
  try {
    return (await tabulate(extract, specifications)).map(asChange);
  } finally {
    extract.close();
  }
}

async function countNation(
  codebook: Codebook,
  records: readonly CaseRecord[],
  specifications: readonly TableSpecification[],
): Promise<readonly RawTable[]> {
  const scope = { kind: "nation", round: "2022-2025" } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications, threads: 1 });
  for (const [index, record] of records.entries()) {
    intake.add(countableCase({ record, codebook, county: index % 3 === 0 ? "01" : "23" }));
  }
  const extract = await intake.finish();
  try {
    return await tabulate(extract, specifications);
  } finally {
    extract.close();
  }
}

const draws = (most: number) =>
  fc.record({
    seed: fc.nat(),
    cases: fc.integer({ min: 0, max: most }),
    unanswered: fc.constantFrom(0, 10, 50),
  });

test("a unit's changes are those of plain loops over its records", async () => {
  const within = { answer: "V01", in: [1] };
  const isWoman = ({ sheet }: CaseRecord) => {
    const sex = sheet.answers.V01;
    return sex?.kind === "codes" && sex.codes.includes(1);
  };
  const isOf = (population: Population) => (record: CaseRecord) =>
    population === "started" || (population === "closed") === (record.state === "closed");
  await fc.assert(
    fc.asyncProperty(
      draws(40),
      fc.constantFrom<Population>("started", "closed", "open"),
      async (draw, population) => {
        const { records } = randomUnit(withMeasure, draw);
        const specifications = [
          changeOf(plainRisk, { population }),
          changeOf(plainSafety, { population }),
          changeOf(plainRisk, { population, within }),
        ];
        const counted = await countUnit(withMeasure, records, specifications);
        const chosen = records.filter(isOf(population));
        assert.deepEqual(counted.map(plain), [
          changeByHand(plainRisk, chosen),
          changeByHand(plainSafety, chosen),
          changeByHand(plainRisk, chosen.filter(isWoman)),
        ]);
      },
    ),
    { numRuns: 500 },
  );
});

/** As plain loops see it where the client's own estimate stays at home. */
const nationalRisk: PlainMeasure = { ...plainRisk, others: ["level"] };

test("the nation's change is that of plain loops, of each county too, and in a period", async () => {
  const period = { from: "2022-01-01", until: "2024-01-01" } as TableSpecification["period"];
  await fc.assert(
    fc.asyncProperty(draws(120), async (draw) => {
      const { records } = randomUnit(common, draw);
      const [whole, started, ...counties] = await countNation(common, records, [
        changeOf(plainRisk),
        changeOf(plainRisk, { ...(period ? { period } : {}) }),
        changeOf(plainRisk, { level: "county" }),
      ]);
      const byHand = (among: readonly CaseRecord[]) => changeByHand(nationalRisk, among);
      assert.deepEqual(plain(asChange(whole)), byHand(records));
      const inPeriod = records.filter(({ startedOn }) => /^202[23]/.test(startedOn));
      assert.deepEqual(plain(asChange(started)), byHand(inPeriod));
      const regions = [
        ["01", records.filter((_, index) => index % 3 === 0)],
        ["23", records.filter((_, index) => index % 3 !== 0)],
      ] as const;
      assert.deepEqual(
        counties.map((table) => [
          table.scope.kind === "region" && table.scope.code,
          plain(asChange(table)),
        ]),
        regions
          .filter(([, among]) => among.length > 0)
          .map(([code, among]) => [code, byHand(among)]),
      );
    }),
    { numRuns: 40 },
  );
});

test("unit and nation tell the same of the same cases, but for what never left the unit", async () => {
  const everywhere: Codebook = {
    ...common,
    groups: common.groups.map((group) => ({
      ...group,
      fields: group.fields.map((field) => ({ ...field, exportLevel: "national" as const })),
    })),
  };
  await fc.assert(
    fc.asyncProperty(draws(80), async (draw) => {
      const { records } = randomUnit(common, draw);
      for (const codebook of [common, everywhere]) {
        const [unit = assert.fail()] = await countUnit(codebook, records, [changeOf(plainRisk)]);
        const nation = asChange((await countNation(codebook, records, [changeOf(plainRisk)]))[0]);
        const bare = ({ methods, ...rest }: Change) => ({
          ...rest,
          methods: methods.map(({ repeated, ...method }) => method),
        });
        assert.deepEqual(bare(nation), bare(unit));
        if (codebook === everywhere) assert.deepEqual(nation, unit);
        if (codebook === common) {
          assert.ok(nation.methods.every(({ repeated }) => repeated === null));
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("what is better the other way round has improved where it became worse", async () => {
  const turned: Codebook = {
    ...common,
    groups: common.groups.map((group) => ({
      ...group,
      fields: group.fields.map((field) =>
        field.better ? { ...field, better: field.better === "first" ? "last" : "first" } : field,
      ),
    })),
  };
  await fc.assert(
    fc.asyncProperty(draws(60), async (draw) => {
      const { records } = randomUnit(common, draw);
      const [one = assert.fail()] = await countUnit(common, records, [changeOf(plainRisk)]);
      const [other = assert.fail()] = await countUnit(turned, records, [changeOf(plainRisk)]);
      assert.deepEqual(other.scale, one.scale.toReversed());
      assert.deepEqual(
        [other.improved, other.same, other.worse],
        [one.worse, one.same, one.improved],
      );
      assert.deepEqual(other.base, one.base);
      assert.deepEqual(other.before.all, one.before.all.toReversed());
      const mirrored = one.methods.map(({ pairs, ...rest }) => ({
        ...rest,
        pairs: pairs.map((row) => row.toReversed()).toReversed(),
      }));
      assert.deepEqual(other.methods, mirrored);
      assertMirrored(one, other);
    }),
    { numRuns: 100 },
  );
});

function assertMirrored(one: Change, other: Change): void {
  assert.equal(one.net === null, other.net === null);
  if (one.net && other.net) {
    const [low, high] = one.net.interval;
    assertNear(other.net.difference, -one.net.difference);
    assertNear(other.net.interval[0], -high);
    assertNear(other.net.interval[1], -low);
  }
  for (const name of ["stuartMaxwell", "signedRank"] as const) {
    const [p, mirrored] = [one.tests[name], other.tests[name]];
    assert.equal(p === null, mirrored === null);
    if (p !== null && mirrored !== null) assertNear(mirrored, p);
  }
}

function assertNear(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 1e-9, `${found} is not ${expected}`);
}
