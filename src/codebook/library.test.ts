import assert from "node:assert/strict";
import { test } from "node:test";
import { isInventedMunicipality, isoDate, municipalityCode } from "#kernel";
import { ageBands } from "./age-bands.ts";
import { checkViolations } from "./check-violations.ts";
import type { Codebook, Variable } from "./codebook.ts";
import { evaluate } from "./evaluate.ts";
import { effectiveCodebook, effectiveCodebooks, libraryCodebooks } from "./library.ts";
import { lintCodebook } from "./lint/lint-codebook.ts";
import { type PhaseId, phaseIds } from "./phase.ts";
import { missingAnswers, questionsOf } from "./questions.ts";
import { codes, date, missing, row, sheet } from "./testing/written-codebook.ts";

function named(id: string): Codebook {
  const codebook = effectiveCodebook(id);
  assert.ok(codebook, id);
  return codebook;
}

function variable(codebook: Codebook, id: string): Variable {
  const found = codebook.variables.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}

const round2021 = named("su-kvinnofrid-2021");
const round2019 = named("su-kvinnofrid-2019");
const local = named("k9007-ostersund-manner");

test("every shipped codebook passes the linter, and 2021 keeps what the codes of 2019 meant", () => {
  const [common, previous, overlay] = libraryCodebooks();
  assert.ok(common && previous && overlay);
  assert.deepEqual(lintCodebook(common, { previous }), []);
  assert.deepEqual(lintCodebook(previous), []);
  assert.deepEqual(lintCodebook(overlay, { common }), []);
  for (const codebook of effectiveCodebooks()) assert.deepEqual(lintCodebook(codebook), []);
  assert.equal(effectiveCodebook("gone"), undefined);
});

test("2021 has 29 variables in five blocks, and 2019 some forty", () => {
  const tally = ({ variables }: Codebook) =>
    phaseIds.map((phase) => variables.filter((each) => each.phase === phase).length);
  assert.deepEqual(tally(round2021), [6, 9, 5, 5, 4]);
  assert.deepEqual(tally(round2019), [14, 11, 6, 5, 4]);
  assert.deepEqual(
    round2021.variables.map(({ id }) => id),
    Array.from({ length: 29 }, (_, index) => `V${String(index + 1).padStart(2, "0")}`),
  );
});

test("the fifteen interventions are those that were published", () => {
  const { options, provenance } = variable(round2021, "V17");
  assert.deepEqual(
    options.map(({ code, label }) => `${code} ${label.sv}`),
    [
      "1 Stödsamtal enskilt",
      "2 Rådgivning/information",
      "3 Genomgång av säkerhet",
      "4 Skyddat boende",
      "5 Praktiskt stöd",
      "6 Hjälp med kontakt med annan aktör",
      "7 Ekonomiskt bistånd",
      "8 Tillfälligt boende",
      "9 Hjälp med ny bostad (ej skyddat boende)",
      "10 Annat",
      "11 Byte av kommun",
      "12 Särskilt stöd i föräldraroll",
      "13 Säkerhetskontakt/partnerkontakt",
      "14 Kontaktperson",
      "15 Gruppsamtal",
    ],
  );
  assert.equal(provenance.status, "published");
  assert.ok(options.every((each) => each.provenance?.status === "published"));
});

test("the client's five answers about change include «do not know», and no missing code says it", () => {
  const { options, missing: missingOptions } = variable(round2021, "V26");
  assert.deepEqual(
    options.map(({ label }) => label.sv),
    ["Förbättrats mycket", "Förbättrats lite", "Ingen förändring", "Försämrats", "Vet ej"],
  );
  assert.deepEqual(
    missingOptions.map(({ code }) => code),
    [98],
  );
});

test("the two rounds share concepts and differ in age bands", () => {
  for (const { id, concept } of round2021.variables) {
    assert.equal(variable(round2019, id).concept, concept);
  }
  const bands = (codebook: Codebook) =>
    ageBands(variable(codebook, "V02")).map(({ label }) => label.sv);
  assert.deepEqual(bands(round2021), ["18–24", "25–34", "35–44", "45–64", "65+"]);
  assert.deepEqual(bands(round2019), ["18–25", "26–40", "41–60", "61+"]);
});

