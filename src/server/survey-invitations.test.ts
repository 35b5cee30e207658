import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore, tablesHolding } from "#store/testing";
import { hashSecret, isPin, parseWayIn } from "#survey";
import { readSurveyLanguages, surveyLanguageShelf } from "./survey-language-shelf.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { chosen, happy, keyIn } from "./testing/play-case.ts";
import type { CaseView, LogView, Refusal } from "./wire.ts";
import type { SurveyInvitationReceipt, WaitingSurvey } from "./wire-of-survey.ts";

const here = { municipality: "9001", unit: "here" };
const ownDevice = { mode: "own-device", language: "sv", isDeviceSafe: true };
const inTheRoom = { mode: "in-the-room", language: "sv" };

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let manager: SignedIn;
let coordinator: SignedIn;
let reviewer: SignedIn;

before(async () => {
  store = await openTestStore();
  const shipped = readSurveyLanguages();
  const drafts = shipped.filter(({ tag }) => tag === "sv").map((each) => ({ ...each, tag: "x-a" }));
  given = givenApp(store, { surveyLanguages: surveyLanguageShelf([...shipped, ...drafts]) });
  for (const unit of ["here", "there"]) await given.givenUnit("9001", unit);
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  manager = await given.givenPerson({ name: "Leila", role: "unitManager", municipality: "9001" });
  coordinator = await given.givenPerson({ name: "Kim", role: "coordinator", ...here });
  reviewer = await given.givenPerson({ name: "Lova", role: "logReviewer", municipality: "9001" });
});
after(() => store.close());

function routeOf(code: string): string {
  return `/api/cases/${code}/survey-invitations`;
}

async function invite(code: string, asked: object = ownDevice, by = anna) {
  const response = await by.request(`POST ${routeOf(code)}`, asked);
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as SurveyInvitationReceipt;
}

async function waiting(code: string, by = anna): Promise<WaitingSurvey["waiting"]> {
  const response = await by.request(`GET ${routeOf(code)}`);
  assert.equal(response.status, 200, await response.clone().text());
  return ((await response.json()) as WaitingSurvey).waiting;
}

async function refusedWith(response: Response): Promise<readonly [number, string | undefined]> {
  return [response.status, ((await response.json()) as Refusal).problems[0]?.code];
}

async function surveyOf(code: string): Promise<CaseView["survey"]> {
  return ((await (await anna.request(`GET /api/cases/${code}`)).json()) as CaseView).survey;
}

/** What the log says, oldest first. */
async function logged(): Promise<readonly string[]> {
  const { entries } = (await (await reviewer.request("GET /api/log")).json()) as LogView;
  return entries.map(({ by, action, details }) => `${by}: ${action} ${details}`).reverse();
}

/** Whether the store lets in whoever comes with this, a try that counts. */
async function letsIn(way: string, pin: string): Promise<boolean> {
  const parsed = parseWayIn(way);
  assert.ok(parsed, way);
  const { municipality, secret } = parsed;
  const knocked = await store.within(municipality, ({ surveyInvitations }) =>
    surveyInvitations.knock(hashSecret(secret), given.clock.now()),
  );
  return isPin(secret, pin, knocked?.pinHash);
}

