import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, seededRandomness, unitId } from "#kernel";
import { newCaseCode } from "#registration";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseCircle, CaseHistory, CaseList, CaseView, Refusal } from "./wire.ts";
import type { Caseloads, HandedOver } from "./wire-of-units.ts";

let store: TestStore;
let given: GivenApp;
/** Works in, manages, keys in for the reception; works in, manages the housing. */
let anna: SignedIn;
let berit: SignedIn;
let chief: SignedIn;
let coordinator: SignedIn;
let samir: SignedIn;
let housingChief: SignedIn;

const municipality = "9001";
const startedOn = "2026-09-01";

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of ["mottagningen", "boendet"]) await given.givenUnit(municipality, unit);
  await given.givenUnit("9002", "annorstädes");
  await store.within(municipalityCode(municipality), (tx) =>
    tx.units.update({
      id: unitId("mottagningen"),
      name: "Mottagningen",
      isOpenToColleagues: false,
      serves: [municipalityCode("9002")],
    }),
  );
  const reception = { municipality, unit: "mottagningen" };
  const housing = { municipality, unit: "boendet" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...reception });
  berit = await given.givenPerson({ name: "Berit", role: "caseWorker", ...reception });
  chief = await given.givenPerson({ name: "Chefen", role: "unitManager", ...reception });
  coordinator = await given.givenPerson({ name: "Leila", role: "coordinator", ...reception });
  samir = await given.givenPerson({ name: "Samir", role: "caseWorker", ...housing });
  housingChief = await given.givenPerson({ name: "Ordna", role: "unitManager", ...housing });
});
after(() => store.close());

async function bodyOf<Body>(response: Response, status = 200): Promise<Body> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  return JSON.parse(text) as Body;
}

async function refusalOf(response: Response): Promise<readonly string[]> {
  const { problems } = (await response.json()) as Refusal;
  return problems.map(({ code, at }) => (at ? `${code} ${at}` : code));
}

function starting(body: object, person = anna) {
  const whole = { startedOn, unit: "mottagningen", ...body };
  return person.request("POST /api/cases", whole);
}

async function lines(person: SignedIn, query = ""): Promise<CaseList> {
  return bodyOf(await person.request(`GET /api/cases${query}`));
}

const reason = "Anna har slutat.";

test("a case is handed over to a colleague, who then has it and its history tells", async () => {
  const code = await anna.startCase("mottagningen");
  const route = `PUT /api/cases/${code}/assignee`;
  const handed = await bodyOf<CaseView>(await chief.request(route, { assignee: berit.account }));
  assert.equal(handed.assignee, "Berit");
  assert.equal(handed.managed, true);
  assert.equal((await bodyOf<CaseView>(await berit.request(`GET /api/cases/${code}`))).mine, true);
  const stranger = await chief.request(route, { assignee: samir.account });
  assert.deepEqual(await refusalOf(stranger), ["not-a-worker-there assignee"]);
  assert.equal((await anna.request(route, { assignee: anna.account })).status, 404);

  const history = await bodyOf<CaseHistory>(await berit.request(`GET /api/cases/${code}/history`));
  assert.deepEqual(history.revisions.at(-1)?.changes, [
    { kind: "case-assigned", from: anna.account, to: berit.account },
  ]);
  assert.deepEqual(history.names, { [anna.account]: "Anna", [berit.account]: "Berit" });
});

test("a shared case is worked on by both units, managed by one, and listed in both", async () => {
  const code = await anna.startCase("mottagningen");
  const share = { unit: "boendet", assignee: samir.account };
  const view = await bodyOf<CaseView>(
    await anna.request(`PUT /api/cases/${code}/share`, { share }),
  );
  assert.deepEqual(view.sharedWith, {
    unit: { id: "boendet", name: "boendet" },
    assignee: "Samir",
  });
  const answer = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  const answered = await samir.request(`PUT /api/cases/${code}/answers/V01`, answer);
  assert.equal((await bodyOf<CaseView>(answered)).mine, true);
  assert.equal((await housingChief.request(`GET /api/cases/${code}`)).status, 200);
  const managing = await housingChief.request(`POST /api/cases/${code}/voiding`, { reason });
  assert.equal(managing.status, 404);
  for (const [person, isMine] of [
    [samir, true],
    [housingChief, false],
    [anna, true],
  ] as const) {
    const { cases } = await lines(person, `?text=${code}`);
    assert.deepEqual(
      cases.map(({ unit, sharedWith, mine }) => [unit, sharedWith, mine]),
      [["Mottagningen", "boendet", isMine]],
    );
  }
  await bodyOf(await chief.request(`PUT /api/cases/${code}/share`, { share: null }));
  assert.equal((await samir.request(`GET /api/cases/${code}`)).status, 404);
});

