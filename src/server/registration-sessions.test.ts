import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { randomId, unitId } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp } from "./testing/given-app.ts";
import {
  answer,
  bodyOf,
  finished,
  givenTeam,
  problemsOf,
  unassigned,
} from "./testing/given-team.ts";
import type { CaseHistory, CaseView, LogView, StartView } from "./wire.ts";
import type { RegistrationSessionView, SessionList, UnansweredCases } from "./wire-of-units.ts";

let store: TestStore;
let given: GivenApp;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
});
after(() => store.close());

test("a session is opened by those who lead, seen by the unit, and by nobody else", async () => {
  const { unit, anna, openSession, at } = await givenTeam(given);
  const refused = await anna.request(`POST /api/units/${unit}/sessions`, { name: "Min" });
  assert.equal(refused.status, 404);
  const session = await openSession("  Onsdagsstugan ");
  const { sessions } = await bodyOf<SessionList>(
    await anna.request(`GET /api/units/${unit}/sessions`),
  );
  assert.deepEqual(
    sessions.map(({ id, name, closedAt }) => ({ id, name, closedAt })),
    [{ id: session, name: "Onsdagsstugan", closedAt: null }],
  );
  const start = await bodyOf<StartView>(await anna.request("GET /api/start"));
  assert.deepEqual(start.sessions, [
    { id: session, name: "Onsdagsstugan", unit: { id: unit, name: unit } },
  ]);

  const other = await givenTeam(given);
  for (const address of [at(session), other.at(session)]) {
    assert.equal((await other.anna.request(`GET ${address}`)).status, 404);
  }
  const elsewhere = await bodyOf<StartView>(await other.anna.request("GET /api/start"));
  assert.deepEqual(elsewhere.sessions, []);
  assert.equal((await anna.request(`GET ${at(session)}`)).status, 200);
});

test("opening twice by a double click opens one; a session has a name, and a short one", async () => {
  const { unit, coordinator } = await givenTeam(given);
  const route = `POST /api/units/${unit}/sessions`;
  const [one, other] = await Promise.all([
    coordinator.request(route, { name: "Fredag" }, "double-open"),
    coordinator.request(route, { name: "Fredag" }, "double-open"),
  ]);
  assert.equal(
    (await bodyOf<RegistrationSessionView>(one, 201)).id,
    (await bodyOf<RegistrationSessionView>(other, 201)).id,
  );
  assert.deepEqual(await problemsOf(await coordinator.request(route, { name: " – " })), [
    "session-name-needed",
  ]);
  assert.deepEqual(await problemsOf(await coordinator.request(route, { name: "x".repeat(81) })), [
    "text-too-long",
  ]);
});

test("whoever has not joined takes nothing", async () => {
  const { unit, anna, openSession, at, look } = await givenTeam(given);
  const session = await openSession();
  await anna.startCase(unit);
  for (const [route, sent] of [
    [`POST ${at(session, "/next-case")}`, undefined],
    [`PUT ${at(session, "/outcome")}`, { code: "M-2345-6", outcome: "done" }],
    [`GET ${at(session, "/unanswered/V01")}`, undefined],
    [`PUT ${at(session, "/hands/sex")}`, undefined],
  ] as const) {
    assert.deepEqual(await problemsOf(await anna.request(route, sent)), ["session-not-joined"]);
  }
  assert.deepEqual((await look(anna, session)).queue, {
    waiting: 0,
    current: null,
    hasLeft: false,
    variables: [],
  });
});

