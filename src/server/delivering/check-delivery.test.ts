import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenDeliverer, givenDeliverer } from "../testing/given-deliverer.ts";
import { bodyOf, problemsOf } from "../testing/given-team.ts";
import { answerAll, chosen } from "../testing/play-case.ts";

let store: TestStore;
let it: GivenDeliverer;

before(async () => {
  store = await openTestStore();
  it = await givenDeliverer(store);
});
after(() => store.close());

test("what is missing is told by question and case, by the rules of the quality page", async () => {
  const { begun, whole, gaping, agreed, check } = it;
  const view = await check(await agreed("kontroll"));
  assert.equal(view.cases, 3);
  assert.deepEqual([view.stops, view.more], [[], 0]);
  const mine = view.remarks.filter(({ code }) => code === gaping);
  assert.ok(mine.some(({ place }) => place?.phase === "background" && place.variable === "V01"));
  assert.ok(mine.every(({ unit, sentence }) => unit === "here" && /saknas\.$/.test(sentence)));
  assert.ok(!view.remarks.some(({ code }) => code === begun || code === whole));
});

test("what the receiver would refuse stops: it is found in its case, and told without its answer", async () => {
  const { anna, leila, chief, agreed, check, roundOf, spoiled } = it;
  const round = await agreed("fel");
  const code = await anna.startCase("here");
  await spoiled("V01", 55, code);
  const view = await check(round);
  assert.deepEqual(view.stops, [
    {
      code,
      unit: "here",
      place: { phase: "background", variable: "V01" },
      sentence: view.stops[0]?.sentence,
    },
  ]);
  assert.match(view.stops[0]?.sentence ?? "", /: svaret finns inte i omgångens kodbok/);
  assert.doesNotMatch(JSON.stringify(view.stops), /55/);
  const route = `POST /api/deliveries/${round}/preparation`;
  const refused = await leila.request(route, { statedCases: null });
  assert.equal(refused.status, 422);
  assert.deepEqual(await problemsOf(refused), ["delivery-stopped"]);
  assert.deepEqual((await roundOf(round)).deliveries, []);

  // Where counts alone leave, no table says whose answer it is: the rows do.
  const counts = await check(await agreed("fel-antal", { level: "counts" }));
  assert.deepEqual(counts.stops, view.stops);
  await chief.request(`POST /api/cases/${code}/voiding`, { reason: "Registrerat två gånger." });
  assert.deepEqual((await check(round)).stops, []);
});

test("a case with named readers is counted, and named to none but them; so are other units' cases", async () => {
  const { anna, samir, chief, gaping, agreed, check, spoiled } = it;
  const round = await agreed("skyddad");
  const code = await anna.startCase("here");
  await answerAll(anna, code, { V10: chosen(2) });
  const readers = { readers: [anna.account, chief.account], seen: null };
  await bodyOf(await chief.request(`PUT /api/cases/${code}/readers`, readers));
  await spoiled("V01", 55, code);
  const told = await check(round);
  assert.equal(told.cases, 4);
  assert.ok(!JSON.stringify(told).includes(code));
  assert.deepEqual(
    told.stops.map((stop) => [stop.code, stop.unit, stop.place]),
    [[null, null, null]],
  );
  assert.match(told.stops[0]?.sentence ?? "", /^Ett ärende som du inte kan öppna/);
  const known = await check(round, chief);
  assert.deepEqual([known.stops[0]?.code, known.cases], [code, 4]);

  const elsewhere = await check(round, samir);
  assert.equal(elsewhere.cases, 4);
  for (const hidden of [code, gaping]) assert.ok(!JSON.stringify(elsewhere).includes(hidden));
  await chief.request(`POST /api/cases/${code}/voiding`, { reason: "Registrerat två gånger." });
});

test("a case under another codebook stays out and is told; fewer stated than there are, too", async () => {
  const { begun, whole, gaping, agreed, check, prepare } = it;
  const round = await agreed("kodbok", {
    codebook: { id: "su-kvinnofrid-2019", version: older() },
  });
  const view = await check(round);
  assert.equal(view.cases, 0);
  const others = view.remarks.filter(({ code }) => code !== null);
  assert.deepEqual(others.map(({ code }) => code).sort(), [begun, whole, gaping].sort());
  assert.ok(others.every(({ sentence }) => sentence.includes("en annan kodbok")));
  assert.match(view.remarks[0]?.sentence ?? "", /^Inget ärende/);

  const stated = await agreed("uppgivet");
  await prepare(stated, 1);
  assert.match((await check(stated)).remarks[0]?.sentence ?? "", /1 ärenden .* 3 skulle/);
});

function older(): string {
  return it.given.services.codebooks.get("su-kvinnofrid-2019")?.version ?? assert.fail("no 2019");
}