test("a case is shared with a unit there is, and with somebody who works there", async () => {
  const route = `PUT /api/cases/${await anna.startCase("mottagningen")}/share`;
  for (const [unit, assignee, expected] of [
    ["annorstädes", null, "unknown-unit share"],
    ["boendet", berit.account, "not-a-worker-there share"],
    ["mottagningen", null, "share-with-itself share"],
  ] as const) {
    const refused = await anna.request(route, { share: { unit, assignee } });
    assert.deepEqual(await refusalOf(refused), [expected]);
  }
});

test("a transferred case is gone from its unit, and waits in the other with its answers", async () => {
  const code = await anna.startCase("mottagningen");
  const answer = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  await bodyOf(await anna.request(`PUT /api/cases/${code}/answers/V01`, answer));
  const transfer = { unit: "boendet", reason: "Personen bor där nu." };
  const moved = await bodyOf<CaseView>(
    await chief.request(`PUT /api/cases/${code}/unit`, transfer),
  );
  assert.deepEqual([moved.unit.id, moved.assignee], ["boendet", null]);
  for (const person of [anna, chief]) {
    assert.equal((await person.request(`GET /api/cases/${code}`)).status, 404);
  }
  const seen = await bodyOf<CaseView>(await housingChief.request(`GET /api/cases/${code}`));
  assert.deepEqual(seen.sheet.answers.V01, answer.value);
  const history = await housingChief.request(`GET /api/cases/${code}/history`);
  const { names, revisions } = await bodyOf<CaseHistory>(history);
  assert.equal(names.mottagningen, "Mottagningen");
  assert.equal(revisions.at(-1)?.reason, "Personen bor där nu.");
});

test("a voided case can be read and not changed, lies under «Makulerade», and is restored", async () => {
  const code = await anna.startCase("mottagningen");
  const gone = await chief.request(`POST /api/cases/${code}/voiding`, {
    reason: "Dubbelt ärende.",
  });
  const { voided } = await bodyOf<CaseView>(gone);
  assert.deepEqual([voided?.by, voided?.reason], ["Chefen", "Dubbelt ärende."]);
  const answer = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  const refused = await anna.request(`PUT /api/cases/${code}/answers/V01`, answer);
  assert.deepEqual(await refusalOf(refused), ["case-voided"]);
  assert.equal((await anna.request(`GET /api/cases/${code}`)).status, 200);
  assert.equal((await lines(anna, `?state=all&text=${code}`)).total, 0);
  const { cases } = await lines(anna, `?state=voided&text=${code}`);
  assert.deepEqual(
    cases.map(({ isVoided }) => isVoided),
    [true],
  );
  const back = await chief.request(`POST /api/cases/${code}/restoring`, {
    reason: "Två personer.",
  });
  assert.equal((await bodyOf<CaseView>(back)).voided, null);
  await bodyOf(await anna.request(`PUT /api/cases/${code}/answers/V01`, answer));
});

test("voiding needs words that somebody else can read", async () => {
  const code = await anna.startCase("mottagningen");
  const refused = await chief.request(`POST /api/cases/${code}/voiding`, { reason: "-" });
  assert.deepEqual(await refusalOf(refused), ["reason-needed reason"]);
});

test("a survey is not keyed in for a voided case", async () => {
  const code = await anna.startCase("mottagningen");
  const survey = { kind: "offered", on: "2026-10-01" };
  await bodyOf(await anna.request(`PUT /api/cases/${code}/survey`, { survey }));
  await bodyOf(
    await chief.request(`POST /api/cases/${code}/voiding`, { reason: "Dubbelt ärende." }),
  );
  const keyedIn = { answeredOn: "2026-10-02", answers: {} };
  const refused = await coordinator.request(`POST /api/survey-answers/${code}`, keyedIn);
  assert.deepEqual(await refusalOf(refused), ["case-voided"]);
});

test("a reception that serves its neighbours says whose inhabitant the client is", async () => {
  const view = await bodyOf<CaseView>(await starting({ servedMunicipality: "9002" }), 201);
  assert.deepEqual(view.servedMunicipality, { code: "9002", name: "Kommun 9002" });
  const route = `PUT /api/cases/${view.code}/served-municipality`;
  const own = await anna.request(route, { servedMunicipality: municipality });
  assert.equal((await bodyOf<CaseView>(own)).servedMunicipality, null);
  const refusals = [
    await starting({ servedMunicipality: "9003" }),
    await anna.request(route, { servedMunicipality: "9003" }),
    await starting({ unit: "boendet", servedMunicipality: "9002" }, samir),
  ];
  for (const refused of refusals) {
    assert.deepEqual(await refusalOf(refused), ["municipality-not-served servedMunicipality"]);
  }
});

