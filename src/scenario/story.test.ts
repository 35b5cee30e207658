import assert from "node:assert/strict";
import { after, test } from "node:test";
import { effectiveCodebook } from "#codebook";
import { admitInternal } from "#disclosure";
import { type AccountId, instant, type MunicipalityCode, type UnitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { type Figure, unitFigures } from "#report";
import { aCase, type GivenMunicipality, givenMunicipality } from "#scenario";
import { openTestStore } from "#store/testing";
import { tabulateUnit } from "#tabulation";

const store = await openTestStore();
after(() => store.close());

function kvinnofrid() {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  assert.ok(codebook);
  return codebook;
}

/** The unit's own figures, from the database on: as the server makes them. */
async function figuresOf(code: MunicipalityCode, unit: UnitId, viewer: AccountId) {
  const tables = await store.within(code, async (tx) =>
    tabulateUnit({
      municipality: code,
      unit,
      codebook: kvinnofrid(),
      cases: tx.cases.stream([unit]),
      clientAnswers: await tx.surveyAnswers.forCounting(unit, [kvinnofrid().id]),
    }),
  );
  const admission = { municipality: code, unit, viewer, at: instant("2026-11-02T08:00:00Z") };
  const admitted = tables.map((table) => admitInternal(table, admission));
  return unitFigures(admitted, kvinnofrid(), "sv");
}

function figure(all: readonly Figure[], id: string): Figure {
  const found = all.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}

function recordsOf({ organisation }: GivenMunicipality): readonly CaseRecord[] {
  return [...organisation.cases].map(({ record }) => record);
}

test("what two workers register is what their unit sees, and nobody else's", async () => {
  const granviken = givenMunicipality("9001")
    .withUnit("Stödcentrum")
    .withWorker("Nadja")
    .withCases(9)
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withWorker("Samir")
    .withCases(38)
    .withCase(aCase().of("Anna").answering({ V01: 2 }))
    .withCase(aCase().of("Samir").answering({ V01: 98 }));
  await granviken.writtenTo(store);

  const unit = granviken.unit("Familjefrid");
  const anna = granviken.person("Anna");
  const seen = await figuresOf(granviken.organisation.code, unit, anna);
  const registered = recordsOf(granviken).filter((record) => record.unit === unit);
  assert.equal(seen.cases, 40);
  assert.equal(seen.closed, registered.filter(({ state }) => state === "closed").length);

  // Counted once more, by hand, for every question that is put to everybody.
  const plain = kvinnofrid().variables.filter(
    ({ view, condition, phase, type }) =>
      !view && !condition && phase !== "client" && (type === "single" || type === "multiple"),
  );
  assert.ok(plain.length > 10);
  for (const { id } of plain) {
    const { rows, population } = figure(seen.variables, id);
    const counted = registered.filter(
      ({ state }) => population === "started" || state === "closed",
    );
    for (const { code, count } of rows) {
      const byHand = counted.filter(({ sheet }) => {
        const value = sheet.answers[id];
        if (value?.kind === "missing") return value.code === code;
        return value?.kind === "codes" && value.codes.includes(code);
      });
      assert.equal(count, byHand.length, `${id}=${code}`);
    }
  }
  const women = figure(seen.indicators, "women");
  assert.equal(women.base.answered, 39, "98 is no answer");
});

test("seven cases are too few for a share, and none at all leave the page empty", async () => {
  const norrlov = givenMunicipality("9002")
    .withUnit("Vuxenenheten")
    .withWorker("Elin")
    .withCases(7)
    .withUnit("Nystartade")
    .withWorker("Mats");
  await norrlov.writtenTo(store);
  const { code } = norrlov.organisation;

  const few = await figuresOf(code, norrlov.unit("Vuxenenheten"), norrlov.person("Elin"));
  const women = figure(few.indicators, "women");
  assert.equal(women.certainty, "counts-only");
  assert.equal(women.value, null);

  const none = await figuresOf(code, norrlov.unit("Nystartade"), norrlov.person("Mats"));
  assert.equal(none.cases, 0);
  assert.equal(figure(none.indicators, "women").certainty, "empty");
});
