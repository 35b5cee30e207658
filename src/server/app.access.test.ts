import assert from "node:assert/strict";
import { after, before, type TestContext, test } from "node:test";
import { policy, type Role, type RouteKey, roles } from "#access";
import { type HalfYear, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { campaignOf, givenCampaign, meetingOf } from "./testing/given-campaign.ts";
import { agreeTo, anInvitation, decided } from "./testing/given-invitation.ts";
import { givenLocalRelease } from "./testing/given-local-release.ts";
import { givenRelease } from "./testing/given-release.ts";
import { roundFields } from "./testing/given-round.ts";

/**
 * Every route × every role × every place a case or unit can lie in, asked over the real app and store.
 * What each may do is written down in `app.access.test.matrix`, which people review.
 */
const places = ["own", "colleague's", "other unit", "other municipality"] as const;
type Place = (typeof places)[number];
type Answer = "yes" | "reason" | "sign in" | "no";

let store: TestStore;
let given: GivenApp;
const people = new Map<Role, SignedIn>();
/** Whose account the routes about people name. */
let colleague: string;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo", release: givenRelease("9001") });
  for (const [municipality, unit] of [
    ["9001", "here"],
    ["9001", "there"],
    ["9002", "elsewhere"],
  ] as const) {
    await given.givenUnit(municipality, unit);
  }
  for (const role of roles) {
    const isForUnit = ["caseWorker", "unitManager", "coordinator"].includes(role);
    const where = { municipality: "9001", ...(isForUnit ? { unit: "here" } : {}) };
    people.set(role, await given.givenPerson({ name: role, role, ...where }));
  }
  const somebody = { name: "Somebody", role: "caseWorker", unit: "here" } as const;
  colleague = (await given.givenPerson({ ...somebody, municipality: "9001" })).account;
  await openSessions();
  const leader = people.get("coordinator") as SignedIn;
  await givenCampaign(leader, campaign, ["here"]);
  const frozen = "2025-H1" as HalfYear;
  await givenLocalRelease(store, municipalityCode("9001"), frozen, leader.account);
  await openRound(people.get("nationalAnalyst") as SignedIn);
  await agreeToRound(people.get("coordinator") as SignedIn);
});
after(async () => {
  await store.close();
});

/** A new case for every question, so that no answer depends on the one before. */
async function caseIn(place: Place, actor: SignedIn, role: Role): Promise<string> {
  const [municipality, unit] = {
    own: ["9001", "here"],
    "colleague's": ["9001", "here"],
    "other unit": ["9001", "there"],
    "other municipality": ["9002", "elsewhere"],
  }[place] as [string, string];
  if (place === "own" && role === "caseWorker") return actor.startCase(unit);
  let worker = colleagues.get(unit);
  if (!worker) {
    worker = await given.givenPerson({ name: "Berit", municipality, role: "caseWorker", unit });
    colleagues.set(unit, worker);
  }
  return worker.startCase(unit);
}
const colleagues = new Map<string, SignedIn>();

/** A registration session in every unit, which is what a place is for them. */
const sessions = new Map<Place, string>();

async function openSessions(): Promise<void> {
  for (const place of places) {
    const municipality = place === "other municipality" ? "9002" : "9001";
    const unit = place === "other municipality" ? "elsewhere" : unitOf[place];
    const leader = await given.givenPerson({
      name: "Leila",
      municipality,
      role: "coordinator",
      unit,
    });
    const opened = await leader.request(`POST /api/units/${unit}/sessions`, { name: "Stugan" });
    sessions.set(place, ((await opened.json()) as { id: string }).id);
  }
}

/** The round of the same name that another asks for, with a delivery that is prepared. */
async function agreeToRound(coordinator: SignedIn): Promise<void> {
  const { invitation } = await anInvitation({ kind: "demo", round: { id: roundFields.id } });
  const agreed = await agreeTo(coordinator, invitation);
  assert.equal(agreed.status, 200, await agreed.text());
  const route = `POST /api/deliveries/${roundFields.id}/preparation`;
  const prepared = await coordinator.request(route, { statedCases: null });
  assert.equal(prepared.status, 200, await prepared.text());
}

