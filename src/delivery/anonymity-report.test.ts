import assert from "node:assert/strict";
import { test } from "node:test";
import type { Quarter } from "#kernel";
import { anonymityReport } from "./anonymity-report.ts";
import type { DeliveredAnswers, DeliveredCase } from "./delivery-format.ts";
import { casesInLines } from "./readable-delivery.ts";
import { codebook, deliveredLines, plausibleCases } from "./testing/delivered.ts";
import { anonymityInWords } from "./words/anonymity-words.ts";

const known = { V01: 1, V02: 2, V03: 1, V04: 1, V11: 1 };

function row(answers: DeliveredAnswers, started = "2023Q1"): DeliveredCase {
  return {
    id: "0".repeat(32),
    started: started as Quarter,
    closed: null,
    counts: { started: true, closed: false },
    begun: ["background"],
    answers,
    items: [],
  };
}

const times = (count: number, each: DeliveredCase) => Array.from({ length: count }, () => each);

test("the worked example: six alike and one man, who are fewer when the quarter is known", () => {
  const cases = [
    ...times(3, row(known, "2023Q1")),
    ...times(3, row(known, "2023Q2")),
    row({ ...known, V01: 2 }),
  ];
  const report = anonymityReport(cases, codebook);
  assert.deepEqual(report.known, ["V01", "V02", "V03", "V04", "V11"]);
  assert.deepEqual(report.levels, [
    { level: "rows", byQuarter: true, inSmallGroups: 7, share: 1, alone: 1 },
    { level: "coarse-rows", byQuarter: false, inSmallGroups: 1, share: 1 / 7, alone: 1 },
  ]);
  assert.equal(report.suggested, "coarse-rows");
});

test("what else is answered, and in which order, makes nobody easier to tell", () => {
  const cases = times(5, row(known)).map((each, at) => ({
    ...each,
    answers: { V09: [at + 1], ...each.answers },
  }));
  const report = anonymityReport(cases, codebook);
  assert.deepEqual(
    report.levels.map(({ inSmallGroups }) => inSmallGroups),
    [0, 0],
  );
  assert.equal(report.suggested, null);
});

test("an answer that is missing is a group of its own", () => {
  const { V11: _, ...without } = known;
  const cases = [...times(4, row(known)), row(without)];
  assert.equal(anonymityReport(cases, codebook).levels[1]?.inSmallGroups, 5);
});

test("of no cases there is no share, and nothing is suggested", () => {
  const report = anonymityReport([], codebook);
  assert.deepEqual(
    report.levels.map(({ share }) => share),
    [null, null],
  );
  assert.equal(report.suggested, null);
  assert.deepEqual(anonymityInWords(report, []), ["Leveransen har inga ärenden."]);
});

test("of a codebook without those concepts, all that it marks as known is counted", () => {
  const variables = codebook.variables.map((each) => ({ ...each, concept: `other${each.id}` }));
  const report = anonymityReport([], { ...codebook, variables });
  const marked = codebook.variables.filter(({ privacy }) => privacy === "known");
  assert.deepEqual(
    report.known,
    marked.map(({ id }) => id),
  );
});

test("coarse rows never tell more, in a delivery as it is made", async () => {
  const cases = casesInLines(await deliveredLines(plausibleCases(120)));
  const { levels } = anonymityReport(cases, codebook);
  const [rows, coarse] = levels;
  assert.ok(rows && coarse && rows.inSmallGroups >= coarse.inSmallGroups);
  assert.ok(rows.alone >= coarse.alone && coarse.inSmallGroups > 0);
});

test("the report is told in whole sentences, with both numbers and what might be agreed instead", () => {
  const cases = [...times(3, row(known)), ...times(3, row(known, "2023Q2"))];
  const words = anonymityInWords(anonymityReport(cases, codebook), ["Kön", "Ålder"]);
  assert.deepEqual(words, [
    "Den som känner en klient vet ofta en del om henne. Här antar vi: kön och ålder.",
    "Med startkvartal delar 6 av 6 ärenden de svaren med färre än fyra andra, och 0 är ensamma om dem.",
    "Utan någon tid delar 0 av 6 ärenden de svaren med färre än fyra andra, och 0 är ensamma om dem.",
    "Utan tider blir ärendena svårare att känna igen. Överväg grövre rader i nästa överenskommelse.",
    "Det här är till för er och stoppar ingenting. Vad som lämnar bestäms i överenskommelsen.",
  ]);
});
