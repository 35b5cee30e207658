import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AnswerValue } from "#codebook";
import { instant, municipalityCode } from "#kernel";
import { applyRevision, type Change } from "#registration";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { StartView, Todo } from "./wire.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

type Desk = { readonly given: GivenApp; readonly anna: SignedIn; readonly code: string };

const now = "2026-11-02T08:00:00Z";
let municipalities = 9100;

/** A worker with one case of her own, alone in a municipality. */
async function givenDesk(startedOn = "2026-10-20"): Promise<Desk> {
  const municipality = String(++municipalities);
  const given = givenApp(store);
  given.clock.set(now);
  await given.givenUnit(municipality, "here");
  const anna = await given.givenPerson({
    name: "Anna",
    municipality,
    role: "caseWorker",
    unit: "here",
  });
  const started = await anna.request("POST /api/cases", { startedOn, unit: "here" });
  const { code } = (await started.json()) as { code: string };
  return { given, anna, code };
}

async function answer({ anna, code }: Desk, place: string, value: AnswerValue): Promise<void> {
  const body = { value, basedOn: 0 };
  const response = await anna.request(`PUT /api/cases/${code}/${place}`, body);
  assert.equal(response.status, 200, await response.text());
}

async function addRow({ anna, code }: Desk, group: string, phase: string, id: string) {
  const item = id.repeat(32);
  const response = await anna.request(`POST /api/cases/${code}/items`, { group, phase, id: item });
  assert.equal(response.status, 200, await response.text());
  return item;
}

async function start(person: SignedIn): Promise<StartView> {
  return (await person.request("GET /api/start")).json() as Promise<StartView>;
}

async function line(desk: Desk, kind: Todo["kind"]): Promise<Todo | undefined> {
  const { todo } = await start(desk.anna);
  return todo.find((each) => each.kind === kind);
}

const codes = (...chosen: readonly number[]): AnswerValue => ({ kind: "codes", codes: chosen });
const day = (date: string) => ({ kind: "date", date }) as AnswerValue;

async function assess(desk: Desk, on: string, level: number, id: string): Promise<void> {
  const row = await addRow(desk, "riskAssessment", "before", id);
  await answer(desk, `items/${row}/answers/method`, codes(1));
  await answer(desk, `items/${row}/answers/date`, day(on));
  await answer(desk, `items/${row}/answers/level`, codes(level));
}

test("a case in its first phase is only to be gone on with", async () => {
  const desk = await givenDesk();
  await answer(desk, "answers/V01", codes(1));
  const { todo, more } = await start(desk.anna);
  assert.deepEqual(todo, [
    {
      kind: "continue",
      caseCode: desk.code,
      sentence: `Fortsätt i ${desk.code}: Bakgrund`,
      path: `/arenden/${desk.code}`,
    },
  ]);
  assert.deepEqual(more, []);
});

test("what is missing in a phase that the case has come past is told, and leads to the question", async () => {
  const desk = await givenDesk();
  for (const variable of ["V03", "V04", "V05", "V06"]) {
    await answer(desk, `answers/${variable}`, codes(1));
  }
  await answer(desk, "answers/V10", codes(2));
  const missing = await line(desk, "missing");
  assert.equal(missing?.sentence, `Två svar saknas i Bakgrund i ${desk.code}`);
  assert.equal(missing?.path, `/arenden/${desk.code}?fas=background&fraga=V01`);
  await answer(desk, "answers/V01", codes(1));
  const last = await line(desk, "missing");
  assert.match(last?.sentence ?? "", /^Ett svar saknas i Bakgrund i .*: Ålder vid ärendets start$/);
});

