import assert from "node:assert/strict";
import { test } from "node:test";
import { applyOverlay, Codebook, libraryCodebooks, libraryMeasures } from "#codebook";
import { mayBeCountedInUnit } from "../client-stands-alone.ts";
import { openUnitExtract } from "../extract/unit-extract.ts";
import { tabulate } from "../tabulate.ts";
import { caseOf, sealedOf, sourceOf } from "../testing/case-of.ts";
import { changeSpecifications } from "./change-specifications.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();

const named = (specifications: readonly { readonly id: string; readonly population: string }[]) =>
  specifications.map(({ id, population }) => `${id}, ${population}`);

test("beside the change of the risk stand the goal and what the client says", () => {
  const [risk = assert.fail("no change"), ...more] = changeSpecifications(codebook, "nation");
  assert.deepEqual(more, []);
  assert.deepEqual(risk.change.measure, {
    kind: "change",
    group: "riskAssessment",
    field: "level",
  });
  assert.deepEqual(named([risk.change, ...risk.goal]), [
    "change of riskAssessment.level, closed",
    "goal-attained-wholly-or-partly, closed",
  ]);
  assert.deepEqual(named(risk.client), [
    "client-much-better, closed",
    "client-little-better, closed",
    "client-unchanged, closed",
    "client-worse, closed",
    "client-dont-know, closed",
  ]);
});

test("every measure that is switched on has all three beside it", () => {
  const overlay = Codebook.parse({
    ...{ id: "k9001-v1", version: "1.0.0", validFrom: "2021-01-01" },
    label: { sv: "Egna frågor", en: "Own questions" },
    definition: { sv: "Egna frågor", en: "Own questions" },
    provenance: { status: "reconstructed" },
    overlays: { codebook: codebook.id, namespace: "k9001." },
    measures: ["m1-oppet-matt"],
    phases: [],
    variables: [],
  });
  const outcome = applyOverlay(codebook, overlay, libraryMeasures());
  assert.ok(outcome.kind === "done");
  const found = changeSpecifications(outcome.value, "unit");
  assert.deepEqual(
    found.map(({ change, goal, client }) => [change.id, goal.length, client.length]),
    [
      ["change of riskAssessment.level", 1, 5],
      ["change of m1.openMeasure.exposure", 1, 5],
      ["change of m1.openMeasure.safety", 1, 5],
      ["change of m1.openMeasure.coping", 1, 5],
    ],
  );
});

test("inside a unit the client's view is over all cases, and comes by fives", async () => {
  const [risk = assert.fail("no change")] = changeSpecifications(codebook, "unit");
  const all = [risk.change, ...risk.goal, ...risk.client];
  assert.ok(risk.client.every(({ population }) => population === "started"));
  assert.ok(all.every((each) => mayBeCountedInUnit(codebook, each)));
  const counted = async (answers: number) => {
    const ids = Array.from({ length: answers }, (_, index) => `case-${index}`);
    const records = ids.map((id) => caseOf(id, {}, { codebook: codebook.id }));
    const sealed = ids.map((id, index) => ({
      ...sealedOf(id, index + 1, { V26: 1 }),
      codebook: codebook.id,
    }));
    const extract = await openUnitExtract(sourceOf(records, sealed, codebook), all);
    try {
      const [muchBetter] = (await tabulate(extract, all)).slice(2);
      const counts = muchBetter?.counts();
      return counts?.kind === "share" ? [counts.numerator, counts.denominator] : [];
    } finally {
      extract.close();
    }
  };
  assert.deepEqual(await counted(4), [0, 0]);
  assert.deepEqual(await counted(9), [5, 5]);
});

test("a codebook without the client's question still tells the change, and that a voice is lacking", () => {
  const silent = {
    ...codebook,
    indicators: codebook.indicators.filter(({ besideChange }) => besideChange !== "client"),
  };
  const [risk = assert.fail("no change")] = changeSpecifications(silent, "unit");
  assert.deepEqual([risk.goal.length, risk.client], [1, []]);
});

test("what has no better end is not told as a change", () => {
  const levels = codebook.groups.map((group) => ({
    ...group,
    fields: group.fields.map(({ better: _, ...field }) => field),
  }));
  assert.deepEqual(changeSpecifications({ ...codebook, groups: levels }, "unit"), []);
});