test("an anonymous case is begun without a link, and gets none", async () => {
  const view = await bodyOf<CaseView>(await starting({ isAnonymous: true }), 201);
  assert.equal(view.isAnonymous, true);
  const previousCode = newCaseCode(seededRandomness(7));
  const both = await starting({ isAnonymous: true, previousCode });
  assert.deepEqual(await refusalOf(both), ["anonymous-not-linked previousCode"]);
  const later = await anna.request(`PUT /api/cases/${view.code}/previous-case`, { previousCode });
  assert.deepEqual(await refusalOf(later), ["anonymous-not-linked previousCode"]);
});

test("an earlier case of one's own that is still open is gone on with; of no other is anything told", async () => {
  const own = await anna.startCase("mottagningen");
  const here = (await bodyOf<CaseView>(await starting({}), 201)).code;
  const link = `PUT /api/cases/${here}/previous-case`;
  for (const refused of [
    await starting({ previousCode: own }),
    await anna.request(link, { previousCode: own }),
  ]) {
    assert.equal(refused.status, 409);
    assert.deepEqual(await refusalOf(refused), ["previous-case-open previousCode"]);
  }
  const voided = await anna.startCase("mottagningen");
  await bodyOf(
    await chief.request(`POST /api/cases/${voided}/voiding`, { reason: "Dubbelt ärende." }),
  );
  const restricted = await berit.startCase("mottagningen");
  const readers = [berit.account, chief.account];
  await bodyOf(
    await chief.request(`PUT /api/cases/${restricted}/readers`, { readers, seen: null }),
  );
  const codes = {
    unknown: newCaseCode(seededRandomness(8)),
    "a colleague's": await berit.startCase("mottagningen"),
    "another unit's": await samir.startCase("boendet"),
    voided,
    restricted,
  };
  for (const [whose, previousCode] of Object.entries(codes)) {
    const started = await bodyOf<CaseView>(await starting({ previousCode }), 201);
    assert.equal(started.previousCode, previousCode, whose);
    const linked = await bodyOf<CaseView>(await anna.request(link, { previousCode }));
    assert.equal(linked.previousCode, previousCode, whose);
  }
  const mistyped = await starting({ previousCode: `${own.slice(0, -1)}?` });
  assert.deepEqual(await refusalOf(mistyped), ["wrong-case-code previousCode"]);
});

test("in a unit that is open to its colleagues, theirs are one's own to go on with", async () => {
  await given.givenUnit(municipality, "öppna");
  const unit = { id: unitId("öppna"), name: "öppna", isOpenToColleagues: true };
  await store.within(municipalityCode(municipality), (tx) => tx.units.update(unit));
  const worker = { role: "caseWorker", municipality, unit: "öppna" } as const;
  const eva = await given.givenPerson({ name: "Eva", ...worker });
  const ola = await given.givenPerson({ name: "Ola", ...worker });
  const previousCode = await eva.startCase("öppna");
  const refused = await starting({ unit: "öppna", previousCode }, ola);
  assert.deepEqual(await refusalOf(refused), ["previous-case-open previousCode"]);
  // What is open in the one unit is not thereby open to the other that shares the case.
  const share = { unit: "mottagningen", assignee: null };
  await bodyOf(await eva.request(`PUT /api/cases/${previousCode}/share`, { share }));
  const asked = await anna.request(`GET /api/cases/${previousCode}`);
  assert.deepEqual(await refusalOf(asked), [`case-reason-needed ${previousCode}`]);
  assert.equal((await ola.request(`GET /api/cases/${previousCode}`)).status, 200);
});

test("the readers of a case are named by its manager, among people who can come to read it", async () => {
  const code = await anna.startCase("mottagningen");
  const route = `PUT /api/cases/${code}/readers`;
  const naming = (...readers: readonly string[]) => chief.request(route, { readers, seen: null });
  assert.deepEqual(await refusalOf(await naming("okänd")), ["unknown-reader readers"]);
  assert.deepEqual(await refusalOf(await naming()), ["readers-empty readers"]);
  assert.deepEqual(await refusalOf(await naming(anna.account)), [
    "readers-without-manager readers",
  ]);
  const named = await bodyOf<CaseView>(await naming(anna.account, chief.account));
  assert.deepEqual(new Set(named.readers), new Set(["Anna", "Chefen"]));
  const assigned = await chief.request(`PUT /api/cases/${code}/assignee`, {
    assignee: berit.account,
  });
  assert.deepEqual(await refusalOf(assigned), ["assignee-not-reader assignee"]);
  const transfer = { unit: "boendet", reason };
  const moved = await chief.request(`PUT /api/cases/${code}/unit`, transfer);
  assert.deepEqual(await refusalOf(moved), ["no-reader-there unit"]);
  const [line] = (await lines(anna, `?text=${code}`)).cases;
  assert.equal(line?.isRestricted, true);
  const lifted = await bodyOf<CaseView>(
    await chief.request(route, { readers: null, seen: [chief.account, anna.account] }),
  );
  assert.equal(lifted.readers, null);
});

