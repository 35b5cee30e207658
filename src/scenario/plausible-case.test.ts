import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type AnswerValue,
  type Codebook,
  effectiveCodebook,
  evaluate,
  missingAnswers,
} from "#codebook";
import { isoDate, yearOf } from "#kernel";
import { givenMunicipality, storyDay } from "./given-municipality.ts";
import type { PlayedCase } from "./register-sheet.ts";
import { publishedFigures } from "./targets/published.ts";

const today = isoDate(storyDay);
const cases = [
  ...givenMunicipality("9001", { seed: 3 })
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withWorker("Samir")
    .withCases(600).organisation.cases,
];

function codebook(): Codebook {
  const found = effectiveCodebook("su-kvinnofrid-2021");
  assert.ok(found);
  return found;
}

function codesOf(value: AnswerValue | undefined): readonly number[] {
  if (value?.kind === "codes") return value.codes;
  return value?.kind === "missing" ? [value.code] : [];
}

/** Codes of a variable, views included; none where it is not asked or not yet registered. */
function codesAt({ record }: PlayedCase, variable: string): readonly number[] {
  const evaluation = evaluate(codebook(), record.sheet);
  if (evaluation.stateOf({ variable }) !== "asked") return [];
  return codesOf(evaluation.valueOf({ variable }));
}

/** The share in percent with some of the codes, of those who have answered. */
function percent(of: readonly PlayedCase[], variable: string, ...codes: readonly number[]): number {
  const answered = of.map((each) => codesAt(each, variable)).filter((found) => found.length > 0);
  const hits = answered.filter((found) => found.some((code) => codes.includes(code)));
  return (100 * hits.length) / answered.length;
}

function isNear(found: number, target: number, within = 5): void {
  assert.ok(Math.abs(found - target) <= within, `${found.toFixed(1)} is not near ${target}`);
}

const closed = cases.filter(({ record }) => record.state === "closed");
const supported = cases.filter((each) => codesAt(each, "V16").includes(1));
const honour = cases.filter((each) => codesAt(each, "V11").includes(2));

test("stages of life and surveys are met exactly, by quota", () => {
  assert.equal(closed.length, 438);
  const answered = cases.filter(({ record }) => record.survey.kind === "answered");
  assert.equal(answered.length, Math.round(438 * 0.37));
  assert.ok(answered.every(({ record, response }) => record.state === "closed" && response));
});

test("the cases look like those that SKR describes", () => {
  isNear(percent(cases, "V01", 1), 94, 3);
  isNear(percent(cases, "V11", 2), 10, 3);
  isNear(percent(cases, "V10", 3), 20);
  isNear(percent(cases, "V16", 1), 85);
  isNear(percent(cases, "V14", 1, 2, 3, 4, 5), 56);
  isNear(percent(closed, "V22", 1, 2), 57);
  for (const [type, share] of Object.entries(publishedFigures.interventions)) {
    isNear(percent(supported, "V17", Number(type)), share);
  }
  const distinct = supported.reduce((sum, each) => sum + codesAt(each, "V17").length, 0);
  isNear(distinct / supported.length, 2.4, 0.2);
  assert.ok(percent(supported, "V17", 4, 8, 9) >= 27);
  assert.ok(percent(cases, "V03", 1) > 50);
});

test("cases of honour-related violence have what distinguishes them", () => {
  assert.ok(percent(honour, "V03", 4) > 45);
  const others = cases.filter((each) => !honour.includes(each));
  const difference = (type: number) =>
    percent(
      honour.filter((each) => supported.includes(each)),
      "V17",
      type,
    ) -
    percent(
      others.filter((each) => supported.includes(each)),
      "V17",
      type,
    );
  assert.ok(difference(3) > 0 && difference(4) > 0, "safety review and protected housing");
  assert.ok(difference(1) < 0, "counselling");
});

test("everybody is grown up, and nothing has happened on the day itself or later", () => {
  for (const { record, birthYear, revisions } of cases) {
    if (birthYear !== null) assert.ok(yearOf(record.startedOn) - birthYear >= 18);
    assert.ok(record.startedOn < today);
    assert.ok((record.closedOn ?? record.startedOn) < today);
    assert.ok((revisions.at(-1)?.at ?? "") < today);
    if (record.closedOn) assert.ok(record.closedOn > record.startedOn);
  }
});

test("what is done lies within the case, and ends after it begins", () => {
  for (const { record } of cases) {
    for (const { group, answers } of record.sheet.items) {
      const date = (name: string) => {
        const value = answers[name];
        return value?.kind === "date" ? value.date : undefined;
      };
      if (group === "riskAssessment") {
        assert.ok((date("date") ?? record.startedOn) >= record.startedOn);
        continue;
      }
      const [start, end] = [date("start") ?? record.startedOn, date("end")];
      assert.ok(start >= record.startedOn);
      if (end) assert.ok(end >= start);
      if (record.closedOn) assert.ok(end && end <= record.closedOn, "nothing outlives its case");
    }
  }
});

test("very severe violence is never words alone", () => {
  for (const each of cases.filter((found) => codesAt(found, "V10").includes(3))) {
    assert.ok(codesAt(each, "V09").some((type) => type === 2 || type === 3));
  }
});

test("risk that is assessed again, with the same method, hardly ever differs", () => {
  let same = 0;
  let other = 0;
  for (const { record } of cases) {
    const rows = record.sheet.items.filter(({ group }) => group === "riskAssessment");
    const [first] = rows.map(({ answers }) => answers);
    for (const { answers: again } of rows.filter(({ phase }) => phase !== "before")) {
      assert.deepEqual(again.method, first?.method);
      if (codesOf(again.level)[0] === codesOf(first?.level)[0]) same++;
      else other++;
    }
  }
  assert.ok(same + other > 100);
  assert.ok(same / (same + other) > 0.8);
});

test("a completed phase lacks nothing, and open cases stand at different places", () => {
  const stands = new Set<string>();
  for (const { record } of cases) {
    for (const phase of ["background", "before", "during", "after"] as const) {
      if (!record.completed[phase]) continue;
      assert.deepEqual(missingAnswers(codebook(), record.sheet, phase), []);
    }
    if (record.state === "open") stands.add(Object.keys(record.completed).join(" "));
  }
  for (const stand of ["", "background", "background before", "background before during"]) {
    assert.ok(stands.has(stand), `no open case has completed «${stand}»`);
  }
});

test("work is shared: no two workers differ by more than one case", () => {
  const loads = Map.groupBy(cases, ({ record }) => record.assignee);
  assert.deepEqual(
    [...loads.values()].map(({ length }) => length),
    [300, 300],
  );
});