test("a client is invited on her own device: a link or a code, and four digits, told once", async () => {
  const code = await anna.startCase("here");
  const receipt = await invite(code);
  assert.match(receipt.link, /^9001[\w-]{22}$/);
  assert.match(receipt.code ?? "", /^9001-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  assert.match(receipt.pin, /^\d{4}$/);
  assert.equal(receipt.language, "sv");
  assert.equal(receipt.expiresAt, "2026-11-02T08:30:00.000Z");
  assert.deepEqual(await surveyOf(code), {
    kind: "offered",
    on: "2026-11-02",
    mode: "own-device",
  });
  const { expiresAt } = receipt;
  assert.deepEqual(await waiting(code), { mode: "own-device", expiresAt, isOpened: false });
  for (const way of [receipt.link, receipt.code ?? ""]) {
    assert.ok(await letsIn(way, receipt.pin));
    const wrong = receipt.pin === "0000" ? "0001" : "0000";
    assert.equal(await letsIn(way, wrong), false);
  }
});

test("neither the database nor the log holds a link, a code or the digits", async () => {
  const code = await anna.startCase("here");
  const receipt = await invite(code);
  const secrets = [receipt.link, receipt.code ?? ""].flatMap((way) => [
    way,
    parseWayIn(way)?.secret ?? way,
  ]);
  for (const secret of [...secrets, `"${receipt.pin}"`, ` ${receipt.pin}`]) {
    assert.deepEqual(await tablesHolding(store, municipalityCode("9001"), secret), []);
  }
  assert.equal((await logged()).at(-1), 'Anna: survey.invited {"mode":"own-device"}');
});

test("in the room: the session ends with the invitation, and the screen keeps nothing of it", async () => {
  const code = await anna.startCase("here");
  const maria = await given.givenPerson({ name: "Maria", role: "caseWorker", ...here });
  await manager.request(`PUT /api/cases/${code}/assignee`, { assignee: maria.account });
  const response = await maria.request(`POST ${routeOf(code)}`, inTheRoom);
  assert.equal(response.status, 201, await response.clone().text());
  const receipt = (await response.json()) as SurveyInvitationReceipt;
  assert.equal(receipt.code, null);
  assert.ok(await letsIn(receipt.link, receipt.pin));
  assert.match(response.headers.get("Set-Cookie") ?? "", /^skillnad=;.*Max-Age=0/);
  assert.equal(response.headers.get("Clear-Site-Data"), '"cache", "storage"');
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  // Another tab, with the page still open.
  for (const route of ["GET /api/start", `GET /api/cases/${code}`, `DELETE ${routeOf(code)}`]) {
    assert.equal((await maria.request(route)).status, 401, route);
  }
  assert.deepEqual((await logged()).slice(-2), [
    'Maria: survey.invited {"mode":"in-the-room"}',
    "Maria: session.handed-over {}",
  ]);
  assert.equal((await anna.request("GET /api/start")).status, 200, "nobody else's session ended");
  assert.equal((await waiting(code, manager))?.mode, "in-the-room");
});

test("a refused invitation ends no session, closes nothing and is no step in the case", async () => {
  const code = await anna.startCase("here");
  const { link, pin } = await invite(code);
  const before = await surveyOf(code);
  for (const [asked, status, problem] of [
    [{ mode: "own-device", language: "sv" }, 422, "device-not-said-safe"],
    [{ ...ownDevice, isDeviceSafe: false }, 422, "device-not-said-safe"],
    [{ ...inTheRoom, language: "tlh" }, 422, "language-unknown"],
    [{ ...inTheRoom, language: "x-a" }, 422, "language-unknown"],
    [{ ...inTheRoom, mode: "paper" }, 400, "malformed-request"],
  ] as const) {
    const response = await anna.request(`POST ${routeOf(code)}`, asked);
    assert.deepEqual(await refusedWith(response), [status, problem], JSON.stringify(asked));
    assert.equal(response.headers.get("Set-Cookie"), null);
  }
  assert.deepEqual(await surveyOf(code), before);
  assert.ok(await letsIn(link, pin));
});

test("a language that somebody has approved may be chosen, as long as she stands by it", async () => {
  const code = await anna.startCase("here");
  const route = "/api/survey-languages/x-a/approval";
  const told = await anna.request("GET /api/survey-languages");
  const { languages } = (await told.json()) as { languages: { tag: string; textHash: string }[] };
  const textHash = languages.find(({ tag }) => tag === "x-a")?.textHash;
  assert.equal((await manager.request(`PUT ${route}`, { textHash })).status, 200);
  await invite(code, { ...ownDevice, language: "x-a" });
  assert.equal((await manager.request(`DELETE ${route}`)).status, 200);
  const response = await anna.request(`POST ${routeOf(code)}`, { ...ownDevice, language: "x-a" });
  assert.deepEqual(await refusedWith(response), [422, "language-unknown"]);
});

test("the same request once more, its answer lost: a new invitation, and the first is worth nothing", async () => {
  const code = await anna.startCase("here");
  const key = "once-and-again";
  const [first, again] = await Promise.all(
    [1, 2].map(async () => {
      const response = await anna.request(`POST ${routeOf(code)}`, ownDevice, key);
      return (await response.json()) as SurveyInvitationReceipt;
    }),
  );
  assert.ok(first && again);
  const open = [await letsIn(first.link, first.pin), await letsIn(again.link, again.pin)];
  assert.deepEqual(open.toSorted(), [false, true]);
  const told = await (await anna.request(`GET /api/cases/${code}/history`)).text();
  assert.equal(told.match(/own-device/g)?.length, 1, "one step in the case");
});

test("the worker takes an invitation back: the case stays offered, and it is logged once", async () => {
  const code = await anna.startCase("here");
  const { link, pin } = await invite(code);
  for (const _ of [1, 2]) {
    assert.equal((await anna.request(`DELETE ${routeOf(code)}`)).status, 204);
  }
  assert.equal(await waiting(code), null);
  assert.equal(await letsIn(link, pin), false);
  assert.equal((await surveyOf(code)).kind, "offered");
  const withdrawn = (await logged()).slice(-3).filter((line) => line.includes("survey.withdrawn"));
  assert.deepEqual(withdrawn, ["Anna: survey.withdrawn {}"]);
});

test("what waited is closed when she has said no, has answered on paper, or the case is voided", async () => {
  const declined = { survey: { kind: "declined", on: "2026-11-02" } };
  const ways: readonly ((code: string) => Promise<unknown>)[] = [
    (code) => anna.request(`PUT /api/cases/${code}/survey`, declined),
    (code) => keyIn(code, { worker: anna, coordinator }, happy),
    (code) =>
      manager.request(`POST /api/cases/${code}/voiding`, { reason: "Registrerat två gånger." }),
  ];
  for (const close of ways) {
    const code = await anna.startCase("here");
    const { link, pin } = await invite(code);
    await close(code);
    assert.equal(await letsIn(link, pin), false, String(close));
  }
});

test("a refused change of the survey closes nothing", async () => {
  const code = await anna.startCase("here");
  const { link, pin } = await invite(code);
  const survey = { kind: "declined", on: "2031-01-01" };
  assert.equal((await anna.request(`PUT /api/cases/${code}/survey`, { survey })).status, 422);
  assert.ok(await letsIn(link, pin));
});

test("a case that has changed hands: it waits for the client as before, and is seen by those who may", async () => {
  const moved = await anna.startCase("here");
  const transferred = await invite(moved);
  const reason = "Personen har flyttat.";
  const sent = await manager.request(`PUT /api/cases/${moved}/unit`, { unit: "there", reason });
  assert.equal(sent.status, 200, await sent.text());
  const secret = await anna.startCase("here");
  const restricted = await invite(secret);
  const berit = await given.givenPerson({ name: "Berit", role: "caseWorker", ...here });
  await manager.request(`PUT /api/cases/${secret}/assignee`, { assignee: berit.account });
  const readers = { readers: [berit.account, manager.account], seen: null };
  const named = await manager.request(`PUT /api/cases/${secret}/readers`, readers);
  assert.equal(named.status, 200, await named.text());
  for (const [code, { link, pin }] of [
    [moved, transferred],
    [secret, restricted],
  ] as const) {
    assert.ok(await letsIn(link, pin));
    assert.equal((await waiting(code, manager))?.mode, "own-device");
    for (const route of [`GET ${routeOf(code)}`, `DELETE ${routeOf(code)}`]) {
      assert.equal((await anna.request(route)).status, 404, route);
    }
  }
});

test("nobody is invited to what she has answered", async () => {
  const code = await anna.startCase("here");
  await keyIn(code, { worker: anna, coordinator }, { ...happy, V26: chosen(2) });
  const response = await anna.request(`POST ${routeOf(code)}`, inTheRoom);
  assert.deepEqual(await refusedWith(response), [409, "survey-already-answered"]);
  assert.equal((await anna.request("GET /api/start")).status, 200);
});

test("a day after it ended, an invitation's row goes with the next one", async () => {
  const code = await anna.startCase("here");
  await invite(code);
  const inAll = () => tablesHolding(store, municipalityCode("9001"), "link_hash");
  assert.deepEqual(await inAll(), ["survey_invitations"]);
  given.clock.set("2026-11-03T08:31:00Z");
  const berit = await given.givenPerson({ name: "Berit", role: "caseWorker", ...here });
  const next = await berit.startCase("here");
  const { link } = await invite(next, ownDevice, berit);
  await store.within(municipalityCode("9001"), async ({ surveyInvitations }) => {
    assert.ok(await surveyInvitations.knock(hashSecret(link.slice(4)), given.clock.now()));
    await surveyInvitations.removeBefore(given.clock.now());
  });
  const left = await tablesHolding(store, municipalityCode("9001"), '"expires_at": "2026-11-02');
  assert.ok(!left.includes("survey_invitations"), left.join());
  given.clock.set("2026-11-02T08:00:00Z");
});
