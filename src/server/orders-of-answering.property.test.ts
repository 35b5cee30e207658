import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answers, Codebook } from "#codebook";
import { effectiveCodebook } from "#codebook";
import {
  accountId,
  type CaseId,
  instant,
  isoDate,
  type Outcome,
  seededRandomness,
  type UnitId,
  unitId,
} from "#kernel";
import {
  applyRevision,
  type CaseRecord,
  decideSettleSurvey,
  decideTransfer,
  decideVoid,
  type Revision,
  type SurveyMode,
  surveyModes,
} from "#registration";
import { unitBesideNation } from "#report";
import { givenMunicipality } from "#scenario";
import {
  decideAnswerByClient,
  decideInvite,
  decideKeyIn,
  invitedModes,
  keyedInModes,
} from "#survey";
import type { SealedAnswers } from "#tabulation";
import { codebookShelf } from "./codebook-shelf.ts";
import { createUnitExplorationBook } from "./exploration/unit-exploration-book.ts";
import { unitView } from "./exploration/unit-view.ts";
import type { UnitVisit } from "./http/unit-route.ts";
import { givenNationShares } from "./testing/given-nation-shares.ts";
import { createUnitFigureBook } from "./unit-figure-book.ts";
import { createUnitQualityBook } from "./unit-quality-book.ts";
import { createUnitResultBook } from "./unit-result-book.ts";

/**
 * Whatever the order in which clients answer, in whichever ways, and whatever happens to their cases in
 * between: what those who may see a unit's figures are told changes with the fifth answer to a question
 * and never before, and the step from one state to the next never depends on what was said in it. Through
 * the books that all routes with figures of a unit stand on; the store alone is in memory. (The counting
 * by itself, over random codebooks: `tabulation/client-sealed.property.test.ts`.)
 */
const municipality = givenMunicipality("9001").withUnit("Frid").withWorker("Anna");
const anna = municipality.person("Anna");
const kim = accountId("kim");
const at = instant("2026-11-02T08:00:00Z");
const on = isoDate("2026-11-02");
const units = ["9001-frid", "9001-boende"].map((id) => unitId(id)) as [UnitId, UnitId];

/** Fewer questions of the clerk's, so that hundreds of histories can be told; all of the client's. */
const codebook: Codebook = (() => {
  const whole = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no codebook");
  const kept = ["V01", "V10", "V16", "V22", "V26", "V27", "V28", "V29"];
  const indicators = ["goal-attained-wholly-or-partly", "client-much-better", "support-decisive"];
  const isIn = (ids: readonly string[]) => (id: string) => ids.includes(id);
  return {
    ...whole,
    variables: whole.variables.filter(({ id }) => kept.includes(id)),
    groups: [],
    checks: [],
    subgroups: [],
    indicators: whole.indicators.filter(({ id }) => indicators.includes(id)),
    chapters: whole.chapters
      .filter(({ subgroup }) => subgroup === undefined)
      .map((chapter) => ({
        ...chapter,
        variables: chapter.variables.filter(isIn(kept)),
        indicators: chapter.indicators.filter(isIn(indicators)),
      })),
  };
})();
const clients = codebook.variables.filter(({ phase }) => phase === "client");

/** Closed and without a word about the survey. */
const silent = [...municipality.withCases(60).organisation.cases]
  .map(
    ({ record }): CaseRecord => ({
      ...record,
      survey: { kind: "not-yet-offered" },
      sheet: { answers: record.sheet.answers, items: [] },
    }),
  )
  .filter(({ state }) => state === "closed")
  .slice(0, 16);

type World = {
  readonly records: ReadonlyMap<CaseId, CaseRecord>;
  readonly sealed: readonly (SealedAnswers & { readonly unit: UnitId })[];
  readonly steps: number;
};

const first: World = {
  records: new Map(silent.map((record) => [record.id, record])),
  sealed: [],
  steps: 0,
};

function decided<Value>(outcome: Outcome<Value>): Value {
  return outcome.kind === "done" ? outcome.value : assert.fail(JSON.stringify(outcome.problems));
}

function after(world: World, record: CaseRecord, revision: Revision): World {
  const records = new Map(world.records).set(record.id, applyRevision(record, revision));
  return { ...world, records, steps: world.steps + 1 };
}