test("her own cases come first, the oldest step first, then one that nobody has, never a colleague's", async () => {
  const { unit, anna, samir, openSession, join, look, next, settle, change } =
    await givenTeam(given);
  given.clock.set("2026-11-02T08:00:00Z");
  const free = await samir.startCase(unit);
  await change(free, unassigned(samir));
  const samirs = await samir.startCase(unit);
  given.clock.set("2026-11-02T08:01:00Z");
  const older = await anna.startCase(unit);
  given.clock.set("2026-11-02T08:02:00Z");
  const newer = await anna.startCase(unit);
  given.clock.set("2026-11-02T08:03:00Z");
  const session = await openSession();
  const joined = await join(anna, session);
  assert.equal(joined.queue.waiting, 3);

  const order: (string | null)[] = [];
  for (let taken = 0; taken < 4; taken++) {
    const code = await next(anna, session);
    order.push(code);
    if (code === null) continue;
    await change(code, finished);
    await settle(anna, session, code, "done");
  }
  assert.deepEqual(order, [older, newer, free, null]);
  assert.ok(!order.includes(samirs));
  const { counter } = await look(anna, session);
  assert.deepEqual(counter, { done: 3, inWork: 0, later: 0, answers: 0, cases: 0 });
});

test("an unassigned case becomes hers by a decision in its history and in the log", async () => {
  const { unit, anna, samir, openSession, join, next, change } = await givenTeam(given);
  const free = await samir.startCase(unit);
  await change(free, unassigned(samir));
  const session = await openSession();
  await join(anna, session);
  assert.equal(await next(anna, session), free);
  const view = await bodyOf<CaseView>(await anna.request(`GET /api/cases/${free}`));
  assert.deepEqual([view.assignee, view.mine], ["Anna", true]);
  const { revisions } = await bodyOf<CaseHistory>(
    await anna.request(`GET /api/cases/${free}/history`),
  );
  assert.deepEqual(revisions.at(-1)?.changes, [
    { kind: "case-assigned", from: null, to: anna.account },
  ]);
  assert.equal(revisions.at(-1)?.by, "Anna");
});

test("a double click takes one case; put off, it comes back last", async () => {
  const { unit, anna, openSession, join, look, next, settle, change } = await givenTeam(given);
  const [first, second] = [await anna.startCase(unit), await anna.startCase(unit)];
  const session = await openSession();
  await join(anna, session);
  const clicks = await Promise.all([next(anna, session), next(anna, session), next(anna, session)]);
  assert.equal(new Set(clicks).size, 1);
  const [code] = clicks;
  assert.ok(code);
  assert.equal((await look(anna, session)).queue.current, code);

  const { counter, queue } = await settle(anna, session, code, "later");
  assert.deepEqual(counter, { done: 0, inWork: 0, later: 1, answers: 0, cases: 0 });
  assert.equal(queue.waiting, 2);
  const other = await next(anna, session);
  assert.ok([first, second].includes(other ?? "") && other !== code);
  await change(other ?? "", finished);
  await settle(anna, session, other ?? "", "done");
  assert.equal(await next(anna, session), code);
  await change(code, finished);
  await settle(anna, session, code, "done");
  assert.equal(await next(anna, session), null);
});

test("nobody settles what another has taken, nor what is not taken", async () => {
  const { unit, anna, samir, openSession, at, join, next } = await givenTeam(given);
  const code = await anna.startCase(unit);
  const session = await openSession();
  await join(anna, session);
  await join(samir, session);
  const outcome = { code, outcome: "done" };
  assert.equal((await anna.request(`PUT ${at(session, "/outcome")}`, outcome)).status, 404);
  await next(anna, session);
  assert.equal((await samir.request(`PUT ${at(session, "/outcome")}`, outcome)).status, 404);
});

test("a voided case, a closed one, and a restricted one that she may not read are in no queue", async () => {
  const { unit, anna, samir, openSession, join, next, change } = await givenTeam(given);
  const [voided, restricted, readable] = [
    await anna.startCase(unit),
    await anna.startCase(unit),
    await anna.startCase(unit),
  ];
  await change(voided, { kind: "case-voided" });
  await change(restricted, unassigned(anna), {
    kind: "readers-named",
    from: null,
    to: [samir.account],
  });
  await change(readable, unassigned(anna), {
    kind: "readers-named",
    from: null,
    to: [anna.account],
  });
  const session = await openSession();
  assert.equal((await join(anna, session)).queue.waiting, 1);
  assert.equal((await join(samir, session)).queue.waiting, 1);
  assert.equal(await next(anna, session), readable);
  assert.equal(await next(samir, session), restricted);
});

