import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { playCase } from "./testing/play-case.ts";
import type { UnitQuality } from "./wire-of-units.ts";

const municipality = "9001";
let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let chief: SignedIn;
let leila: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit(municipality, "here");
  await given.givenUnit(municipality, "there");
  const place = { municipality, unit: "here" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...place });
  chief = await given.givenPerson({ name: "Chief", role: "unitManager", ...place });
  leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...place });
});
after(() => store.close());

async function qualityFor(person: SignedIn): Promise<UnitQuality> {
  const response = await person.request("GET /api/units/here/quality");
  assert.equal(response.status, 200);
  return response.json() as Promise<UnitQuality>;
}

function sex({ variables }: UnitQuality): string {
  const { asked, answered, missingCode, empty } =
    variables.find(({ id }) => id === "V01") ?? assert.fail("no V01");
  return `${asked}: ${answered} ${missingCode} ${empty}`;
}

test("the numbers follow every answer, and a case that is voided leaves them", async () => {
  assert.equal(sex(await qualityFor(leila)), "0: 0 0 0");
  const first = await anna.startCase("here");
  const second = await anna.startCase("here");
  // They have just begun: nothing is missing in them yet.
  assert.equal(sex(await qualityFor(leila)), "0: 0 0 0");
  const answer = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  await anna.request(`PUT /api/cases/${first}/answers/V01`, answer);
  const unknown = { value: { kind: "missing", code: 98 }, basedOn: 0 };
  await anna.request(`PUT /api/cases/${second}/answers/V01`, unknown);
  const quality = await qualityFor(leila);
  assert.equal(sex(quality), "2: 1 1 0");
  assert.equal(quality.openCases, 2);
  // Started on 1 September and registered on 2 November.
  assert.deepEqual(quality.timeliness[0], {
    event: "started",
    events: 2,
    medianDays: 62,
    withinGoal: 0,
  });

  const reason = { reason: "Registrerat två gånger." };
  await chief.request(`POST /api/cases/${second}/voiding`, reason);
  assert.equal(sex(await qualityFor(leila)), "1: 1 0 0");
});

test("a restricted case counts, and is named to its readers alone", async () => {
  const code = await anna.startCase("here");
  const later = { value: { kind: "codes", codes: [2] }, basedOn: 0 };
  await anna.request(`PUT /api/cases/${code}/answers/V10`, later);
  const open = await qualityFor(leila);
  const missing = (quality: UnitQuality) => quality.incomplete.map((each) => each.code);
  assert.ok(missing(open).includes(code));

  const readers = { readers: [anna.account, chief.account], seen: null };
  assert.equal((await chief.request(`PUT /api/cases/${code}/readers`, readers)).status, 200);
  const restricted = await qualityFor(leila);
  assert.ok(!missing(restricted).includes(code));
  assert.ok(missing(await qualityFor(chief)).includes(code));
  assert.equal(restricted.openCases, open.openCases);
  assert.equal(sex(restricted), sex(open));
});

test("what became of the survey is told of the closed cases, in numbers alone", async () => {
  const { survey } = await qualityFor(leila);
  assert.deepEqual([survey.closed, survey.offered, survey.answered], [0, 0, 0]);
  const code = await playCase(anna, "here");
  const offered = { kind: "offered", on: "2026-11-01", mode: "paper" };
  const settle = async (more: object) => {
    const body = { survey: { ...offered, ...more } };
    const response = await anna.request(`PUT /api/cases/${code}/survey`, body);
    assert.equal(response.status, 200, await response.text());
  };
  await settle({});
  const asked = (await qualityFor(leila)).survey;
  assert.deepEqual([asked.closed, asked.offered, asked.waiting], [1, 1, 1]);
  await settle({ unanswered: "lost-contact" });
  const given = (await qualityFor(chief)).survey;
  assert.deepEqual([given.closed, given.offered, given.waiting], [1, 1, 0]);
  assert.deepEqual(
    given.unanswered.filter(({ cases }) => cases > 0),
    [{ reason: "lost-contact", cases: 1 }],
  );
  assert.ok(!JSON.stringify(given).includes(code));
});

test("it tells questions and never answers, cases and never people", async () => {
  const told = JSON.stringify(await qualityFor(leila));
  for (const hidden of [anna.account, "Anna", "codes", "readers"]) {
    assert.ok(!told.includes(hidden), hidden);
  }
});

test("other units' and a worker's own curiosity get the same as nothing", async () => {
  assert.equal((await leila.request("GET /api/units/there/quality")).status, 404);
  assert.equal((await anna.request("GET /api/units/here/quality")).status, 404);
});

test("every look is logged with its unit", async () => {
  await qualityFor(leila);
  await store.within(municipalityCode(municipality), async (tx) => {
    const entries = await tx.audit.list(0, 5);
    assert.ok(entries.some(({ action }) => action === "quality.viewed"));
  });
});