/** A round that the organisation itself asks for, with a delivery to be decided. */
async function openRound(analyst: SignedIn): Promise<void> {
  const asked = await analyst.request("POST /api/rounds", roundFields);
  assert.equal(asked.status, 200, await asked.text());
  const participants = [{ code: "9002", name: "Norrlöv", county: "91" }];
  await analyst.request(`POST /api/rounds/${roundFields.id}/participants`, { participants });
  const came = { round: roundFields.id, id: delivery, participant: municipalityCode("9002") };
  const sound = { way: "file", state: "waiting", packageBytes: 1, cases: 1, problems: [] } as const;
  const content = { heading: { sequence: 1, units: [] }, differences: null };
  const kept = { ...came, ...sound, ...content, arrivedAt: given.clock.now() };
  await store.within(municipalityCode("9001"), (tx) =>
    tx.incomingDeliveries.insert(kept, new Uint8Array(1)),
  );
}
const delivery = "0".repeat(64);
const campaign = "november-26";

const unitOf = { own: "here", "colleague's": "here", "other unit": "there" } as const;

function addressed(route: string, code: string, place: Place): string {
  return route
    .replace(":code", code)
    .replace(":unit", place === "other municipality" ? "elsewhere" : unitOf[place])
    .replace(":variable", "V01")
    .replace(":comment", "0".repeat(32))
    .replace(":item", "0".repeat(32))
    .replace(":phase", "background")
    .replace(":concept", "sex")
    .replace(":round", roundFields.id)
    .replace(":sequence", "1")
    .replace(":participant", "9002")
    .replace(":delivery", delivery)
    .replace(":receiver", "9001")
    .replace(":view", "0".repeat(32))
    .replace(":action", "0".repeat(32))
    .replace(":campaign", campaign)
    .replace(":pack", "0".repeat(32))
    .replace(":account", colleague)
    .replace(":recovery", "0".repeat(32))
    .replace(":review", "1")
    .replace(":mark", "1")
    .replace(":kind", "committee")
    .replace(":source", "nation")
    .replace(":halfYear", "2025-H1")
    .replace(":region", "9001")
    .replace(":place", "riket")
    .replace(":chapter", "difference")
    .replace(":table", "goal-attained-wholly-or-partly.csv")
    .replace(":file", "tables.csv")
    .replace(/(?<=^GET \/api\/.*\/table)$/, `?panel=${tableOf(route)}&show=${goal}`)
    .replace(":session", sessions.get(place) ?? "")
    .replace(":id", "su-kvinnofrid-2021")
    .replace(":language", "sv")
    .replace(":way", `9001${"A".repeat(22)}`)
    .replace("/*", "/sida");
}

const goal = "goal-attained-wholly-or-partly";

/** What the answer beside the address shows, as the releases of these tests have it. */
function tableOf(route: string): string {
  return route.includes("/results/") ? "strip" : goal;
}