test("an adversary is assumed to know eight of the variables; all else is sensitive", () => {
  const known = round2021.variables.filter(({ privacy }) => privacy === "known");
  assert.deepEqual(
    known.map(({ id }) => id),
    ["V01", "V02", "V03", "V04", "V06", "V07", "V08", "V12"],
  );
});

test("every question is explained, says how sure it is, and marks each option", () => {
  for (const codebook of effectiveCodebooks()) {
    const questions = [...codebook.variables, ...codebook.groups.flatMap(({ fields }) => fields)];
    for (const question of questions) {
      assert.ok(question.definition && question.example, question.id);
      assert.ok(question.provenance.note, question.id);
      assert.ok(
        question.options.every(({ provenance }) => provenance),
        question.id,
      );
    }
  }
});

test("the indicators are those that the nation's page tells", () => {
  assert.deepEqual(
    round2021.indicators.map(({ id }) => id),
    [
      "women",
      "men",
      "honour-related",
      "very-severe-violence",
      "risk-method-used",
      "intervention-given",
      "interventions-per-case",
      "housing-intervention",
      "goal-attained-wholly-or-partly",
      "client-much-better",
      "client-little-better",
      "client-unchanged",
      "client-worse",
      "client-dont-know",
      "support-decisive",
      "decisive-among-improved",
    ],
  );
});

test("the local question gives the client's coping its «before», and stays in the municipality", () => {
  const coping = variable(local, "k9007.coping");
  assert.equal(coping.baselineFor, "V29");
  assert.equal(coping.exportLevel, "local");
  assert.equal(coping.phase, "before");
  assert.equal(local.extends?.codebook, "su-kvinnofrid-2021");
  const [code = ""] = /\d{4}/.exec(local.extends.namespace) ?? [];
  assert.ok(isInventedMunicipality(municipalityCode(code)));
  assert.equal(local.variables.length, 30);
});

test("a question about the partner is asked only where there is or was one", () => {
  const state = (...relation: number[]) =>
    evaluate(round2021, sheet({ V07: codes(...relation) })).stateOf({ variable: "V08" });
  assert.deepEqual([state(1), state(2, 3), state(3)], ["asked", "asked", "not-asked"]);
});

function asked(phase: PhaseId, answered = sheet({})): readonly string[] {
  return questionsOf(round2021, answered, phase).map((question) =>
    question.kind === "question" ? question.variable.id : question.group.id,
  );
}

test("the phases ask in order, with the rows where their numbers stand", () => {
  assert.deepEqual(asked("background"), ["V01", "V02", "V03", "V04", "V05", "V06"]);
  assert.deepEqual(asked("before"), ["V07", "V09", "V10", "V11", "V13", "riskAssessment"]);
  assert.deepEqual(asked("during"), ["V16", "riskAssessment"]);
  assert.deepEqual(asked("during", sheet({ V16: codes(1) })), [
    "V16",
    "intervention",
    "V19",
    "riskAssessment",
  ]);
  assert.deepEqual(asked("after"), ["V21", "V22", "V23", "riskAssessment", "V25"]);
  assert.deepEqual(asked("client"), ["V26", "V27", "V28", "V29"]);
});

test("before the support a risk assessment is needed, and «none made» is one answer", () => {
  const answers = Object.fromEntries(
    ["V07", "V09", "V10", "V11", "V13"].map((id) => [id, missing(98)]),
  );
  const lacking = (...rows: Parameters<typeof sheet>[1][]) =>
    missingAnswers(round2021, sheet(answers, ...rows), "before").map(({ at }) => at);
  assert.deepEqual(lacking(), ["riskAssessment"]);
  assert.deepEqual(lacking(row("a", "riskAssessment", "before", { method: codes(8) })), []);
  assert.deepEqual(lacking(row("a", "riskAssessment", "before", { method: codes(1) })), [
    "a.date",
    "a.level",
  ]);
});

test("an intervention is needed where support was given, and is not asked for otherwise", () => {
  const lacking = (given: number) =>
    missingAnswers(round2021, sheet({ V16: codes(given), V19: codes(11) }), "during").map(
      ({ at }) => at,
    );
  assert.deepEqual(lacking(1), ["intervention"]);
  assert.deepEqual(lacking(2), []);
});