/** As its way asks for: on paper, to be read aloud, or by an invitation. */
function offered(world: World, id: CaseId, mode: SurveyMode): World {
  const record = world.records.get(id) ?? assert.fail(id);
  const deciding = { by: anna, at };
  const invited = invitedModes.find((each) => each === mode);
  if (!invited) {
    const offer = { kind: "offered", on, mode } as const;
    return after(world, record, decided(decideSettleSurvey(record, offer, deciding)));
  }
  const inviting = { mode: invited, language: "sv", isDeviceSafe: true };
  const { revision } = decided(decideInvite(record, inviting, deciding, seededRandomness(1)));
  return after(world, record, revision);
}

/** By the client herself, or keyed in by the coordinator. */
function answered(world: World, id: CaseId, mode: SurveyMode, answers: Answers): World {
  const record = world.records.get(id) ?? assert.fail(id);
  const invited = invitedModes.find((each) => each === mode);
  const keyedIn = keyedInModes.find((each) => each === mode) ?? "paper";
  const { revision, response } = decided(
    invited
      ? decideAnswerByClient(record, codebook, { mode: invited }, answers, { by: anna, at })
      : decideKeyIn(record, codebook, { mode: keyedIn, answeredOn: on, answers }, { by: kim, at }),
  );
  const { unit, codebook: book } = record;
  const arrival = world.sealed.length;
  const sealed = { caseId: id, unit, codebook: book, arrival, answers: response.answers };
  const next = after(world, record, revision);
  return { ...next, sealed: [...next.sealed, sealed] };
}

const books = () => ({
  figures: createUnitFigureBook(),
  results: createUnitResultBook(),
  exploration: createUnitExplorationBook(),
  quality: createUnitQualityBook(),
});
type Books = ReturnType<typeof books>;

function visitTo(world: World, unit: UnitId, kept: Books): UnitVisit {
  const inUnit = [...world.records.values()].filter(
    (record) => record.unit === unit && record.voided === null,
  );
  const tx = {
    cases: {
      stamp: async () => `${world.steps}`,
      async *stream() {
        yield* inUnit;
      },
    },
    caseWork: { startedAt: async () => new Map(inUnit.map(({ id }) => [id, at])) },
    surveyAnswers: {
      forCounting: async () => world.sealed.filter((each) => each.unit === unit),
      gaps: async () => [],
    },
    audit: { append: () => {} },
  };
  const services = { ...kept, codebooks: codebookShelf([codebook]), clock: { now: () => at } };
  const actor = { account: anna, municipality: silent[0]?.municipality };
  return { tx, services, actor, at, unit: { id: unit, name: "Frid" } } as unknown as UnitVisit;
}

const nation = givenNationShares(codebook);
const explored = { by: null, time: null, period: null, group: null, codebook: null };

type Told = { readonly [route: string]: unknown };

/** All that the routes with a unit's figures tell of it. */
async function told(world: World, unit: UnitId, kept: Books): Promise<Told> {
  const visit = visitTo(world, unit, kept);
  const whole = { period: null, group: null };
  const explorations = await Promise.all(
    ["V26", "client-much-better", "V22"].map((show) => unitView(visit, { ...explored, show }, [])),
  );
  const comparisons = nation.map(async ({ id, table: published }) => {
    const own = await kept.figures.table(visit, visit.unit, id);
    const naming = { unit: "Frid", codebook, language: "sv" } as const;
    return own && unitBesideNation(own.table, published, { ...naming, survey: own.survey });
  });
  return {
    figures: await kept.figures.of(visit, visit.unit),
    results: decided(await kept.results.of(visit, visit.unit, whole)),
    exploration: explorations,
    comparison: await Promise.all(comparisons),
    quality: await kept.quality.of(visit, visit.unit),
  };
}

async function toldOfAll(world: World, kept: Books): Promise<readonly Told[]> {
  return [await told(world, units[0], kept), await told(world, units[1], kept)];
}

const ofStates = /^Svar från|^Inget svar från/;
const tableOfStates = /svar på enkäten$/i;

/**
 * Without what the cases themselves say of the survey, which is no secret in the unit: how many were
 * offered it and how many have answered.
 */
function withoutStates(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((each) => !(typeof each === "string" && ofStates.test(each)))
      .filter((each) => !tableOfStates.test(String((each as { caption?: unknown })?.caption)))
      .map(withoutStates);
  }
  if (typeof value !== "object" || value === null) return value;
  const left = Object.entries(value).filter(([name]) => !["response", "survey"].includes(name));
  return Object.fromEntries(left.map(([name, each]) => [name, withoutStates(each)]));
}

/** How many real answers to each question have come to the unit: her figure is told by fives of them. */
function fivesIn({ sealed }: World, unit: UnitId): string {
  return clients
    .map(({ id }) => {
      const real = sealed.filter(
        (each) => each.unit === unit && each.answers[id]?.kind === "codes",
      );
      return Math.floor(real.length / 5);
    })
    .join();
}