/** Well-formed for every route, so that only access decides. */
const body = {
  value: { kind: "codes", codes: [1] },
  basedOn: 0,
};
const bodies: { readonly [route in RouteKey]?: unknown } = {
  "POST /api/cases": { startedOn: "2026-10-01", unit: "here" },
  "POST /api/cases/:code/items": { group: "x", phase: "before", id: "0".repeat(32) },
  "POST /api/cases/:code/phases/:phase/completion": {},
  "POST /api/cases/:code/phases/:phase/reopening": { reason: "Fel svar." },
  "POST /api/cases/:code/reopening": { reason: "Fel svar." },
  "POST /api/cases/:code/access-reasons": { reason: "Anna är sjuk." },
  "PUT /api/cases/:code/start": { startedOn: "2026-09-02" },
  "PUT /api/cases/:code/survey": { survey: { kind: "offered", on: "2026-10-01" } },
  "PUT /api/units/:unit/guidance/:concept": { guidance: "Fråga klienten." },
  "POST /api/units/:unit/sessions": { name: "Onsdagsstugan" },
  "PUT /api/units/:unit/sessions/:session/outcome": { code: "M-2345-6", outcome: "done" },
  "PUT /api/local-codebook/draft": {
    basedOn: 0,
    content: { measures: [], variables: [], groups: [], indicators: [], checks: [] },
  },
  "PUT /api/documents/:kind/:source/words": { basedOn: 0, comments: "Hej", talkAbout: "" },
  "POST /api/saved-views": {
    name: "Riket",
    question: { set: "nation", show: "V22", by: null, time: null, period: null, group: null },
  },
  "POST /api/local-releases": { halfYear: "2025-H2" },
  "PUT /api/actions/:action": {
    revision: 0,
    round: "2024-2025",
    about: null,
    intention: "Vi frågar alla.",
    responsible: "enhetschef",
    dueOn: null,
    state: "planned",
    outcome: "",
    isShared: false,
  },
  "PUT /api/campaigns/:campaign": campaignOf(["here"]),
  "POST /api/campaigns/:campaign/meetings": meetingOf({ unit: "here" }),
  "POST /api/campaigns/:campaign/meetings/undo": meetingOf({ unit: "here" }),
  "POST /api/campaigns/:campaign/piles": {
    ...{ receipt: "p".repeat(22), unit: "here", day: "2026-11-02", number: "1", forms: 1 },
    lines: [{ combination: "F04=1;F06=3", count: 1 }],
  },
  "POST /api/campaigns/:campaign/confidence": {
    ...{ receipt: "c".repeat(22), moment: "before", answer: [1, 2, 3] },
  },
  "PUT /api/campaigns/:campaign/obstacles/:action": {
    ...{ revision: 0, obstacle: 1, intention: "En kvart längre.", responsible: "enhetschef" },
    ...{ dueOn: null, outcome: "", state: "planned", carriedFrom: null },
  },
  "PUT /api/units/:unit/checklist": { revision: 0, steps: "Lyssna.", contacts: "" },
  "POST /api/text-packs": { text: "{}" },
  "POST /api/local-codebook/comments": { variable: "k9001.fraga1", text: "Behövs den?" },
  "POST /api/local-codebook/publication": { basedOn: 1, note: "En egen fråga." },
  "PUT /api/cases/:code/assignee": { assignee: null },
  "PUT /api/cases/:code/share": { share: null },
  "PUT /api/cases/:code/unit": { unit: "here", reason: "Personen har flyttat." },
  "PUT /api/cases/:code/served-municipality": { servedMunicipality: "9001" },
  "PUT /api/cases/:code/previous-case": { previousCode: null },
  "PUT /api/backups/plan": { time: "", folder: "", recipients: [], keep: 0, drillDays: 0 },
  "POST /api/backups/drills": { identity: "" },
  "POST /api/first-run": { act: "look", secret: "A".repeat(22) },
  "POST /api/people": {
    name: "Disa",
    signInName: "disa",
    roles: [{ role: "caseWorker", unit: "here" }],
  },
  "PUT /api/people/:account": { name: "Disa", roles: [], seen: [] },
  "PUT /api/recoveries/:recovery": { isAllowed: false },
  "POST /api/units": { name: "Ny", kind: "both", isOpenToColleagues: false, serves: [] },
  "PUT /api/units/:unit": { name: "Enhet", kind: "both", isOpenToColleagues: false, serves: [] },
  "PUT /api/cases/:code/readers": { readers: null, seen: null },
  "POST /api/cases/:code/voiding": { reason: "Registrerat två gånger." },
  "POST /api/cases/:code/restoring": { reason: "Det var inte samma person." },
  "POST /api/units/:unit/look-alikes/dismissal": { codes: ["M-2345-6", "M-2346-7"] },
  "POST /api/units/:unit/hand-over": { from: "nobody", to: null, reason: "Hon har slutat." },
  "POST /api/invitations": { text: "{}" },
  "POST /api/agreements": { text: "{}", ...decided },
  "PUT /api/agreements/:round": { ended: false },
  "POST /api/deliveries/:round/preparation": { statedCases: 1 },
  "POST /api/rounds": { ...roundFields, id: "2026" },
  "POST /api/rounds/:round/ending": { ended: false },
  "POST /api/rounds/:round/release": { isInterim: false },
  "POST /api/rounds/:round/participants": {
    participants: [{ code: "9002", name: "Norrlöv", county: "91" }],
  },
  "PUT /api/rounds/:round/participants/:participant": { keys: [], hasLeft: false },
  "POST /api/rounds/:round/reminders": { participants: ["9002"] },
  "POST /api/rounds/:round/deliveries/:delivery/decision": { state: "accepted" },
  "PUT /api/log-reviews/:review/marks/:mark": { verdict: "in-order", note: "" },
  "POST /api/cases/:code/survey-invitations": {
    mode: "own-device",
    language: "sv",
    isDeviceSafe: true,
  },
  "PUT /api/survey-languages/:language/approval": { textHash: "0".repeat(64) },
  "PUT /api/client-contacts": { contact: "Stödenheten", dataProtection: "Ombudet" },
  "POST /api/survey-answers/:code": { answeredOn: "2026-10-01", answers: {} },
};

