import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Codebook, effectiveCodebook } from "#codebook";
import { municipalityCode, type Quarter } from "#kernel";
import type { CountableCase } from "../extract/countable-case.ts";
import { openExtractIntake } from "../extract/extract-intake.ts";
import type { Extract } from "../extract/nation-extract.ts";
import { openExtract } from "../extract/open-extract.ts";
import { writeExtract } from "../extract/write-extract.ts";
import type { TableSpecification } from "../table-specification.ts";
import { tabulate } from "../tabulate.ts";

const parent = await mkdtemp(join(tmpdir(), "skillnad-versions-"));
after(() => rm(parent, { recursive: true, force: true }));

function named(id: string): Codebook {
  const codebook = effectiveCodebook(id);
  assert.ok(codebook, id);
  return codebook;
}

const newest = named("su-kvinnofrid-2021");
const earlier = named("su-kvinnofrid-2019");

/** As a delivery brings it: a quarter, a band of age, and the codebook of its heading. */
function delivered(codebook: Codebook, year: number, band: number, sex: number): CountableCase {
  return {
    municipality: municipalityCode("9001"),
    county: "91",
    isStarted: true,
    isClosed: false,
    startedIn: `${year}Q2` as Quarter,
    closedIn: null,
    codebook: codebook.id,
    begun: new Set(["background"]),
    sheet: { answers: { V01: { kind: "codes", codes: [sex] } }, items: [] },
    startedOn: undefined,
    bands: { V02: band },
  };
}

const cases = [
  delivered(earlier, 2019, 3, 1),
  delivered(earlier, 2020, 4, 1),
  delivered(newest, 2021, 3, 1),
  delivered(newest, 2022, 1, 2),
  { ...delivered(earlier, 2019, 0, 2), bands: {} },
];

const byYear = (variable: string): TableSpecification => ({
  id: variable,
  population: "started",
  measure: {
    kind: "crossing",
    rows: { kind: "question", variable },
    columns: [{ kind: "time", of: "start", step: "year" }],
  },
});

const specifications: readonly TableSpecification[] = [
  { id: "ages", population: "started", measure: { kind: "frequencies", variable: "V02" } },
  byYear("V02"),
  byYear("V01"),
];

async function counted(): Promise<Extract> {
  const intake = await openExtractIntake({
    codebook: newest,
    versions: [earlier],
    scope: { kind: "nation", round: "2019-2022" },
    specifications,
    threads: 1,
  });
  for (const each of cases) intake.add(each);
  return await intake.finish();
}

async function tablesOf(extract: Extract) {
  return (await tabulate(extract, specifications)).map((table) => table.counts());
}

test("a delivered band of ages 41–60 is not counted as 35–44, though both are the third", async () => {
  const extract = await counted();
  try {
    const [ages, , sexes] = await tablesOf(extract);
    assert.ok(ages?.kind === "frequencies" && sexes?.kind === "crossing");
    // Those of the earlier codebook were never asked for the bands that are counted.
    assert.deepEqual(ages.base, { eligible: 2, asked: 2, answered: 2, valid: 2 });
    assert.deepEqual(
      ages.rows.map(({ code, count }) => [code, count]),
      [
        [1, 1],
        [2, 0],
        [3, 1],
        [4, 0],
        [5, 0],
        [98, 0],
      ],
    );
    assert.equal(sexes.base.valid, 5, "what kept its codes is counted in both");
  } finally {
    extract.close();
  }
});

test("the national series of ages is marked as broken, that of sexes is whole", async () => {
  const extract = await counted();
  try {
    const [, ages, sexes] = await tablesOf(extract);
    assert.ok(ages?.kind === "crossing" && sexes?.kind === "crossing");
    assert.deepEqual(ages.breaks, [{ at: 2021, variable: "V02", kind: "incomparable" }]);
    assert.deepEqual(sexes.breaks, []);
  } finally {
    extract.close();
  }
});

test("the files say which codebook each case rests on, and open again with all of them", async () => {
  const extract = await counted();
  const folder = join(parent, "release");
  const manifest = await writeExtract(extract, folder);
  const before = await tablesOf(extract);
  extract.close();
  assert.deepEqual(manifest.earlierCodebooks, [
    { number: 1, id: earlier.id, version: earlier.version },
  ]);
  const columns = manifest.columns.cases.map(({ name }) => name);
  assert.ok(columns.includes("codebook_number"));

  const opened = await openExtract(folder, newest, { versions: [earlier] });
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  assert.deepEqual(await tablesOf(opened.value), before);
  opened.value.close();

  const without = await openExtract(folder, newest);
  assert.ok(without.kind === "refused");
  assert.equal(without.problems[0]?.code, "extract-other-codebook");
});
