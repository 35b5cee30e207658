import assert from "node:assert/strict";
import { test } from "node:test";
import { hasPersonnummer, type Instant, instant, isWithin, swedishDay } from "#kernel";
import { recordAsAt } from "#registration";
import type { PlayedCase } from "../register-sheet.ts";
import { workdayFrom } from "../workday.ts";
import { nationPopulation, type Population } from "./nation-population.ts";

const longAfter = instant("2026-01-01T00:00:00Z");
const population = nationPopulation({ seed: 5, municipalities: 9, cases: 300 });
const { cutOff, period } = population.round;
const atCutOff = allCases(population, cutOff);
const lived = allCases(population, longAfter);

function allCases({ places, casesOf }: Population, until: Instant): readonly PlayedCase[] {
  return places.flatMap(({ code }) => [...casesOf(code, until)]);
}

test("at the cut-off as many are closed and answered as planned", () => {
  assert.equal(atCutOff.length, 300);
  const closed = atCutOff.filter(({ record }) => record.state === "closed");
  assert.equal(closed.length, 219);
  assert.equal(closed.filter(({ response }) => response).length, 81);
  const begun = (phase: string) =>
    atCutOff.filter(
      ({ record }) =>
        record.state === "closed" || record.sheet.items.some((item) => item.phase === phase),
    ).length;
  assert.equal(begun("before"), 288, "four per cent have not been assessed");
  const asked = atCutOff.filter(({ record }) => record.sheet.answers.V16).length;
  assert.equal(asked, 276);
});

test("a life is the same up to the cut-off, however long one waits", () => {
  for (const [index, then] of atCutOff.entries()) {
    const now = lived[index];
    assert.ok(now);
    const { record, revisions } = now;
    assert.deepEqual(recordAsAt(record, revisions, cutOff), then.record);
    assert.deepEqual(
      revisions.filter(({ at }) => at <= cutOff),
      then.revisions,
    );
    assert.deepEqual(
      now.notes.filter(({ at }) => at <= cutOff),
      then.notes,
    );
    if (then.response) assert.deepEqual(now.response, then.response);
  }
});

test("nothing happens after the moment that one looks at, and no case is there before its day", () => {
  const moment = instant("2022-09-14T10:30:00Z");
  const known = allCases(population, moment);
  assert.ok(known.length > 0 && known.length < atCutOff.length);
  for (const { record, notes } of known) {
    assert.ok(record.lastStepAt <= moment);
    for (const { at } of notes) assert.ok(at <= moment);
  }
});

test("every case starts within the round, and is closed and settled in the year after it", () => {
  for (const { record, revisions } of lived) {
    assert.ok(isWithin(record.startedOn, period));
    assert.equal(record.state, "closed");
    assert.ok(record.survey.kind !== "offered" && record.survey.kind !== "not-yet-offered");
    assert.ok(record.lastStepAt < "2025-01-01");
    for (const { at } of revisions) assert.equal(workdayFrom(swedishDay(at)), swedishDay(at));
  }
});

test("each municipality has its cases, its own people, and no code twice", () => {
  for (const { code, cases } of population.places) {
    const own = [...population.casesOf(code, cutOff)];
    assert.equal(own.length, cases);
    assert.ok(own.every(({ record }) => record.municipality === code));
    assert.equal(new Set(own.map(({ record }) => record.code)).size, cases);
  }
  assert.equal(new Set(lived.map(({ record }) => record.id)).size, lived.length);
  assert.throws(() => [...population.casesOf("9999", cutOff)], /takes no part/);
});

test("Åsmarken's own question is answered in its own codebook", () => {
  const own = [...population.casesOf("9007", cutOff)];
  assert.ok(own.every(({ record }) => record.codebook === "k9007-ostersund-manner"));
});

test("the same numbers give the same nation, another seed another one, and few cases are enough", () => {
  const codes = (seed: number) =>
    allCases(nationPopulation({ seed, municipalities: 3, cases: 6 }), cutOff).map(
      ({ record }) => record.code,
    );
  assert.deepEqual(codes(1), codes(1));
  assert.notDeepEqual(codes(1), codes(2));
  for (const cases of [0, 1, 2, 3]) {
    const few = nationPopulation({ seed: 1, municipalities: 34, cases });
    assert.equal(allCases(few, longAfter).length, cases);
  }
});

test("nothing in it looks like a personnummer", () => {
  for (const { record } of lived) {
    assert.ok(!hasPersonnummer(JSON.stringify([record.code, record.sheet.answers])));
  }
});
