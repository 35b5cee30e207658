import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerValue, effectiveCodebook } from "#codebook";
import { caseId, instant, isoDate, unitId } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { lookAlikes } from "./look-alikes.ts";
import { anna, codes, number, startedCase } from "./testing/one-case.ts";

const newer = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no such codebook");
const older = effectiveCodebook("su-kvinnofrid-2019") ?? assert.fail("no such codebook");

const woman: { readonly [variable: string]: AnswerValue } = {
  V01: codes(1),
  V02: number(1988),
  V03: codes(4),
  V04: codes(2),
};

function aCase(code: string, startedOn: string, more: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ...startedCase(),
    id: caseId(code),
    code,
    startedOn: isoDate(startedOn),
    codebook: newer.id,
    sheet: { answers: woman, items: [] },
    ...more,
  };
}

function alike(records: readonly CaseRecord[], dismissed: readonly string[] = []) {
  const compared = records.map((record) => ({ record, codebook: newer }));
  const isDismissed = (one: CaseRecord, other: CaseRecord) =>
    dismissed.includes(`${one.code} ${other.code}`);
  return lookAlikes(compared, isDismissed).map((pair) => pair.map(({ code }) => code).join(" "));
}

const first = aCase("A", "2026-03-01");

test("same birth year, same background and starts near each other: maybe the same person", () => {
  assert.deepEqual(alike([first, aCase("B", "2026-04-15")]), ["A B"]);
  assert.deepEqual(alike([aCase("B", "2026-04-15"), first]), ["A B"]);
  assert.deepEqual(alike([first, aCase("B", "2026-04-16")]), []);
});

test("one question that tells them apart is enough to leave them in peace", () => {
  const second = (answers: object) =>
    aCase("B", "2026-03-02", { sheet: { answers: { ...woman, ...answers }, items: [] } });
  assert.deepEqual(alike([first, second({ V02: number(1989) })]), []);
  assert.deepEqual(alike([first, second({ V03: codes(1) })]), []);
  // What others do not know is not compared.
  assert.deepEqual(alike([first, second({ V05: codes(3) })]), ["A B"]);
});

test("what is not answered in both tells nothing, and too little in common is no likeness", () => {
  const second = (answers: { readonly [variable: string]: AnswerValue }) =>
    aCase("B", "2026-03-02", { sheet: { answers, items: [] } });
  const { V01, V02, V03 } = woman as Required<typeof woman>;
  assert.ok(V01 && V02 && V03);
  assert.deepEqual(alike([first, second({ V01, V02, V03 })]), ["A B"]);
  assert.deepEqual(alike([first, second({ V01, V02 })]), []);
  assert.deepEqual(alike([first, second({ V01, V03 })]), []);
  const unknown: AnswerValue = { kind: "missing", code: 98 };
  assert.deepEqual(alike([first, second({ V01: unknown, V02, V03 })]), []);
});

test("voided, anonymous, linked, dismissed and other units' cases are no hint", () => {
  const second = (more: Partial<CaseRecord>) => aCase("B", "2026-03-02", more);
  const voided = { revision: 2, by: anna, at: instant("2026-04-01T08:00:00Z") };
  assert.deepEqual(alike([first, second({ voided })]), []);
  assert.deepEqual(alike([first, second({ isAnonymous: true })]), []);
  assert.deepEqual(alike([first, second({ previousCode: "A" })]), []);
  assert.deepEqual(alike([{ ...first, previousCode: "B" }, second({})]), []);
  assert.deepEqual(alike([first, second({ unit: unitId("another") })]), []);
  assert.deepEqual(alike([first, second({})], ["A B"]), []);
});

test("the latest pair comes first, and three alike are three pairs", () => {
  const cases = [aCase("B", "2026-03-02"), first, aCase("C", "2026-03-03")];
  assert.deepEqual(alike(cases), ["A C", "B C", "A B"].toSorted(byLatest));
  function byLatest(one: string, other: string): number {
    return (
      cases.findIndex(({ code }) => code === other[2]) -
      cases.findIndex(({ code }) => code === one[2])
    );
  }
});

test("cases under different codebooks are compared by what their questions mean", () => {
  const concepts = new Map(newer.variables.map(({ concept, id }) => [concept, id]));
  const answers = Object.fromEntries(
    older.variables.flatMap(({ id, concept }) => {
      const value = woman[concepts.get(concept) ?? ""];
      return value ? [[id, value]] : [];
    }),
  );
  const record = aCase("B", "2026-03-02", { codebook: older.id, sheet: { answers, items: [] } });
  const pairs = lookAlikes(
    [
      { record: first, codebook: newer },
      { record, codebook: older },
    ],
    () => false,
  );
  assert.equal(pairs.length, 1);
});
