import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { Refusal } from "./wire.ts";
import type { UnitGuidance } from "./wire-of-units.ts";

let store: TestStore;
let given: GivenApp;
let worker: SignedIn;
let coordinator: SignedIn;

const route = "/api/units/familjefrid/guidance";

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of ["familjefrid", "boendet"]) await given.givenUnit("9001", unit);
  const here = { municipality: "9001", unit: "familjefrid" };
  worker = await given.givenPerson({ name: "Anna Ek", role: "caseWorker", ...here });
  coordinator = await given.givenPerson({ name: "Leila Aho", role: "coordinator", ...here });
});
after(() => store.close());

async function write(text: string, concept = "violenceSeverity") {
  return coordinator.request(`PUT ${route}/${concept}`, { guidance: text });
}

async function read(): Promise<UnitGuidance["guidance"]> {
  const response = await worker.request(`GET ${route}`);
  assert.equal(response.status, 200);
  return ((await response.json()) as UnitGuidance).guidance;
}

async function refusals(response: Response): Promise<readonly string[]> {
  const { problems } = (await response.json()) as Refusal;
  return problems.map(({ code, at }) => (at ? `${code} ${at}` : code));
}

test("what the coordinator writes is read by those who register, with her name and the time", async () => {
  assert.deepEqual(await read(), []);
  const answer = await write("  Strypning är alltid mycket grovt.\n\nFråga om sömn. ");
  const [written] = await read();
  assert.deepEqual(written, {
    concept: "violenceSeverity",
    text: "Strypning är alltid mycket grovt.\n\nFråga om sömn.",
    by: "Leila Aho",
    at: given.clock.now(),
  });
  assert.deepEqual(((await answer.json()) as UnitGuidance).guidance, [written]);
});

test("it can be written anew, and an empty text takes it away", async () => {
  await write("Vi räknar strypning som mycket grovt.");
  assert.equal((await read())[0]?.text, "Vi räknar strypning som mycket grovt.");
  await write("   ");
  assert.deepEqual(await read(), []);
});

test("what is too long, or holds a personnummer, is refused and changes nothing", async () => {
  await write("Så här gör vi.");
  assert.deepEqual(await refusals(await write("x".repeat(1001))), ["text-too-long guidance"]);
  // The thirtieth of February: nobody was ever born then, and the check digit fits.
  const lookalike = ["990230", "0004"].join("-");
  assert.deepEqual(await refusals(await write(`Som i ${lookalike}`)), [
    "looks-like-personnummer guidance",
  ]);
  assert.deepEqual(
    (await read()).map(({ text }) => text),
    ["Så här gör vi."],
  );
});

test("who only registers does not write, and another unit is not there at all", async () => {
  const body = { guidance: "Hej på er" };
  assert.equal((await worker.request(`PUT ${route}/sex`, body)).status, 404);
  const elsewhere = "/api/units/boendet/guidance";
  assert.equal((await coordinator.request(`PUT ${elsewhere}/sex`, body)).status, 404);
  assert.equal((await worker.request(`GET ${elsewhere}`)).status, 404);
  assert.equal((await coordinator.request(`PUT ${route}/Not%20a%20concept`, body)).status, 404);
});

test("every change is in the log, without the words", async () => {
  await write("Hemliga ord om oss");
  await write("");
  const reviewer = await given.givenPerson({
    name: "Lo",
    municipality: "9001",
    role: "logReviewer",
  });
  const log = await (await reviewer.request("GET /api/log")).text();
  assert.match(log, /guidance\.written/);
  assert.match(log, /guidance\.removed/);
  assert.ok(!log.includes("Hemliga ord"));
});