test("a risk assessment is due again by its level, and the line leads to a new row", async () => {
  const desk = await givenDesk();
  await assess(desk, "2026-10-27", 4, "a");
  assert.equal(await line(desk, "reassess"), undefined);
  await assess(desk, "2026-10-21", 4, "b");
  // The latest one counts, whatever was registered last.
  assert.equal(await line(desk, "reassess"), undefined);

  const late = await givenDesk();
  await assess(late, "2026-10-20", 4, "a");
  const due = await line(late, "reassess");
  assert.equal(
    due?.sentence,
    `Dags för riskbedömning igen i ${late.code} (den förra är från oktober 2026)`,
  );
  assert.equal(due?.path, `/arenden/${late.code}?fas=before&fraga=riskAssessment`);
});

test("when every support has ended, two weeks later the case is to be closed", async () => {
  async function endedOn(end: string): Promise<Desk> {
    const desk = await givenDesk("2026-09-01");
    await answer(desk, "answers/V16", codes(1));
    const row = await addRow(desk, "intervention", "during", "c");
    await answer(desk, `items/${row}/answers/start`, day("2026-09-02"));
    await answer(desk, `items/${row}/answers/end`, day(end));
    return desk;
  }
  assert.equal(await line(await endedOn("2026-10-20"), "close-out"), undefined);
  const desk = await endedOn("2026-10-19");
  const due = await line(desk, "close-out");
  assert.equal(due?.sentence, `Alla insatser i ${desk.code} har slutat: avsluta registreringen`);
  // One line a case about what to register: closing asks for all that is missing.
  assert.equal(await line(desk, "missing"), undefined);
});

test("a survey is asked for when the support is over, in one line of the case, and waits for what is urgent", async () => {
  const desk = await givenDesk();
  const { anna, code } = desk;
  const linesOf = async () => {
    const { todo, more } = await start(anna);
    return [...todo, ...more].map(({ kind }) => kind);
  };
  assert.deepEqual(await linesOf(), ["continue"]);
  const change = (changes: readonly object[]) =>
    store.within(municipalityCode(String(municipalities)), async (tx) => {
      const record = (await tx.cases.findForUpdate(code)) ?? assert.fail(code);
      const step = { revision: record.revision + 1, by: anna.account, at: instant(now) };
      const revision = { ...step, changes: changes as readonly Change[] };
      await tx.cases.save(applyRevision(record, revision), revision, { birthYear: null });
    });
  const phases = ["background", "before", "during"];
  await change(phases.map((phase) => ({ kind: "phase-completed", phase })));
  // She is asked before the case is closed and she is gone: the one line says both.
  assert.deepEqual(await linesOf(), ["close-out"]);
  const closing = await line(desk, "close-out");
  assert.equal(
    closing?.sentence,
    `Erbjud enkäten i ${code} och avsluta registreringen när stödet är klart`,
  );
  const settle = async (survey: object) => {
    const response = await anna.request(`PUT /api/cases/${code}/survey`, { survey });
    assert.equal(response.status, 200, await response.text());
  };
  const invited = { kind: "offered", on: "2026-10-27", mode: "own-device" };
  await settle(invited);
  const settled = await line(desk, "close-out");
  assert.equal(settled?.sentence, `Avsluta registreringen i ${code} när stödet är klart`);
  // What came to nothing waits for what must not wait.
  await settle({ ...invited, on: "2026-10-26" });
  assert.deepEqual(await linesOf(), ["close-out"]);

  await change([
    { kind: "phase-completed", phase: "after" },
    { kind: "case-closed", closedOn: "2026-11-01" },
  ]);
  const again = await line(desk, "offer-survey");
  assert.equal(
    again?.sentence,
    `Enkäten i ${code} blev inte besvarad: erbjud igen eller skriv varför`,
  );
  assert.equal(again?.path, `/arenden/${code}?fas=client`);
  assert.deepEqual(await linesOf(), ["offer-survey"]);
  await settle({ ...invited, on: "2026-10-26", unanswered: "no-time" });
  assert.deepEqual(await linesOf(), []);
});

