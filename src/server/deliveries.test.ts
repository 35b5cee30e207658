import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenDeliverer, givenDeliverer } from "./testing/given-deliverer.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import { answerAll, chosen } from "./testing/play-case.ts";
import type { PreparedView } from "./wire-of-deliveries.ts";

const municipality = municipalityCode("9001");
let store: TestStore;
let it: GivenDeliverer;

before(async () => {
  store = await openTestStore();
  it = await givenDeliverer(store);
});
after(() => store.close());

test("what is prepared is shown whole before anything leaves, and gives way to the next", async () => {
  const { leila, agreed, prepare, roundOf } = it;
  const round = await agreed("forbered");
  const first = await prepare(round, 5);
  assert.equal(first.delivery.sequence, 1);
  assert.deepEqual(
    [first.delivery.cases, first.delivery.statedCases, first.delivery.sent],
    [3, 5, null],
  );
  assert.equal(first.delivery.madeBy, "Leila");
  assert.equal(first.whatLeaves.level, "rows");
  assert.ok(first.readable.kind === "cases" && first.readable.rows.length === 3);
  assert.equal(first.unread, 0);
  assert.equal(first.anonymity?.cases, 3);
  const second = await prepare(round, null);
  assert.equal(second.delivery.sequence, 1);
  assert.notEqual(second.delivery.sha256, first.delivery.sha256);
  const { deliveries, since } = await roundOf(round);
  assert.deepEqual(deliveries, [second.delivery]);
  assert.equal(since, null);
  const read = await leila.request(`GET /api/deliveries/${round}/1`);
  assert.deepEqual(await bodyOf<PreparedView>(read), second);
});

test("asking twice with one key prepares once, whoever prepared meanwhile", async () => {
  const { leila, agreed } = it;
  const round = await agreed("en-gang");
  const route = `POST /api/deliveries/${round}/preparation`;
  const body = { statedCases: 4 };
  const first = await bodyOf<PreparedView>(await leila.request(route, body, "same-key-once"));
  const again = await bodyOf<PreparedView>(await leila.request(route, body, "same-key-once"));
  assert.deepEqual(again, first);
  const other = await leila.request(route, { statedCases: 5 }, "same-key-once");
  assert.deepEqual(await problemsOf(other), ["repeated-key"]);
});

test("two who prepare at once: both are answered, and one delivery is there", async () => {
  const { given, leila, agreed, roundOf } = it;
  const round = await agreed("samtidigt");
  const other = await given.givenPerson({ name: "Eva", municipality, role: "coordinator" });
  const route = `POST /api/deliveries/${round}/preparation`;
  const both = await Promise.all(
    [leila, other].map((each) => each.request(route, { statedCases: null })),
  );
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  assert.equal((await roundOf(round)).deliveries.length, 1);
});

test("each level leaves as it was agreed, and what is looked at says so", async () => {
  const { agreed, prepare, takeFile, opened } = it;
  const coarse = await prepare(await agreed("grova", { level: "coarse-rows" }));
  assert.equal(coarse.whatLeaves.level, "coarse-rows");
  assert.deepEqual(
    coarse.anonymity?.levels.map(({ level }) => level),
    ["coarse-rows"],
  );
  const counts = await prepare(await agreed("antal", { level: "counts" }));
  assert.equal(counts.readable.kind, "tables");
  assert.equal(counts.anonymity, null);
  assert.equal(counts.delivery.cases, 3);
  const { delivery } = await opened("antal", await takeFile("antal", 1));
  assert.equal(delivery.heading.level, "counts");
});

test("the file is signed and sealed, opens for its receiver alone, and is what was shown", async () => {
  const { given, leila, agreed, prepare, roundOf, takeFile, opened } = it;
  const round = await agreed("fil");
  const { delivery } = await prepare(round, 3);
  const response = await leila.request(`POST /api/deliveries/${round}/1/package`);
  assert.equal(
    response.headers.get("Content-Disposition"),
    'attachment; filename="leverans-9001-fil-1.skillnad"',
  );
  const found = await opened(round, Buffer.from(await response.arrayBuffer()));
  assert.equal(found.sha256, delivery.sha256);
  const { heading, count } = found.delivery;
  assert.deepEqual(heading.municipality, { code: "9001", name: "Kommun 9001", county: "90" });
  assert.deepEqual([heading.kind, heading.sequence, heading.statedCases], ["real", 1, 3]);
  assert.deepEqual([heading.units, count], [["here"], 3]);
  const { deliveries } = await roundOf(round);
  assert.deepEqual(deliveries[0]?.sent, { way: "file", by: "Leila", at: given.clock.now() });

  // A lost stick: the same once more, and not another delivery.
  const again = await opened(round, await takeFile(round, 1));
  assert.equal(again.sha256, delivery.sha256);
  assert.equal((await prepare(round)).delivery.sequence, 2);
  await takeFile(round, 2);
  const superseded = await leila.request(`POST /api/deliveries/${round}/1/package`);
  assert.deepEqual(await problemsOf(superseded), ["delivery-superseded"]);
});

