/**
 * The same numbers by three ways that have nothing in common but the question: sums of combinations,
 * every answer by itself through the database, and plain loops over what was said.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Answers, Codebook, type Condition, phaseIds } from "#codebook";
import { type MunicipalityCode, municipalityCode, seededRandomness, unitId } from "#kernel";
import { nationSpecifications } from "./nation-specifications.ts";
import type { RawTable } from "./raw-table.ts";
import type { TableSpecification } from "./table-specification.ts";
import { tabulateMunicipality } from "./tabulate-municipality.ts";
import { tabulateWeighted, type WeightedAnswers } from "./tabulate-weighted.ts";
import { plain } from "./testing/plain-counts.ts";

const text = { sv: "", en: "" };
const provenance = { status: "reconstructed" } as const;

type Asked = {
  readonly id: string;
  readonly type: "single" | "multiple";
  readonly codes: readonly number[];
  readonly missing: readonly number[];
  /** Asked where this one was answered so. */
  readonly where: { readonly answer: string; readonly in: readonly number[] } | null;
};

/** Routing in two steps, each step through a question that may be left, or answered by «no information». */
function drawnQuestions(seed: number): readonly Asked[] {
  const chance = seededRandomness(seed);
  const asked: Asked[] = [];
  for (let at = 0; at < 2 + chance.below(5); at++) {
    const earlier = asked[chance.below(asked.length + 1)];
    asked.push({
      id: `Q${at}`,
      type: chance.below(3) === 0 ? "multiple" : "single",
      // More than one word of bits, now and then.
      codes: Array.from(
        { length: 1 + chance.below(chance.below(9) === 0 ? 40 : 6) },
        (_, i) => i + 1,
      ),
      missing: [97, 98, 99].slice(0, chance.below(4)),
      where: earlier ? { answer: earlier.id, in: some(earlier.codes, chance.below) } : null,
    });
  }
  return asked;
}

function some(codes: readonly number[], below: (most: number) => number): readonly number[] {
  const chosen = codes.filter(() => below(2) === 0);
  return chosen.length > 0 ? chosen : codes.slice(0, 1);
}

function codebookOf(asked: readonly Asked[], seed: number): Codebook {
  const chance = seededRandomness(seed);
  const from = () => asked[chance.below(asked.length)] as Asked;
  return Codebook.parse({
    ...{ id: "drawn", version: "1.0.0", label: text, definition: text, provenance },
    ...{ validFrom: "2026-01-01", phases: [], groups: [] },
    variables: asked.map(({ id, type, codes, missing, where }) => ({
      ...{ id, concept: `of${id}`, label: text, type, phase: "before", provenance },
      ...{ privacy: "sensitive", exportLevel: "national" },
      options: codes.map((code) => ({ code, label: text })),
      missing: missing.map((code) => ({ code, label: text })),
      ...(where ? { condition: where } : {}),
    })),
    indicators: Array.from({ length: 1 + chance.below(3) }, (_, at) => {
      const { id, codes } = from();
      const isMean = chance.below(4) === 0;
      const among = from();
      const within = { answer: among.id, in: [...some(among.codes, chance.below)] };
      return {
        ...{ id: `share-${at}`, label: text, variable: id, population: "started", provenance },
        measure: isMean
          ? { kind: "mean-distinct" }
          : { kind: "share", codes: [...some(codes, chance.below)] },
        base: chance.below(2) === 0 ? "answered" : "valid",
        ...(chance.below(2) === 0 ? { within } : {}),
      };
    }),
    chapters: [],
  });
}

/** Of a question nothing, a missing code, or some of its codes; whether or not it was to be asked. */
function drawnRows(
  asked: readonly Asked[],
  seed: number,
  most: number,
): readonly WeightedAnswers[] {
  const chance = seededRandomness(seed);
  return Array.from({ length: chance.below(most) }, () => ({
    answers: Object.fromEntries(
      asked.flatMap(({ id, type, codes, missing }): [string, Answers[string]][] => {
        const kind = chance.below(6);
        if (kind === 0) return [];
        const gap = missing[chance.below(3)];
        if (kind === 1 && gap) return [[id, { kind: "missing", code: gap as 97 | 98 | 99 }]];
        const chosen = type === "multiple" ? some(codes, chance.below) : [];
        const one = codes[chance.below(codes.length)] ?? 1;
        return [[id, { kind: "codes", codes: chosen.length > 0 ? chosen : [one] }]];
      }),
    ),
    count: chance.below(4),
  }));
}

const municipality: MunicipalityCode = municipalityCode("9001");
const scope = { kind: "region", round: "r", level: "municipality", code: "9001" } as const;