test("the most urgent lines come first, seven at most, and the others can be unfolded", async () => {
  const desk = await givenDesk();
  const { anna } = desk;
  for (let more = 0; more < 8; more++) await anna.startCase("here");
  await assess(desk, "2026-10-01", 4, "a");
  const { todo, more, unsent } = await start(anna);
  // Nine cases to go on with or to complete, and one of them with an assessment due besides.
  assert.equal(todo.length, 7);
  assert.deepEqual(
    more.map(({ kind }) => kind),
    ["continue", "continue", "continue"],
  );
  assert.equal(unsent, 0);
  assert.equal(new Set([...todo, ...more].map(({ sentence }) => sentence)).size, 10);
  assert.deepEqual(
    todo.slice(0, 3).map(({ kind }) => kind),
    ["reassess", "missing", "continue"],
  );
});

test("a worker sees what is hers, also in the unit that shares a case, until it is voided", async () => {
  const { given, anna, code } = await givenDesk();
  const municipality = String(municipalities);
  await given.givenUnit(municipality, "housing");
  const berit = await given.givenPerson({
    name: "Berit",
    municipality,
    role: "caseWorker",
    unit: "housing",
  });
  assert.deepEqual((await start(berit)).todo, []);
  const share = { share: { unit: "housing", assignee: berit.account } };
  assert.equal((await anna.request(`PUT /api/cases/${code}/share`, share)).status, 200);
  assert.deepEqual(
    (await start(berit)).todo.map(({ caseCode }) => caseCode),
    [code],
  );

  const chief = await given.givenPerson({
    name: "Chief",
    municipality,
    role: "unitManager",
    unit: "here",
  });
  const reason = { reason: "Registrerat två gånger." };
  assert.equal((await chief.request(`POST /api/cases/${code}/voiding`, reason)).status, 200);
  assert.deepEqual((await start(anna)).todo, []);
  assert.deepEqual((await start(berit)).todo, []);
});

test("a manager is told of cases that nobody has; a coordinator cannot hand them out", async () => {
  const { given, code } = await givenDesk();
  const municipality = String(municipalities);
  const place = { municipality, unit: "here" };
  const chief = await given.givenPerson({ name: "Chief", role: "unitManager", ...place });
  const leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...place });
  await chief.request(`PUT /api/cases/${code}/assignee`, { assignee: null });
  const { todo } = await start(chief);
  assert.deepEqual(todo, [
    {
      kind: "unassigned",
      caseCode: null,
      sentence: `${code} i here saknar handläggare`,
      path: "/laget?enhet=here#utan-handlaggare",
    },
  ]);
  const told = await start(leila);
  assert.deepEqual(told.todo, []);
  assert.deepEqual(told.quality[0]?.unassigned, [code]);
});

test("after three weeks without anything in the unit, the way back is shown, and nobody is named", async () => {
  const desk = await givenDesk();
  const { given, anna, code } = desk;
  const municipality = String(municipalities);
  assert.equal((await start(anna)).pause, null);
  given.clock.set("2026-11-23T12:00:00Z");
  // Sessions end long before; she signs in again.
  const place = { municipality, unit: "here" };
  const berit = await given.givenPerson({ name: "Berit", role: "caseWorker", ...place });
  const { pause } = await start(berit);
  assert.equal(pause?.days, 21);
  assert.ok(pause.steps.length >= 2 && pause.steps.length <= 4);
  assert.ok(pause.steps.every(({ path }) => path.startsWith("/")));
  assert.ok(!JSON.stringify(pause).includes("Anna"));
  assert.ok(!JSON.stringify(pause).includes(code));
  const leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...place });
  const steps = (await start(leila)).pause?.steps ?? [];
  assert.deepEqual(
    steps.map(({ path }) => path),
    ["/laget?enhet=here", "/stuga"],
  );
  // One step by anybody, and it is over for everybody.
  await berit.startCase("here");
  assert.equal((await start(leila)).pause, null);
});