const options = clients.map(({ options: all }) => all.map(({ code }) => code));
/** `undefined`: skipped. */
const sheet = fc
  .tuple(...options.map((codes) => fc.option(fc.constantFrom(...codes), { freq: 6 })))
  .map((chosen) =>
    Object.fromEntries(
      chosen.map((code, index): [string, Answers[string]] => [
        clients[index]?.id ?? "",
        code === null ? { kind: "missing", code: 98 } : { kind: "codes", codes: [code] },
      ]),
    ),
  );
const mode = fc.constantFrom(...surveyModes);
const event = fc.record({
  kind: fc.constantFrom("answer", "answer", "answer", "answer", "void", "transfer", "restart"),
  at: fc.nat(100),
  mode,
  answers: sheet,
});

type Event = {
  readonly kind: string;
  readonly at: number;
  readonly mode: SurveyMode;
  readonly answers: Answers;
};

function pick(cases: readonly CaseRecord[], place: number): CaseRecord | undefined {
  return cases[place % Math.max(1, cases.length)];
}

function played(world: World, { kind, at: place, mode: way, answers }: Event): World {
  const all = [...world.records.values()].filter(({ voided }) => voided === null);
  const record = pick(
    kind === "answer" ? all.filter((each) => each.survey.kind === "not-yet-offered") : all,
    place,
  );
  if (!record) return world;
  const deciding = { by: anna, at, reason: "Ett skäl som går att läsa." };
  if (kind === "answer") {
    return answered(offered(world, record.id, way), record.id, way, answers);
  }
  if (kind === "void") return after(world, record, decided(decideVoid(record, deciding)));
  if (kind === "transfer") {
    const to = { unit: record.unit === units[0] ? units[1] : units[0], managers: [] };
    return after(world, record, decided(decideTransfer(record, to, deciding)));
  }
  return world;
}

test("between two neighbouring answers nothing that is told of what clients say changes but by a fifth, and never by what was said", async () => {
  let [quiet, fifths] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { maxLength: 14 }),
      fc.nat(100),
      mode,
      sheet,
      sheet,
      fc.boolean(),
      async (events, place, way, one, other, isRestarted) => {
        const past = events.reduce(played, first);
        const free = [...past.records.values()].filter(
          ({ survey, voided }) => survey.kind === "not-yet-offered" && voided === null,
        );
        const next = pick(free, place);
        if (!next) return;
        const before = offered(past, next.id, way);
        const [said, saidOther] = [one, sameSkips(one, other)].map((answers) =>
          answered(before, next.id, way, answers),
        ) as [World, World];
        // Those who look keep what they were told before; or the program has been started anew.
        const kept = books();
        const earlier = await toldOfAll(before, kept);
        const now = await toldOfAll(said, isRestarted ? books() : kept);
        const instead = await toldOfAll(saidOther, books());
        for (const [index, unit] of units.entries()) {
          const isFifth = fivesIn(before, unit) !== fivesIn(said, unit);
          if (isFifth) {
            fifths += 1;
            continue;
          }
          quiet += 1;
          assert.deepEqual(now[index], instead[index]);
          assert.deepEqual(withoutStates(now[index]), withoutStates(earlier[index]));
        }
      },
    ),
    { numRuns: 300 },
  );
  assert.ok(quiet > 300, `${quiet} quiet steps`);
  assert.ok(fifths > 10, `${fifths} fifths`);
});

/** Other answers to the same questions: what was skipped is skipped in both. */
function sameSkips(one: Answers, other: Answers): Answers {
  return Object.fromEntries(
    Object.entries(one).map(([id, value]) => {
      const instead = other[id];
      return [id, value.kind === "missing" || instead?.kind !== "codes" ? value : instead];
    }),
  );
}

test("a fifth is seen when it comes: the test above can tell", async () => {
  const answers: Answers = Object.fromEntries(
    clients.map(({ id }) => [id, { kind: "codes", codes: [1] } as const]),
  );
  const kept = books();
  const six = silent.slice(0, 6);
  let world = six.reduce((each, { id }) => offered(each, id, "paper"), first);
  const seen: string[] = [];
  for (const { id } of six) {
    world = answered(world, id, "paper", answers);
    seen.push(JSON.stringify(withoutStates(await told(world, units[0], kept))));
  }
  assert.equal(new Set(seen.slice(0, 4)).size, 1);
  assert.notEqual(seen[4], seen[3]);
  assert.equal(seen[5], seen[4]);
});
