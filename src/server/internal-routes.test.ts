import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { policy, type Role, type RouteKey, roles } from "#access";
import { municipalityCode, unitId } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import type { UnitExplorationBook } from "./exploration/unit-exploration-book.ts";
import type { UnitMeetingBook } from "./screening/unit-meeting-book.ts";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { givenClosing, givenMeetings } from "./testing/given-closed-campaign.ts";
import { givenRelease } from "./testing/given-release.ts";
import { playCase } from "./testing/play-case.ts";
import type { UnitFigureBook } from "./unit-figure-book.ts";
import type { UnitResultBook } from "./unit-result-book.ts";

/** Every route that shows a unit's exact figures, found by asking all of them as everybody. */
const source = join(import.meta.dirname, "..");
const unit = "frid";
const municipality = "9001";

let store: TestStore;
let given: GivenApp;
const people = new Map<Role, SignedIn>();
let code: string;
/** How often anybody has been admitted to exact figures. */
let admissions = 0;

before(async () => {
  store = await openTestStore();
  const { figures, results, exploration, meetings } = givenApp(store).services;
  const watched: UnitFigureBook = {
    async of(viewing, at) {
      admissions++;
      return figures.of(viewing, at);
    },
    async table(viewing, at, id) {
      admissions++;
      return figures.table(viewing, at, id);
    },
  };
  const watchedResults: UnitResultBook = {
    async of(viewing, at, asked) {
      admissions++;
      return results.of(viewing, at, asked);
    },
  };
  const watchedExploration: UnitExplorationBook = {
    ...exploration,
    async ask(viewing, at, asked) {
      admissions++;
      return exploration.ask(viewing, at, asked);
    },
  };
  const watchedMeetings: UnitMeetingBook = {
    async of(viewing, campaign) {
      admissions++;
      return meetings.of(viewing, campaign);
    },
  };
  given = givenApp(store, {
    kind: "demo",
    release: givenRelease(municipality),
    figures: watched,
    results: watchedResults,
    exploration: watchedExploration,
    meetings: watchedMeetings,
  });
  await given.givenUnit(municipality, unit);
  for (const role of roles) {
    people.set(role, await given.givenPerson({ name: role, role, municipality, unit }));
  }
  code = await playCase(personOf("caseWorker"), unit);
  const leader = personOf("coordinator");
  await leader.request(`POST /api/units/${unit}/sessions`, { name: "Stugan" });
  const own = municipalityCode(municipality);
  const campaign = await givenMeetings(store, {
    ...{ municipality: own, id: "V01", by: leader.account },
    meetings: [{ unit: unitId(unit), combination: "F04=1;F06=3", count: 40 }],
  });
  await givenClosing(store, own, campaign);
});
after(() => store.close());

function personOf(role: Role): SignedIn {
  return people.get(role) ?? assert.fail(role);
}

/** Ending the session would end the test. */
const routes = (Object.keys(policy) as RouteKey[]).filter(
  (route) => route !== "DELETE /api/session" && route !== "POST /api/session",
);

function addressed(route: RouteKey): string {
  return route
    .replace(":code", code)
    .replace(":unit", unit)
    .replace(":id", "su-kvinnofrid-2021")
    .replace(/:\w+/g, "V01")
    .replace("/*", "/figurer");
}

type Shown = { readonly route: RouteKey; readonly role: Role; readonly response: Response };

/** What holds an exact figure, or was made after somebody was admitted to one. */
async function shownInternal(): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  for (const route of routes) {
    for (const [role, person] of people) {
      const before = admissions;
      const body = /^(?:GET|DELETE)/.test(route) ? undefined : {};
      const response = await person.request(addressed(route), body);
      const isExact = (await response.clone().text()).includes('"lane":"internal"');
      if (isExact) assert.ok(admissions > before, `${route} shows figures that nobody was let to`);
      if (isExact || admissions > before) found.push({ route, role, response });
    }
  }
  return found;
}

async function views(): Promise<number> {
  return store.within(municipalityCode(municipality), async (tx) => {
    const entries = await tx.audit.list(0, 100_000);
    return entries.filter(({ action }) => action === "figures.viewed").length;
  });
}

test("exact figures are shown by these routes, to these roles, and by no other", async () => {
  const told = Map.groupBy(await shownInternal(), ({ route }) => route);
  assert.deepEqual(
    [...told].map(([route, shown]) => [route, shown.map(({ role }) => role)]),
    [
      ["GET /api/start", ["caseWorker", "unitManager"]],
      ["GET /api/units/:unit/figures", ["caseWorker", "unitManager"]],
      ["GET /api/units/:unit/results", ["caseWorker", "unitManager"]],
      ["GET /api/units/:unit/comparison", ["caseWorker", "unitManager"]],
      ["GET /api/units/:unit/exploration", ["caseWorker", "unitManager"]],
      ["GET /api/units/:unit/campaigns/:campaign/results", ["caseWorker", "unitManager"]],
    ],
  );
});

test("each of them asks for a session, is kept by no browser, and is in the log without a number", async () => {
  const before = await views();
  const shown = await shownInternal();
  assert.ok(shown.length > 0);
  for (const { route, response } of shown) {
    assert.equal(response.headers.get("Cache-Control"), "no-store", route);
    assert.notEqual(policy[route].scope, "anyone", route);
    const [method = "", path = ""] = addressed(route).split(" ");
    const stranger = await send(given.app, method, path, { "Idempotency-Key": "k".repeat(8) });
    assert.equal(stranger.status, 401, route);
  }
  assert.equal((await views()) - before, shown.length);
  const entries = await store.within(municipalityCode(municipality), (tx) =>
    tx.audit.list(0, 100_000),
  );
  for (const { action, details, account } of entries) {
    if (action !== "figures.viewed") continue;
    const { asked = [], campaign = "V01", ...others } = details;
    assert.equal(campaign, "V01");
    assert.deepEqual(Object.keys(others).sort(), ["codebook", "unit"]);
    // By the codebook's names.
    for (const name of asked as readonly string[]) assert.match(name, /^[A-Za-z]\S*( [A-Z]\S*)?$/);
    assert.ok(account !== null);
  }
});

function sourcesIn(room: string): readonly { readonly path: string; readonly text: string }[] {
  return globSync("**/*.{ts,tsx}", { cwd: join(source, room) })
    .filter((path) => !/\.test\.|testing\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(source, room, path), "utf8") }));
}

test("nobody is let to exact figures past the book that logs it", () => {
  for (const room of ["server", "report", "compilation", "cli"]) {
    const admitting = sourcesIn(room).filter(({ text }) => /\badmitInternal\(/.test(text));
    assert.deepEqual(
      admitting.map(({ path }) => path),
      room === "server"
        ? [
            ...["unit-figure-book.ts", "unit-result-book.ts"],
            ...["screening/unit-meeting-book.ts", "exploration/unit-exploration-book.ts"],
          ]
        : [],
    );
  }
});

test("whatever draws them says that they may not be spread", () => {
  const drawing = sourcesIn("web").filter(
    ({ path, text }) =>
      path.endsWith(".tsx") && /\bUnitFigures\b|\buseUnitBeside\b|\buseUnitComparison\b/.test(text),
  );
  assert.ok(drawing.length >= 2);
  for (const { path, text } of drawing) {
    const isMarked = /[Ff]år (?:ej|inte) spridas|<(?:UnitPicture|BesideChoice)\b/.test(text);
    assert.ok(isMarked, `${path} shows a unit's exact figures without saying what they are`);
  }
});
