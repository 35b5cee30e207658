import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Codebook, effectiveCodebook, type Variable } from "#codebook";
import type { CaseRecord } from "#registration";
import { isPassedByHand, type Told, tellCase } from "../testing/plain-recount.ts";
import { randomUnit } from "../testing/random-unit.ts";
import { countCompleteness } from "./completeness.ts";
import { incompletePhases } from "./incomplete-phases.ts";

const codebook: Codebook =
  effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("the library lacks su-kvinnofrid-2021");
const overlay: Codebook =
  effectiveCodebook("k9007-ostersund-manner") ?? assert.fail("the library lacks the overlay");

const draws = fc.record({
  seed: fc.integer(),
  cases: fc.integer({ min: 0, max: 60 }),
  unanswered: fc.constantFrom(0, 20, 60),
});

test("completeness equals a plain recount, case by case, with the conditions written out by hand", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const { records } = randomUnit(codebook, draw);
      const count = countCompleteness(codebook);
      for (const record of records) count.add(record, codebook);
      assert.deepEqual(count.result(), recounted(records));
    }),
    { numRuns: 60 },
  );
});

test("whatever is empty stands among what is missing in its case: the table and the list agree", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      for (const record of randomUnit(codebook, draw).records) {
        const count = countCompleteness(codebook);
        count.add(record, codebook);
        const hasEmpty = count.result().some(({ empty }) => empty > 0);
        // Not the other way: a row may lack what no question is counted by, such as a day.
        if (hasEmpty) assert.notDeepEqual(incompletePhases(record, codebook), []);
      }
    }),
    { numRuns: 30 },
  );
});

test("cases under an overlay count as those under its common codebook", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const { records } = randomUnit(codebook, draw);
      const count = countCompleteness(codebook);
      for (const record of records) count.add(record, overlay);
      assert.deepEqual(count.result(), recounted(records));
    }),
    { numRuns: 20 },
  );
});

function recounted(records: readonly CaseRecord[]) {
  const told = records.map((record) => ({ record, all: tellCase(codebook, record) }));
  return codebook.variables
    .filter(({ phase }) => phase !== "client")
    .map(({ id, label, phase }) => {
      const counts = { id, label, phase, asked: 0, answered: 0, missingCode: 0, empty: 0 };
      for (const { record, all } of told) {
        const said = all.get(id);
        if (!said || said.step === "none" || said.step === "eligible") continue;
        if (isFreeToSkip(id, record)) continue;
        const kind = kindOf(said);
        if (kind === "empty" && !isPassedByHand(phase, codebook, record)) continue;
        counts.asked++;
        counts[kind]++;
      }
      return counts;
    });
}

function kindOf({ step, codes }: Told): "answered" | "missingCode" | "empty" {
  if (codes.some((code) => code >= 97)) return "missingCode";
  return step === "asked" ? "empty" : "answered";
}

/** New assessments during and after are made where there is reason to. */
function isFreeToSkip(id: Variable["id"], { sheet }: CaseRecord): boolean {
  const phase = id === "V20" ? "during" : id === "V24" ? "after" : undefined;
  if (!phase) return false;
  return !sheet.items.some((item) => item.group === "riskAssessment" && item.phase === phase);
}