test("a case that is voided or handed over in her hands leaves them, and the next one comes", async () => {
  const { unit, anna, samir, openSession, join, look, next, change } = await givenTeam(given);
  const codes = [await anna.startCase(unit), await anna.startCase(unit)];
  const session = await openSession();
  await join(anna, session);
  const code = await next(anna, session);
  await change(code ?? "", { kind: "case-assigned", from: anna.account, to: samir.account });
  assert.equal((await look(anna, session)).queue.current, null);
  const following = await next(anna, session);
  assert.ok(following !== null && following !== code && codes.includes(following));
  await change(following, { kind: "case-voided" });
  assert.equal((await look(anna, session)).queue.current, null);
  assert.equal(await next(anna, session), null);
});

test("the other unit's worker of a shared case has it in her own queue", async () => {
  const { unit, anna, change } = await givenTeam(given);
  const shared = await anna.startCase(unit);
  const provider = await givenTeam(given);
  const nadja = provider.anna;
  const to = { unit: unitId(provider.unit), assignee: nadja.account };
  await change(shared, { kind: "case-shared", from: null, to });
  const session = await provider.openSession();
  await provider.join(nadja, session);
  assert.equal(await provider.next(nadja, session), shared);
});

test("one question across her cases: those where it is asked and unanswered, the oldest first", async () => {
  const { unit, anna, samir, openSession, at, join, look } = await givenTeam(
    given,
    "2026-11-02T10:00:00Z",
  );
  given.clock.set("2026-11-02T10:00:00Z");
  const codes: string[] = [];
  for (let started = 0; started < 3; started++) {
    given.clock.set(`2026-11-02T10:0${started}:00Z`);
    codes.push(await anna.startCase(unit));
  }
  given.clock.set("2026-11-02T10:10:00Z");
  await samir.startCase(unit);
  const session = await openSession();
  const { queue } = await join(anna, session);
  const ids = queue.variables.map(({ id }) => id);
  assert.ok(ids.includes("V10") && queue.variables.every(({ cases }) => cases === 3));
  // What comes later is not asked for yet, and the client is never asked here.
  assert.ok(!ids.some((id) => ["V16", "V22", "V26"].includes(id)));

  const [first = "", ...others] = codes;
  await answer(anna, first, "V10", 2);
  const route = `GET ${at(session, "/unanswered/V10")}`;
  assert.deepEqual((await bodyOf<UnansweredCases>(await anna.request(route))).codes, others);
  const after = (await look(anna, session)).queue.variables.find(({ id }) => id === "V10");
  assert.equal(after?.cases, 2);
});

test("hands: everybody sees how many are up; the raiser lowers her own, the coordinator all", async () => {
  const { coordinator, anna, samir, openSession, at, join, look } = await givenTeam(given);
  const session = await openSession();
  await join(anna, session);
  await join(samir, session);
  const hand = at(session, "/hands/violenceSeverity");
  await bodyOf(await anna.request(`PUT ${hand}`));
  await bodyOf(await anna.request(`PUT ${hand}`));
  const { hands } = await bodyOf<RegistrationSessionView>(await samir.request(`PUT ${hand}`));
  assert.deepEqual(hands, [{ concept: "violenceSeverity", raised: 2, isMine: true }]);
  assert.deepEqual((await look(coordinator, session)).hands, [
    { concept: "violenceSeverity", raised: 2, isMine: false },
  ]);
  const lowered = await bodyOf<RegistrationSessionView>(await anna.request(`DELETE ${hand}`));
  assert.deepEqual(lowered.hands, [{ concept: "violenceSeverity", raised: 1, isMine: false }]);
  await bodyOf(await anna.request(`DELETE ${hand}`));
  assert.equal((await look(samir, session)).hands.length, 1);
  await bodyOf(await coordinator.request(`DELETE ${hand}`));
  assert.deepEqual((await look(samir, session)).hands, []);
  assert.equal((await anna.request(`PUT ${at(session, "/hands/%3Cb%3E")}`)).status, 404);
});

