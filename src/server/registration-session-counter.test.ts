import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp } from "./testing/given-app.ts";
import { answer, bodyOf, finished, givenTeam } from "./testing/given-team.ts";
import type { RegistrationSessionView } from "./wire-of-units.ts";

let store: TestStore;
let given: GivenApp;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
});
after(() => store.close());

test("a case in which something is left is not done, however often it is said; it comes back last", async () => {
  const { unit, anna, openSession, join, look, next, settle, change } = await givenTeam(given);
  await anna.startCase(unit);
  await anna.startCase(unit);
  const session = await openSession();
  await join(anna, session);
  const code = (await next(anna, session)) ?? "";
  assert.equal((await look(anna, session)).queue.hasLeft, true);
  for (let said = 0; said < 2; said++) {
    const { counter } = await settle(anna, session, code, "done");
    assert.deepEqual([counter.done, counter.later], [0, 1]);
  }
  const other = (await next(anna, session)) ?? "";
  assert.notEqual(other, code);
  await change(other, finished);
  assert.equal((await look(anna, session)).queue.hasLeft, false);
  const { counter } = await settle(anna, session, other, "done");
  assert.deepEqual([counter.done, counter.later], [1, 1]);
  assert.equal(await next(anna, session), code);
});

test("the counter counts each question once, in cases taken in the session and in its one question", async () => {
  const { unit, coordinator, anna, samir, openSession, at, join, look, next, settle } =
    await givenTeam(given, "2026-11-02T09:00:00Z");
  given.clock.set("2026-11-02T09:00:00Z");
  const [older, newer] = [await anna.startCase(unit), await anna.startCase(unit)];
  await answer(anna, older, "V01", 1);
  given.clock.set("2026-11-02T09:10:00Z");
  const session = await openSession();
  await join(anna, session);
  // What she registers beside the session is not its work.
  await answer(anna, older, "V03", 1);
  await answer(anna, newer, "V03", 1);
  assert.equal((await look(anna, session)).counter.answers, 0);
  given.clock.set("2026-11-02T09:11:00Z");
  const code = (await next(anna, session)) ?? "";
  const other = code === older ? newer : older;
  await answer(anna, code, "V02");
  await answer(anna, code, "V07", 1);
  await answer(anna, code, "V07", 1, 2);
  const taken = await answer(anna, code, "V10", 2);
  const route = `PUT /api/cases/${code}/answers/V10`;
  await bodyOf(await anna.request(route, { value: null, basedOn: taken.marks.V10?.revision ?? 0 }));
  // One question across her cases, and another one of the same case, which is not gone through.
  await bodyOf(await anna.request(`GET ${at(session, "/unanswered/V10")}`));
  await answer(anna, other, "V10", 2);
  await answer(anna, other, "V02");
  // Put off and taken up again, a case keeps what was answered in it.
  await settle(anna, session, code, "later");
  // Samir has not joined.
  const samirs = await samir.startCase(unit);
  await answer(samir, samirs, "V01", 1);
  const { counter } = await look(anna, session);
  assert.deepEqual([counter.answers, counter.cases], [3, 2]);

  given.clock.set("2026-11-02T09:20:00Z");
  const closed = await bodyOf<RegistrationSessionView>(
    await coordinator.request(`POST ${at(session, "/closing")}`),
  );
  assert.equal(closed.closedAt, "2026-11-02T09:20:00.000Z");
  given.clock.set("2026-11-02T09:23:00Z");
  await answer(anna, code, "V03", 1);
  assert.equal((await look(anna, session)).counter.answers, 3);
});