test("what has changed since is told by case; cases stay open to be worked on", async () => {
  const { anna, samir, chief, gaping, agreed, prepare, roundOf, takeFile } = it;
  const round = await agreed("skillnad");
  const mine = await anna.startCase("here");
  await prepare(round);
  await takeFile(round, 1);
  const before = (await roundOf(round)).since;
  assert.deepEqual(before, { sequence: 1, changed: 0, added: 0, gone: 0, cases: [] });
  await answerAll(anna, mine, { V01: chosen(1) });
  const added = await anna.startCase("here");
  await chief.request(`POST /api/cases/${gaping}/voiding`, { reason: "Registrerat två gånger." });
  const { since } = await roundOf(round);
  assert.deepEqual(since, {
    sequence: 1,
    changed: 1,
    added: 1,
    gone: 1,
    cases: [
      { code: mine, kind: "changed" },
      { code: added, kind: "added" },
    ].toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  });
  const elsewhere = await roundOf(round, samir);
  assert.deepEqual(elsewhere.since, { ...since, cases: [] });
  for (const code of [mine, added]) {
    await chief.request(`POST /api/cases/${code}/voiding`, { reason: "Registrerat två gånger." });
  }
  await chief.request(`POST /api/cases/${gaping}/restoring`, { reason: "Det var fel ärende." });
});

test("what has left is taken back by a delivery of its own, and delivered again after that", async () => {
  const { leila, agreed, prepare, roundOf, takeFile, opened } = it;
  const round = await agreed("tillbaka");
  const withdraw = () => leila.request(`POST /api/deliveries/${round}/withdrawal`);
  assert.deepEqual(await problemsOf(await withdraw()), ["nothing-to-withdraw"]);
  await prepare(round);
  assert.deepEqual(await problemsOf(await withdraw()), ["nothing-to-withdraw"]);
  await takeFile(round, 1);
  await leila.request(`PUT /api/agreements/${round}`, { ended: true });
  const prepared: PreparedView = await bodyOf(await withdraw());
  assert.deepEqual([prepared.delivery.isWithdrawal, prepared.delivery.sequence], [true, 2]);
  assert.equal(prepared.anonymity, null);
  const { delivery } = await opened(round, await takeFile(round, 2));
  assert.deepEqual([delivery.heading.withdrawn, delivery.count], [true, 0]);
  assert.deepEqual(await problemsOf(await withdraw()), ["nothing-to-withdraw"]);
  await leila.request(`PUT /api/agreements/${round}`, { ended: false });
  assert.equal((await roundOf(round)).since, null);
  assert.equal((await prepare(round)).delivery.sequence, 3);
});

test("nothing leaves before the round, after the agreement has ended, or finer than agreed by now", async () => {
  const { leila, agreed, prepare, roundOf } = it;
  const early = await agreed("tidig", {
    round: { from: "2026-11-03" as never, through: "2026-12-31" as never },
  });
  const ask = (round: string) =>
    leila.request(`POST /api/deliveries/${round}/preparation`, { statedCases: null });
  assert.deepEqual(await problemsOf(await ask(early)), ["round-not-begun"]);

  const round = await agreed("slut");
  await prepare(round);
  await leila.request(`PUT /api/agreements/${round}`, { ended: true });
  assert.deepEqual(await problemsOf(await ask(round)), ["agreement-ended"]);
  const take = () => leila.request(`POST /api/deliveries/${round}/1/package`);
  assert.deepEqual(await problemsOf(await take()), ["agreement-ended"]);
  await leila.request(`PUT /api/agreements/${round}`, { ended: false, level: "counts" });
  assert.deepEqual(await problemsOf(await take()), ["delivery-finer-than-agreed"]);
  assert.equal((await roundOf(round)).deliveries[0]?.sent, null);
});

test("where the receiver has no address, the delivery is taken as a file", async () => {
  const { leila, agreed, prepare } = it;
  const round = await agreed("utan-adress");
  await prepare(round);
  const sending = await leila.request(`POST /api/deliveries/${round}/1/sending`);
  assert.deepEqual(await problemsOf(sending), ["receiver-without-address"]);
  const asked = await leila.request(`POST /api/deliveries/${round}/1/receipt`);
  assert.deepEqual(await problemsOf(asked), ["delivery-not-sent"]);
});

test("what there is not, and what is no number, is not found; what is wrongly asked is told", async () => {
  const { leila, agreed } = it;
  const round = await agreed("saknas");
  for (const path of [`${round}/1`, `${round}/0`, `${round}/x`, `${round}/1e3`, "ingen/1"]) {
    assert.equal((await leila.request(`GET /api/deliveries/${path}`)).status, 404, path);
    for (const verb of ["sending", "package", "receipt"]) {
      const response = await leila.request(`POST /api/deliveries/${path}/${verb}`);
      assert.equal(response.status, 404, `${path} ${verb}`);
    }
  }
  for (const verb of ["GET /api/deliveries/ingen/check", "POST /api/deliveries/ingen/withdrawal"]) {
    assert.equal((await leila.request(verb)).status, 404, verb);
  }
  for (const statedCases of [-1, 0.5, 1e9, "5", undefined]) {
    const route = `POST /api/deliveries/${round}/preparation`;
    assert.equal((await leila.request(route, { statedCases })).status, 400, String(statedCases));
  }
});

test("every step is in the log, and no case of anybody", async () => {
  const { begun, whole, gaping, agreed, check, prepare, takeFile } = it;
  const round = await agreed("logg");
  await check(round);
  await prepare(round);
  await takeFile(round, 1);
  const entries = await store.within(municipality, (tx) => tx.audit.list(0, 1000));
  const about = entries.filter(({ details }) => details.round === round);
  assert.deepEqual(about.map(({ action }) => action).reverse(), [
    "agreement.made",
    "delivery.checked",
    "delivery.prepared",
    "delivery.viewed",
    "delivery.taken-as-file",
  ]);
  const told = JSON.stringify(about);
  for (const code of [begun, whole, gaping]) assert.ok(!told.includes(code));
});