test("a closed session refuses every change, is closed once, and loses nothing", async () => {
  const { unit, coordinator, anna, openSession, at, join, next } = await givenTeam(
    given,
    "2026-11-02T10:55:00Z",
  );
  const code = await anna.startCase(unit);
  const session = await openSession();
  await join(anna, session);
  await next(anna, session);
  const closing = `POST ${at(session, "/closing")}`;
  assert.equal((await anna.request(closing)).status, 404);
  given.clock.set("2026-11-02T11:00:00Z");
  await bodyOf(await coordinator.request(closing));
  given.clock.set("2026-11-02T11:01:00Z");
  const again = await bodyOf<RegistrationSessionView>(await coordinator.request(closing));
  assert.equal(again.closedAt, "2026-11-02T11:00:00.000Z");
  for (const [route, sent] of [
    [`POST ${at(session, "/participation")}`, undefined],
    [`POST ${at(session, "/next-case")}`, undefined],
    [`PUT ${at(session, "/outcome")}`, { code, outcome: "done" }],
    [`PUT ${at(session, "/hands/sex")}`, undefined],
    [`DELETE ${at(session, "/hands/sex")}`, undefined],
    [`GET ${at(session, "/unanswered/V01")}`, undefined],
  ] as const) {
    const response = await anna.request(route, sent);
    assert.equal(response.status, 409, route);
    assert.deepEqual(await problemsOf(response), ["session-closed"]);
  }
  await answer(anna, code, "V01", 1);
  assert.deepEqual((await bodyOf<StartView>(await anna.request("GET /api/start"))).sessions, []);
});

test("every opening, joining, taking, settling, hand and closing is logged, and nothing of a case", async () => {
  const { unit, coordinator, anna, openSession, at, join, next, settle } = await givenTeam(given);
  const reviewer = await given.givenPerson({
    name: "Johan",
    municipality: "9001",
    role: "logReviewer",
  });
  const code = await anna.startCase(unit);
  const session = await openSession("Torsdagsstugan");
  await join(anna, session);
  await join(anna, session);
  await next(anna, session);
  await bodyOf(await anna.request(`PUT ${at(session, "/hands/sex")}`));
  await bodyOf(await coordinator.request(`DELETE ${at(session, "/hands/sex")}`));
  await settle(anna, session, code, "done");
  await bodyOf(await coordinator.request(`POST ${at(session, "/closing")}`));
  const { entries } = await bodyOf<LogView>(await reviewer.request("GET /api/log"));
  const ours = entries.filter(({ details }) => details.includes(session));
  assert.deepEqual(
    ours.map(({ action, caseCode }) => [action.replace("registration-session.", ""), caseCode]),
    [
      ["closed", null],
      ["case-settled", code],
      ["hand-lowered", null],
      ["hand-raised", null],
      ["case-taken", code],
      ["joined", null],
      ["opened", null],
    ],
  );
  assert.ok(ours.every(({ details }) => !details.includes("Torsdagsstugan")));
});

test("a page that looks again by itself does not keep its person signed in", async () => {
  const { anna, openSession, at, join } = await givenTeam(given, "2026-11-02T12:00:00Z");
  const session = await openSession();
  given.clock.set("2026-11-02T12:00:00Z");
  await join(anna, session);
  for (const minute of ["05", "10", "14"]) {
    given.clock.set(`2026-11-02T12:${minute}:00Z`);
    const url = `http://127.0.0.1:3210${at(session)}`;
    const headers = { Cookie: anna.cookie, "Skillnad-Background": "1" };
    assert.equal((await given.app.request(url, { headers })).status, 200);
  }
  given.clock.set("2026-11-02T12:16:00Z");
  assert.equal((await anna.request(`GET ${at(session)}`)).status, 401);
});

test("a session id that is made up is no session", async () => {
  const { anna, at } = await givenTeam(given);
  const unknown = randomId(given.services.randomness);
  assert.equal((await anna.request(`GET ${at(unknown)}`)).status, 404);
  assert.equal((await anna.request(`POST ${at(unknown, "/next-case")}`)).status, 404);
});