function specificationsOf(codebook: Codebook): readonly TableSpecification[] {
  const [one, other = one] = codebook.variables;
  const question = (variable: string) => ({ kind: "question", variable }) as const;
  const crossed: readonly TableSpecification[] =
    one && other
      ? [
          {
            ...{ id: "crossed", population: "started" },
            measure: {
              kind: "crossing",
              rows: question(one.id),
              columns: [question(other.id)],
            },
          },
        ]
      : [];
  return [...nationSpecifications(codebook), ...crossed];
}

test("sums of combinations give the tables that every answer by itself gives, in any codebook", async () => {
  const draws = fc.tuple(fc.integer(), fc.integer(), fc.integer());
  await fc.assert(
    fc.asyncProperty(draws, async ([questions, measures, said]) => {
      const asked = drawnQuestions(questions);
      const codebook = codebookOf(asked, measures);
      const specifications = specificationsOf(codebook);
      const rows = drawnRows(asked, said, 30);
      const weighted = tabulateWeighted({ codebook, specifications, rows, scope });
      const { whole } = await tabulateMunicipality({
        ...{ municipality, round: "r", codebook, specifications },
        cases: rows.flatMap(({ answers, count }) =>
          Array.from({ length: count }, () => ({
            unit: unitId("u"),
            counted: {
              ...{ municipality, county: "00", isStarted: true, isClosed: false },
              ...{ startedIn: null, closedIn: null, begun: new Set(phaseIds) },
              ...{ sheet: { answers, items: [] }, startedOn: undefined, bands: {} },
            },
          })),
        ),
      });
      assert.deepEqual(weighted.map(whatItIs), whole.map(whatItIs));
    }),
    { numRuns: 300 },
  );
});

/** All of it, intervals too. */
function whatItIs(table: RawTable) {
  return { ...table.specification, scope: table.scope, counts: table.counts() };
}

test("and those that plain loops find", () => {
  const draws = fc.tuple(fc.integer(), fc.integer(), fc.integer());
  fc.assert(
    fc.property(draws, ([questions, measures, said]) => {
      const asked = drawnQuestions(questions);
      const codebook = codebookOf(asked, measures);
      const specifications = specificationsOf(codebook).filter(({ id }) => id !== "crossed");
      const rows = drawnRows(asked, said, 60);
      const tables = tabulateWeighted({ codebook, specifications, rows, scope });
      for (const table of tables) {
        const { specification } = table;
        const among = specification.population === "closed" ? [] : expanded(rows);
        assert.deepEqual(plain(table), byHand(specification, asked, among), specification.id);
      }
    }),
    { numRuns: 300 },
  );
});

function expanded(rows: readonly WeightedAnswers[]): readonly Answers[] {
  return rows.flatMap(({ answers, count }) => Array.from({ length: count }, () => answers));
}

/** Every condition of these codebooks is about one answer, and «no information» is no such answer. */
function holds(
  asked: readonly Asked[],
  said: Answers,
  condition: Condition | null | undefined,
): boolean {
  if (!condition || !("answer" in condition)) return true;
  const question = asked.find(({ id }) => id === condition.answer);
  const value = said[condition.answer];
  if (!question || !holds(asked, said, question.where as Condition | null)) return false;
  if (value?.kind === "missing") return condition.in.includes(value.code);
  return value?.kind === "codes" && value.codes.some((code) => condition.in.includes(code));
}

function byHand(
  { measure, within }: TableSpecification,
  asked: readonly Asked[],
  everybody: readonly Answers[],
) {
  const among = everybody.filter((said) => holds(asked, said, within));
  if (measure.kind === "cases") return { cases: among.length };
  assert.ok("variable" in measure);
  const question = asked.find(({ id }) => id === measure.variable);
  assert.ok(question);
  const eligible = among.filter((said) => holds(asked, said, question.where as Condition | null));
  const answered = eligible.filter((said) => {
    const value = said[question.id];
    return value && !(value.kind === "missing" && value.code === 98);
  });
  const codesOf = (said: Answers): readonly number[] => {
    const value = said[question.id];
    if (value?.kind === "missing") return [value.code];
    return value?.kind === "codes" ? value.codes : [];
  };
  const valid = answered.filter((said) => said[question.id]?.kind === "codes");
  const base = {
    // All phases are begun, so that whoever is eligible is asked.
    ...{ eligible: eligible.length, asked: eligible.length },
    ...{ answered: answered.length, valid: valid.length },
  };
  if (measure.kind === "frequencies") {
    const rows = [...question.codes, ...question.missing].map((code) => ({
      code,
      count: eligible.filter((said) => codesOf(said).includes(code)).length,
    }));
    return { base, rows };
  }
  assert.ok(measure.kind === "share" || measure.kind === "mean-distinct");
  const denominator = base[measure.base];
  if (measure.kind === "mean-distinct") {
    const total = valid.reduce((sum, said) => sum + new Set(codesOf(said)).size, 0);
    return { base, total, denominator };
  }
  const isCounted = (said: Answers) => codesOf(said).some((code) => measure.codes.includes(code));
  return { base, numerator: valid.filter(isCounted).length, denominator };
}
