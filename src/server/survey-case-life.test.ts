import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, unitId } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import {
  type ClientBrowser,
  type ClientPage,
  clientBrowser,
  givenClient,
  type InvitedClient,
} from "./testing/given-client.ts";
import type { CaseHistory, CaseView } from "./wire.ts";

/** What becomes of a case while its client sits with the survey in front of her. */
const here = municipalityCode("9001");

let store: TestStore;
let given: GivenApp;
let client: ClientBrowser;
let anna: SignedIn;
let berit: SignedIn;
let manager: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  client = clientBrowser(given.app);
  for (const unit of ["here", "there"]) await given.givenUnit("9001", unit);
  const worker = { municipality: "9001", role: "caseWorker", unit: "here" } as const;
  anna = await given.givenPerson({ name: "Anna", ...worker });
  berit = await given.givenPerson({ name: "Berit", ...worker });
  manager = await given.givenPerson({ name: "Leila", role: "unitManager", municipality: "9001" });
});
after(() => store.close());

/** A client who has come in and has every question before her. */
async function answering(): Promise<InvitedClient & { readonly page: ClientPage }> {
  const invited = await givenClient(given, anna, { unit: "here" });
  const page = await client.press(await client.open(invited.link, invited.pin), "alla");
  return { ...invited, page };
}

async function manage(code: string, route: string, body: object): Promise<void> {
  const [method = "", path = ""] = route.split(" ");
  const response = await manager.request(`${method} /api/cases/${code}/${path}`, body);
  assert.equal(response.status, 200, await response.text());
}

async function send(page: ClientPage): Promise<"received" | "not received"> {
  const told = await client.press(page, "skicka", ["V26", "1"]);
  if (told.status === 303) return "received";
  assert.match(told.html, /kunde inte tas emot/);
  return "not received";
}

/** The units in which the case's answers are counted. */
async function countedIn(code: string): Promise<readonly string[]> {
  return store.within(here, async (tx) => {
    const record = await tx.cases.find(code);
    const found: string[] = [];
    for (const unit of ["here", "there"].map(unitId)) {
      const all = await tx.surveyAnswers.forCounting(unit, [record?.codebook ?? ""]);
      if (all.some(({ caseId }) => caseId === record?.id)) found.push(unit);
    }
    return found;
  });
}

test("moved to another unit meanwhile: received, and counted where the case is", async () => {
  const { code, page } = await answering();
  await manage(code, "PUT unit", { unit: "there", reason: "Personen har flyttat." });
  assert.equal(await send(page), "received");
  assert.deepEqual(await countedIn(code), ["there"]);
});

test("handed to another worker and read by few meanwhile: received, and nobody else sees that", async () => {
  const { code, page } = await answering();
  await manage(code, "PUT assignee", { assignee: berit.account });
  await manage(code, "PUT readers", { readers: [berit.account, manager.account], seen: null });
  assert.equal(await send(page), "received");
  assert.deepEqual(await countedIn(code), ["here"]);
  assert.equal((await anna.request(`GET /api/cases/${code}`)).status, 404);
  const view = (await (await berit.request(`GET /api/cases/${code}`)).json()) as CaseView;
  assert.equal(view.survey.kind, "answered");
});

test("voided meanwhile: nothing is received, also when the case is restored; a new invitation is", async () => {
  const { code, link, pin, page } = await answering();
  await manage(code, "POST voiding", { reason: "Registrerat två gånger." });
  assert.equal(await send(page), "not received");
  await manage(code, "POST restoring", { reason: "Det var inte samma person." });
  assert.equal(await send(page), "not received");
  assert.doesNotMatch((await client.open(link, pin)).html, /nyckel/);
  assert.deepEqual(await countedIn(code), []);

  const again = await givenClient(given, anna, { unit: "here", code });
  const opened = await client.press(await client.open(again.link, again.pin), "alla");
  assert.equal(await send(opened), "received");
  assert.deepEqual(await countedIn(code), ["here"]);
});

test("taken back, or registered as a no, while she answers: nothing is received", async () => {
  const survey = { kind: "declined", on: "2026-11-02" };
  const ends = [
    (code: string) => anna.request(`DELETE /api/cases/${code}/survey-invitations`),
    (code: string) => anna.request(`PUT /api/cases/${code}/survey`, { survey }),
  ];
  for (const end of ends) {
    const { code, page } = await answering();
    assert.ok((await end(code)).ok);
    assert.equal(await send(page), "not received");
    assert.deepEqual(await countedIn(code), []);
  }
});

test("invited by somebody who has left since: received all the same", async () => {
  const { code, page } = await answering();
  await manage(code, "PUT assignee", { assignee: berit.account });
  await store.within(here, (tx) => tx.accounts.setDisabled(anna.account, given.clock.now()));
  assert.equal(await send(page), "received");
  assert.deepEqual(await countedIn(code), ["here"]);
});

test("an answer that comes is one step in the case, and tells nothing of what", async () => {
  const maria = await given.givenPerson({
    name: "Maria",
    municipality: "9001",
    role: "caseWorker",
    unit: "here",
  });
  const { code, link, pin } = await givenClient(given, maria, { unit: "here" });
  const page = await client.press(await client.open(link, pin), "alla");
  assert.equal(await send(page), "received");
  assert.equal(await send(page), "received", "once more, as after a lost answer");
  for (const route of ["", "/history"]) {
    const told = await (await maria.request(`GET /api/cases/${code}${route}`)).text();
    assert.doesNotMatch(told, /V26/);
  }
  const history = await maria.request(`GET /api/cases/${code}/history`);
  const { revisions } = (await history.json()) as CaseHistory;
  const steps = revisions.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  assert.deepEqual(steps, ["case-started", "survey-changed", "survey-changed"]);
});
