import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answers, type AnswerValue, Codebook } from "#codebook";
import { admitInternal } from "#disclosure";
import { accountId, type Instant, type IsoDate } from "#kernel";
import type { CaseRecord } from "#registration";
import { tabulateUnit } from "#tabulation";
import { emptyRecord, municipality, unit } from "./testing/empty-record.ts";
import { unitFigures } from "./unit-figures.ts";

const text = (sv: string, en = sv) => ({ sv, en });
const provenance = { status: "published" } as const;
const question = {
  type: "single",
  privacy: "sensitive",
  exportLevel: "national",
  provenance,
} as const;

const codebook = Codebook.parse({
  id: "small",
  version: "1.0.0",
  label: text("Liten"),
  definition: text("Liten"),
  validFrom: "2026-01-01",
  provenance,
  phases: [],
  variables: [
    {
      ...question,
      id: "severity",
      concept: "severity",
      label: text("Våldets grovhet", "Severity"),
      phase: "before",
      options: [
        { code: 1, label: text("Grovt", "Severe") },
        { code: 2, label: text("Mycket grovt", "Very severe") },
      ],
      missing: [
        { code: 98, label: text("Uppgift saknas", "No information") },
        { code: 99, label: text("Vet ej", "Do not know") },
      ],
    },
    {
      ...question,
      id: "age",
      concept: "age",
      label: text("Ålder", "Age"),
      type: "integer",
      phase: "background",
      ageBandCuts: [25],
      provenance: { status: "reconstructed" },
    },
    {
      ...question,
      id: "better",
      concept: "better",
      label: text("Klient: Har det blivit bättre?", "Client: Has it become better?"),
      phase: "client",
      options: [
        { code: 1, label: text("Ja", "Yes") },
        { code: 2, label: text("Nej", "No") },
      ],
    },
  ],
  indicators: [
    {
      id: "very-severe",
      label: text("Mycket grovt våld", "Very severe violence"),
      variable: "severity",
      measure: { kind: "share", codes: [2] },
      base: "answered",
      population: "started",
      provenance,
    },
    {
      id: "kinds",
      label: text("Slag per ärende", "Kinds per case"),
      variable: "severity",
      measure: { kind: "mean-distinct" },
      base: "valid",
      population: "closed",
      provenance,
    },
  ],
});

function caseOf(index: number, answers: Answers, isClosed: boolean): CaseRecord {
  return {
    ...emptyRecord(index, "small"),
    state: isClosed ? "closed" : "open",
    startedOn: "2026-02-01" as IsoDate,
    survey: { kind: "answered", on: "2026-02-02" as IsoDate },
    lastStepAt: "2026-02-02T10:00:00.000Z" as Instant,
    sheet: { answers, items: [] },
  };
}

const code = (chosen: number): AnswerValue => ({ kind: "codes", codes: [chosen] });

/** Twelve cases: four very severe, five severe, one «vet ej», one without information, one empty. */
async function figures(language: "sv" | "en" = "sv") {
  const severities: readonly (AnswerValue | undefined)[] = [
    ...[2, 2, 2, 2, 1, 1, 1, 1, 1].map(code),
    { kind: "missing", code: 99 },
    { kind: "missing", code: 98 },
    undefined,
  ];
  const records = severities.map((severity, index) =>
    caseOf(
      index,
      { age: { kind: "number", number: 2000 }, ...(severity ? { severity } : {}) },
      index < 4,
    ),
  );
  async function* cases() {
    yield* records;
  }
  const clientAnswers = records.slice(0, 7).map(({ id }, index) => ({
    caseId: id,
    arrival: index,
    codebook: codebook.id,
    answers: { better: code(index < 5 ? 1 : 2) },
  }));
  const tables = await tabulateUnit({
    municipality,
    unit,
    codebook,
    cases: cases(),
    clientAnswers,
  });
  const viewer = accountId("worker");
  const admission = { municipality, unit, viewer, at: "2026-03-01T10:00:00.000Z" as Instant };
  const admitted = tables.map((table) => admitInternal(table, admission));
  return unitFigures(admitted, codebook, language);
}

test("a unit's figures stand in the codebook's order, with the number of its cases", async () => {
  const { cases, closed, indicators, variables } = await figures();
  assert.deepEqual([cases, closed], [12, 4]);
  assert.deepEqual(
    indicators.map(({ id }) => id),
    ["very-severe", "kinds"],
  );
  assert.deepEqual(
    variables.map(({ id }) => id),
    ["severity", "age", "better"],
  );
  assert.deepEqual(
    variables.map(({ reconstructed }) => reconstructed),
    [false, true, false],
  );
  assert.ok([...indicators, ...variables].every(({ lane }) => lane === "internal"));
});

test("a share carries its chain, its interval and its reserve", async () => {
  const [share] = (await figures()).indicators;
  assert.deepEqual(share?.base, { eligible: 12, asked: 11, answered: 10, valid: 9 });
  assert.deepEqual([share?.numerator, share?.denominator, share?.value], [4, 10, 0.4]);
  assert.equal(share?.certainty, "uncertain");
  assert.deepEqual(
    share?.interval?.map((limit) => limit.toFixed(3)),
    ["0.168", "0.687"],
  );
  assert.match(
    share?.sentence ?? "",
    /^Mycket grovt våld: 40 procent \(4 av 10 ärenden med svar\)\./,
  );
});

test("a mean of too few has its sum, and no value", async () => {
  const mean = (await figures()).indicators[1];
  assert.deepEqual([mean?.numerator, mean?.denominator, mean?.value], [4, 4, null]);
  assert.equal(mean?.certainty, "counts-only");
  assert.deepEqual(
    mean?.rows.map(({ code, count, share }) => [code, count, share]),
    [[1, 4, null]],
  );
});

test("options and «vet ej» are shares of the answered; what has no answer stands outside", async () => {
  const [severity] = (await figures()).variables;
  assert.deepEqual(
    severity?.rows.map(({ label, count, share, isMissing }) => [label.sv, count, share, isMissing]),
    [
      ["Grovt", 5, 0.5, false],
      ["Mycket grovt", 4, 0.4, false],
      ["Uppgift saknas", 1, null, true],
      ["Vet ej", 1, 0.1, true],
    ],
  );
});

test("birth years are told as bands of age", async () => {
  const age = (await figures()).variables[1];
  assert.deepEqual(
    age?.rows.map(({ label, count }) => [label.sv, count]),
    [
      ["18–24", 0],
      ["25+", 12],
    ],
  );
});

test("seven clients have answered, and five are told", async () => {
  const better = (await figures()).variables[2];
  assert.deepEqual(better?.base, { eligible: 12, asked: 12, answered: 5, valid: 5 });
  assert.deepEqual(
    better?.rows.map(({ count }) => count),
    [5, 0],
  );
  assert.equal(
    better?.sentence,
    "Klient: Har det blivit bättre? «Ja», alla fem klienter vars svar är med. För få för att visa andelar: minst tio behövs.",
  );
});

test("the same figures in English", async () => {
  const { indicators, variables } = await figures("en");
  assert.match(indicators[0]?.sentence ?? "", /^Very severe violence: 40 per cent, 4 of 10 cases/);
  assert.match(variables[0]?.sentence ?? "", /^Severity: most common is “Severe”, 50 per cent/);
  assert.match(variables[0]?.picture?.attributes["aria-label"] ?? "", /Very severe: 40%/);
});