async function classify(response: Response): Promise<Answer> {
  if (response.status === 401) return "sign in";
  const text = await response.text();
  if (response.status === 403 && text.includes("case-reason-needed")) return "reason";
  return text.includes('"not-found"') || response.status === 403 ? "no" : "yes";
}

function isAboutPlace(route: string): boolean {
  return route.includes(":code") || route.includes(":unit");
}

/** Ending the session would end the test; its access is that of every signed-in person. */
const routes = (Object.keys(policy) as RouteKey[]).filter(
  (route) => !["DELETE /api/session", "GET /assets/*"].includes(route),
);

test("every route answers every role in every place as the matrix says", async (t: TestContext) => {
  const lines: string[] = [];
  for (const route of routes) {
    for (const place of isAboutPlace(route) ? places : (["own"] as const)) {
      const answers: string[] = [];
      for (const [role, actor] of people) {
        const code = route.includes(":code") ? await caseIn(place, actor, role) : "";
        const sent = addressed(route, code, place);
        const response = await actor.request(sent, bodies[route] ?? bodyFor(route));
        const answer = await classify(response);
        if (answer !== "no") answers.push(answer === "yes" ? role : `${role} (${answer})`);
        assertWithinPolicy(route, role, answer);
      }
      const where = isAboutPlace(route) ? ` [${place}]` : "";
      lines.push(`${route}${where}: ${answers.join(", ") || "nobody"}`);
    }
  }
  t.assert.fileSnapshot(`${lines.join("\n")}\n`, `${import.meta.dirname}/app.access.test.matrix`, {
    serializers: [(value: string) => value],
  });
});

function bodyFor(route: string): unknown {
  return route.startsWith("GET") || route.startsWith("DELETE") ? undefined : body;
}

function assertWithinPolicy(route: RouteKey, role: Role, answer: Answer): void {
  const { scope, roles: admitted } = policy[route];
  const isOpen = scope === "anyone" || scope === "signed-in";
  const isAdmitted = isOpen || (admitted as readonly Role[]).includes(role);
  if (!isAdmitted) assert.equal(answer, "no", `${route} answered ${role}`);
}

test("nobody reaches anything without signing in, but the pages and the sign-in itself", async () => {
  for (const route of routes) {
    const [method = "", path = ""] = addressed(route, "M-2345-6", "own").split(" ");
    const headers = { "Idempotency-Key": "k".repeat(8) };
    const response = await send(given.app, method, path, headers, bodies[route] ?? bodyFor(route));
    if (policy[route].scope === "anyone") assert.notEqual(response.status, 500, route);
    else assert.equal(response.status, 401, route);
  }
});

test("a forged, an expired and a revoked session are no session", async () => {
  const anna = await given.givenPerson({
    name: "Anna",
    municipality: "9001",
    role: "caseWorker",
    unit: "here",
  });
  const forged = `skillnad-demo=9001.${"A".repeat(43)}`;
  assert.equal((await send(given.app, "GET", "/api/start", { Cookie: forged })).status, 401);
  assert.equal((await anna.request("GET /api/start")).status, 200);
  assert.equal((await anna.request("DELETE /api/session")).status, 204);
  assert.equal((await anna.request("GET /api/start")).status, 401);
});

test("a case of another unit, of another municipality and of nowhere: the same bytes", async () => {
  const anna = people.get("caseWorker") as SignedIn;
  const codes = [
    await caseIn("other unit", anna, "caseWorker"),
    await caseIn("other municipality", anna, "caseWorker"),
    "M-2345-6",
    "inget",
  ];
  const caseRoutes = routes.filter((route) => route.includes("/api/cases/:code"));
  for (const route of caseRoutes) {
    const told = new Set<string>();
    for (const code of codes) {
      const sent = addressed(route, code, "own");
      const response = await anna.request(sent, bodies[route] ?? bodyFor(route));
      told.add(`${response.status} ${await response.text()}`);
    }
    assert.equal(told.size, 1, route);
    assert.ok([...told][0]?.startsWith("404"), route);
  }
});

test("a change from another origin, or from nowhere, is refused", async () => {
  const anna = people.get("caseWorker") as SignedIn;
  const attempt = { startedOn: "2026-10-01", unit: "here" };
  for (const origin of ["https://evil.example", "null", ""]) {
    const headers = { Cookie: anna.cookie, "Idempotency-Key": "k".repeat(8), Origin: origin };
    const response = await send(given.app, "POST", "/api/cases", headers, attempt);
    assert.equal(response.status, 403);
  }
});
