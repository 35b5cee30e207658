import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answers, type AnswerValue, effectiveCodebook, type PhaseId } from "#codebook";
import { deliverRound, firstRows } from "#delivery";
import {
  accountId,
  caseId,
  instant,
  isoDate,
  itemId,
  municipalityCode,
  seededRandomness,
  unitId,
} from "#kernel";
import type { CaseRecord } from "#registration";
import type { PlainAnswer, PlainAnswers } from "../../scripts/conformance-kit/kit-forms.ts";
import type { RegisteredCase } from "../../scripts/conformance-kit/registered.ts";
import { kitFile } from "./the-kit.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail();
const cases: readonly RegisteredCase[] = JSON.parse(kitFile("registered.json").toString("utf8"));
const municipality = municipalityCode("9001");
const mark = { revision: 1, by: accountId("anna"), at: instant("2023-12-01T08:00:00Z") };

function answersOf(told: PlainAnswers): Answers {
  return Object.fromEntries(Object.entries(told).map(([id, value]) => [id, answerOf(id, value)]));
}

function answerOf(id: string, told: PlainAnswer): AnswerValue {
  if (told === 97 || told === 98 || told === 99) return { kind: "missing", code: told };
  if (typeof told === "string") return { kind: "date", date: isoDate(told) };
  if (id === "V02" && typeof told === "number") return { kind: "number", number: told };
  if (typeof told === "number") return { kind: "codes", codes: [told] };
  return "number" in told
    ? { kind: "number", number: told.number }
    : { kind: "codes", codes: told };
}

function recordOf({ registered }: RegisteredCase): CaseRecord {
  const { startedOn, closedOn, completed, survey, answers, items } = registered;
  return {
    municipality,
    id: caseId("one"),
    code: "M-7F3K-2",
    unit: unitId("familjefrid"),
    assignee: accountId("anna"),
    sharedWith: null,
    servedMunicipality: municipality,
    isAnonymous: false,
    previousCode: null,
    readers: null,
    voided: null,
    codebook: codebook.id,
    state: closedOn === null ? "open" : "closed",
    startedOn: isoDate(startedOn),
    closedOn: closedOn === null ? null : isoDate(closedOn),
    survey:
      survey === "not-yet-offered" ? { kind: survey } : { kind: survey, on: isoDate("2023-05-02") },
    revision: 1,
    lastStepAt: mark.at,
    sheet: {
      answers: answersOf(answers),
      items: items.map(({ group, phase, answers: fields }, at) => ({
        id: itemId(String(at)),
        group,
        phase: phase as PhaseId,
        answers: answersOf(fields),
      })),
    },
    marks: {},
    completed: Object.fromEntries(completed.map((phase) => [phase, mark])),
  };
}

for (const told of cases) {
  test(`${told.name}: ${told.because}`, async () => {
    const clientAnswers = answersOf(told.registered.clientAnswers);
    const lines = deliverRound({
      ...firstRows,
      kind: "demo",
      municipality: { code: municipality, name: "Påhittköping", county: "91" },
      round: {
        id: "2022-2023",
        period: { from: isoDate("2022-01-01"), until: isoDate("2024-01-01") },
        cutOff: instant("2023-12-31T22:59:59.999Z"),
      },
      codebook,
      cases: [{ record: recordOf(told), clientAnswers }],
      randomness: seededRandomness(1),
    });
    const [, ...rest] = await Array.fromAsync(lines);
    const left = rest.slice(0, -1).map((line) => {
      const { id, ...row } = JSON.parse(line);
      assert.match(id, /^[0-9a-f]{32}$/);
      return row;
    });
    assert.deepEqual(left, told.line === null ? [] : [told.line]);
  });
}

test("the kit shows each rule once: sixteen cases, each by its name", () => {
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  assert.ok(cases.length >= 16);
});