test("the numbered variables are views of the rows", () => {
  const found = evaluate(
    round2021,
    sheet(
      { V16: codes(1) },
      row("a", "riskAssessment", "before", { method: codes(6), level: codes(1) }),
      row("b", "riskAssessment", "before", { method: codes(1), level: codes(3) }),
      row("c", "riskAssessment", "during", { method: codes(1), level: codes(2) }),
      row("d", "riskAssessment", "after", {
        method: codes(1),
        date: date("2026-09-01"),
        level: codes(2),
      }),
      row("e", "riskAssessment", "after", {
        method: codes(6),
        date: date("2026-05-01"),
        level: codes(4),
      }),
      row("f", "intervention", "during", { type: codes(1), form: codes(2) }),
      row("g", "intervention", "during", { type: codes(4), form: codes(1) }),
      row("h", "intervention", "during", { type: codes(1), form: codes(2) }),
    ),
  );
  const values = ["V14", "V15", "V17", "V18", "V20", "V24"].map((id) =>
    found.valueOf({ variable: id }),
  );
  assert.deepEqual(values, [codes(1, 6), codes(3), codes(1, 4), codes(1, 2), codes(1), codes(2)]);
});

test("no risk assessment made: the method says so, and the level is «not assessed»", () => {
  const found = evaluate(
    round2021,
    sheet({}, row("a", "riskAssessment", "before", { method: codes(8) })),
  );
  assert.deepEqual(found.valueOf({ variable: "V14" }), codes(8));
  assert.deepEqual(found.valueOf({ variable: "V15" }), missing(98));
});

test("the checks find what contradicts", () => {
  const none = row("a", "riskAssessment", "before", { method: codes(8) });
  const some = row("b", "riskAssessment", "before", { method: codes(1) });
  const later = row("c", "riskAssessment", "during", { method: codes(8) });
  const failed = (phase: PhaseId, ...contents: Parameters<typeof sheet>) =>
    checkViolations(round2021, sheet(...contents), phase).map(({ at, severity }) => [at, severity]);
  assert.deepEqual(failed("before", {}, none, some), [["risk-none-and-some", "error"]]);
  assert.deepEqual(failed("before", { V10: codes(3) }, none), [
    ["very-severe-without-assessment", "warning"],
  ]);
  assert.deepEqual(failed("before", { V07: codes(3, 5), V11: codes(1) }), [
    ["several-relatives-not-honour", "warning"],
  ]);
  assert.deepEqual(failed("before", { V07: codes(2, 6), V11: codes(1) }), [
    ["several-relatives-not-honour", "warning"],
  ]);
  assert.deepEqual(failed("before", { V07: codes(1, 2), V11: codes(1) }), []);
  assert.deepEqual(failed("before", { V07: codes(3), V11: codes(1) }), []);
  assert.deepEqual(failed("during", {}, later), [["risk-none-during", "error"]]);
  assert.deepEqual(failed("after", { V21: codes(1), V22: codes(3) }), [
    ["closed-by-goal-not-attained", "warning"],
  ]);
  assert.deepEqual(failed("after", { V21: codes(1), V22: codes(1) }), []);
});

test("a change of risk that the levels contradict is asked about, within one method", () => {
  const assessed = (id: string, phase: PhaseId, method: number, level: number) =>
    row(id, "riskAssessment", phase, { method: codes(method), level: codes(level) });
  const failed = (change: number, before: number, after: number, methodAfter = 1) => {
    const rows = [assessed("a", "before", 1, before), assessed("b", "after", methodAfter, after)];
    const found = checkViolations(round2021, sheet({ V25: codes(change) }, ...rows), "after");
    return found.some(({ at }) => at === "risk-change-against-levels");
  };
  const [decreased, same, increased] = [1, 2, 3];
  assert.ok(failed(decreased, 2, 3));
  assert.ok(failed(same, 2, 3));
  assert.ok(failed(same, 3, 1));
  assert.ok(failed(increased, 4, 2));
  assert.ok(!failed(decreased, 3, 1));
  assert.ok(!failed(increased, 1, 4));
  // A level is wide: the risk can have changed within it.
  for (const change of [decreased, same, increased]) assert.ok(!failed(change, 2, 2));
  assert.ok(!failed(decreased, 2, 3, 4), "two methods cannot be compared");
});

test("the rounds follow upon each other without a gap", () => {
  assert.equal(round2019.validUntil, round2021.validFrom);
  assert.equal(isoDate(round2021.validFrom), "2021-01-01");
});
