import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { policy, type Role, type RouteKey, roles } from "#access";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseList, NoticeList, StartView } from "./wire.ts";
import type { Caseloads } from "./wire-of-units.ts";

/** A restricted case exists for its readers alone: asked over every route there is. */
let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let chief: SignedIn;
let secret: string;
/** Hold every role, in the whole municipality or in the units that own and share the case. */
const others = new Map<string, SignedIn>();

const municipality = "9001";
const forUnits: readonly Role[] = ["caseWorker", "unitManager", "coordinator"];
const unknown = "M-2345-6";
const reason = "Anna är sjuk.";

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of ["here", "there"]) await given.givenUnit(municipality, unit);
  const here = { municipality, unit: "here" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  chief = await given.givenPerson({ name: "Chefen", role: "unitManager", ...here });
  for (const role of roles) {
    for (const unit of forUnits.includes(role) ? [undefined, "here", "there"] : [undefined]) {
      const name = `${role} ${unit ?? "everywhere"}`;
      const where = unit === undefined ? {} : { unit };
      others.set(name, await given.givenPerson({ name, municipality, role, ...where }));
    }
  }
  secret = await anna.startCase("here");
  await ask(anna, `PUT /api/cases/${secret}/share`, { share: { unit: "there", assignee: null } });
  const survey = { kind: "offered", on: "2026-10-01" };
  await ask(anna, `PUT /api/cases/${secret}/survey`, { survey });
  // They have opened it before it was restricted: a reason given holds no longer.
  for (const [name, person] of others) {
    if (!name.startsWith("caseWorker")) continue;
    await ask(person, `POST /api/cases/${secret}/access-reasons`, { reason }, 201);
  }
});
after(() => store.close());

async function ask(person: SignedIn, route: string, body?: unknown, status = 200): Promise<string> {
  const response = await person.request(route, body);
  const text = await response.text();
  assert.equal(response.status, status, `${route}: ${text}`);
  return text;
}

/** Everything that comes back but the code that was asked for. */
async function bytes(person: SignedIn, route: string, code: string): Promise<string> {
  const body = route.startsWith("GET") || route.startsWith("DELETE") ? undefined : {};
  const response = await person.request(addressed(route, code), body);
  return JSON.stringify([response.status, [...response.headers].sort(), await response.text()]);
}

function addressed(route: string, code: string): string {
  return route
    .replace(":code", code)
    .replace(":unit", "here")
    .replace(":phase", "background")
    .replace(/:\w+/g, "x");
}

const routes = Object.keys(policy) as RouteKey[];

test("before it is restricted, those routes know the case: so the next test can fail", async () => {
  const colleague = others.get("caseWorker here") as SignedIn;
  const route = "GET /api/cases/:code";
  assert.notEqual(await bytes(colleague, route, secret), await bytes(colleague, route, unknown));
  const manager = others.get("unitManager here") as SignedIn;
  const notices = JSON.parse(await ask(manager, "GET /api/notices")) as NoticeList;
  assert.ok(notices.notices.some(({ caseCode }) => caseCode === secret));
});

test("to all but its readers, every route that takes a code answers as for a code of no case", async () => {
  const readers = [anna.account, chief.account];
  await ask(chief, `PUT /api/cases/${secret}/readers`, { readers, seen: null });
  const withCode = routes.filter((route) => route.includes(":code"));
  assert.ok(withCode.length > 20);
  for (const route of withCode) {
    const unheardOf = await bytes(others.get("caseWorker here") as SignedIn, route, unknown);
    for (const [name, person] of others) {
      assert.equal(await bytes(person, route, secret), unheardOf, `${route} as ${name}`);
    }
  }
});

test("no list, hint, queue or notice names it to anybody else", async () => {
  // The log tells its reviewer of every opening, and of every try; it holds nothing of the case itself.
  const reading = routes.filter(
    (route) =>
      route.startsWith("GET /api/") && !route.includes(":code") && route !== "GET /api/log",
  );
  for (const route of reading) {
    const query = route === "GET /api/cases" ? "?state=all" : "";
    for (const [name, person] of others) {
      const response = await person.request(`${addressed(route, "")}${query}`);
      const text = await response.text();
      assert.notEqual(response.status, 500, route);
      assert.ok(!text.includes(secret), `${route} as ${name}`);
    }
  }
});

test("totals leave it out for others and count it for its readers", async () => {
  await anna.startCase("here");
  const total = async (person: SignedIn, query: string) =>
    (JSON.parse(await ask(person, `GET /api/cases${query}`)) as CaseList).total;
  const outsider = others.get("unitManager here") as SignedIn;
  for (const query of ["", "?state=all"]) {
    assert.equal(await total(chief, query), (await total(outsider, query)) + 1);
  }
  assert.equal(await total(chief, `?text=${secret}`), 1);
  assert.equal(await total(outsider, `?text=${secret}`), 0);
  const openCases = async (person: SignedIn) => {
    const loads = JSON.parse(await ask(person, "GET /api/units/here/caseloads")) as Caseloads;
    return loads.people.find(({ account }) => account === anna.account)?.openCases ?? 0;
  };
  assert.equal(await openCases(chief), (await openCases(outsider)) + 1);
});

test("its readers go on as before, each as far as her role goes", async () => {
  for (const route of ["", "/history", "/circle"]) {
    for (const person of [anna, chief]) await ask(person, `GET /api/cases/${secret}${route}`);
  }
  const start = JSON.parse(await ask(anna, "GET /api/start")) as StartView;
  assert.ok(start.todo.some(({ caseCode }) => caseCode === secret));
  const notices = JSON.parse(await ask(chief, "GET /api/notices")) as NoticeList;
  assert.ok(notices.notices.some(({ caseCode }) => caseCode === secret));
});

test("a coordinator keys in its survey only when she is one of the readers", async () => {
  const coordinator = others.get("coordinator here") as SignedIn;
  const listed = async () => (await ask(coordinator, "GET /api/start")).includes(secret);
  const keyIn = { answeredOn: "2026-10-02", answers: {} };
  await ask(coordinator, `POST /api/survey-answers/${secret}`, keyIn, 404);
  assert.equal(await listed(), false);
  const readers = [anna.account, chief.account, coordinator.account];
  const seen = [anna.account, chief.account];
  await ask(chief, `PUT /api/cases/${secret}/readers`, { readers, seen });
  assert.equal(await listed(), true);
  // She comes as far as to the questions that still lack an answer.
  await ask(coordinator, `POST /api/survey-answers/${secret}`, keyIn, 422);
  await ask(coordinator, `GET /api/cases/${secret}`, undefined, 404);
});

test("a start that is repeated under its key opens nothing that has been taken away since", async () => {
  const key = "start-once-again";
  const body = { startedOn: "2026-10-01", unit: "here" };
  const started = await anna.request("POST /api/cases", body, key);
  const { code } = (await started.json()) as { readonly code: string };
  const berit = await given.givenPerson({
    name: "Berit",
    municipality: "9001",
    role: "caseWorker",
    unit: "here",
  });
  await ask(chief, `PUT /api/cases/${code}/assignee`, { assignee: berit.account });
  const readers = [berit.account, chief.account];
  await ask(chief, `PUT /api/cases/${code}/readers`, { readers, seen: null });
  const again = await anna.request("POST /api/cases", body, key);
  assert.equal(again.status, 404);
  assert.equal(await again.text(), await ask(anna, `GET /api/cases/${unknown}`, undefined, 404));
});