test("the circle names who there is to choose among, and is noted in the log", async () => {
  const code = await anna.startCase("mottagningen");
  const share = { unit: "boendet", assignee: samir.account };
  await bodyOf(await anna.request(`PUT /api/cases/${code}/share`, { share }));
  const circle = await bodyOf<CaseCircle>(await anna.request(`GET /api/cases/${code}/circle`));
  assert.deepEqual(
    [circle.assignee, circle.shareAssignee, circle.readers],
    [anna.account, samir.account, null],
  );
  const reception = circle.units.find(({ isOwner }) => isOwner);
  assert.deepEqual(
    reception?.people.map(({ name, roles }) => [name, ...roles]),
    [
      ["Anna", "caseWorker"],
      ["Berit", "caseWorker"],
      ["Chefen", "unitManager"],
      ["Leila", "coordinator"],
    ],
  );
  assert.deepEqual(
    circle.units.filter(({ isSharing }) => isSharing).map(({ id }) => id),
    ["boendet"],
  );
  assert.deepEqual(circle.municipalities, [
    { code: "9001", name: "Kommun 9001" },
    { code: "9002", name: "Kommun 9002" },
  ]);
  const log = await store.within(municipalityCode(municipality), (tx) => tx.audit.list(0, 1));
  assert.deepEqual([log[0]?.action, log[0]?.caseCode], ["case.circle-read", code]);
});

test("all of a colleague's open cases are handed over at once, those that the manager can see", async () => {
  await given.givenUnit(municipality, "stora");
  const unit = { municipality, unit: "stora" };
  const from = await given.givenPerson({ name: "Åsa", role: "caseWorker", ...unit });
  const to = await given.givenPerson({ name: "Bo", role: "caseWorker", ...unit });
  const manager = await given.givenPerson({ name: "Nils", role: "unitManager", ...unit });
  const other = await given.givenPerson({ name: "Maj", role: "unitManager", ...unit });
  const codes = await Promise.all([1, 2, 3].map(() => from.startCase("stora")));
  const [hidden = "", gone = ""] = [await from.startCase("stora"), await from.startCase("stora")];
  const readers = [from.account, other.account];
  await bodyOf(await manager.request(`PUT /api/cases/${hidden}/readers`, { readers, seen: null }));
  await bodyOf(await manager.request(`POST /api/cases/${gone}/voiding`, { reason }));

  const loads = await bodyOf<Caseloads>(await manager.request("GET /api/units/stora/caseloads"));
  assert.deepEqual(loads, {
    unassigned: 0,
    people: [
      { account: to.account, name: "Bo", openCases: 0 },
      { account: from.account, name: "Åsa", openCases: 3 },
    ],
  });
  const route = "POST /api/units/stora/hand-over";
  const handOver = { from: from.account, to: to.account, reason };
  const [one, twin] = await Promise.all([
    manager.request(route, handOver, "hand-over-1"),
    manager.request(route, handOver, "hand-over-1"),
  ]);
  for (const told of [one, twin])
    assert.deepEqual(await bodyOf<HandedOver>(told), { handedOver: 3 });
  for (const code of codes) {
    const view = await bodyOf<CaseView>(await to.request(`GET /api/cases/${code}`));
    assert.deepEqual([view.mine, view.revision], [true, 2]);
  }
  const left = await bodyOf<CaseView>(await from.request(`GET /api/cases/${hidden}`));
  assert.equal(left.mine, true, "a case that the manager cannot see stays, and she is not told");

  // The other manager sees it; the one who should get it is not among its readers, so nothing moves.
  await from.startCase("stora");
  const refused = await other.request(route, handOver);
  assert.deepEqual(await refusalOf(refused), ["assignee-not-reader assignee"]);
  const toNobody = await other.request(route, { from: from.account, to: null, reason });
  assert.deepEqual(await bodyOf<HandedOver>(toNobody), { handedOver: 2 });
});

test("cases are handed over to somebody of the unit, with a reason", async () => {
  const route = "POST /api/units/mottagningen/hand-over";
  const refused = await chief.request(route, { from: anna.account, to: samir.account, reason: "" });
  assert.deepEqual(await refusalOf(refused), ["reason-needed reason", "not-a-worker-there to"]);
});
