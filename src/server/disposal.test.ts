import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, municipalityCode } from "#kernel";
import { openTestStore, type TestStore, tablesHolding } from "#store/testing";
import { finishDisposals } from "./disposing/execute-disposal.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { agreeTo, anInvitation } from "./testing/given-invitation.ts";
import { bodyOf } from "./testing/given-team.ts";
import { happy, keyIn, playCase } from "./testing/play-case.ts";
import type { Refusal } from "./wire.ts";
import type { DisposalPreview, DisposalProtocolView, DisposalView } from "./wire-of-disposal.ts";
import type { LogReviewView } from "./wire-of-log.ts";

const later = "2028-01-10T08:00:00Z";
const rule = {
  years: 1,
  decidedBy: "socialnämnden",
  decidedOn: "2027-12-01",
  reference: "SN 2027/12",
};

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store?.close());

type World = {
  readonly given: GivenApp;
  readonly code: ReturnType<typeof municipalityCode>;
  readonly anna: SignedIn;
  readonly leila: SignedIn;
  readonly chief: SignedIn;
  readonly managerHere: SignedIn;
  readonly erased: string[];
};

let next = 9001;

/** A municipality of its own, whose cases were closed in October 2026, seen in January 2028. */
async function givenYearsAfter(
  prepare: (world: { given: GivenApp; anna: SignedIn; leila: SignedIn }) => Promise<void>,
  isErasable: () => boolean = () => true,
): Promise<World> {
  const code = municipalityCode(String(next++));
  const erased: string[] = [];
  const given = givenApp(store, {
    caseKeys: {
      erase: async (cases) => {
        if (!isErasable()) throw new Error("the disk is full");
        erased.push(...cases);
        return { staleKeyFiles: [] };
      },
    },
  });
  for (const unit of [`${code}-here`, `${code}-there`]) await given.givenUnit(code, unit);
  const person = (
    name: string,
    role: Parameters<GivenApp["givenPerson"]>[0]["role"],
    at?: string,
  ) => given.givenPerson({ name, role, municipality: code, ...(at ? { unit: at } : {}) });
  const anna = await person("Anna", "caseWorker", `${code}-here`);
  const leilaThen = await person("Leila", "coordinator", `${code}-there`);
  await prepare({ given, anna, leila: await person("Lo", "coordinator", `${code}-here`) });
  assert.ok(leilaThen);
  given.clock.set(later);
  return {
    given,
    code,
    anna: await person("Anna B", "caseWorker", `${code}-here`),
    leila: await person("Leila Holm", "coordinator"),
    chief: await person("Chefen Ek", "unitManager"),
    managerHere: await person("Enhetschefen", "unitManager", `${code}-here`),
    erased,
  };
}

async function previewed(person: SignedIn): Promise<DisposalPreview> {
  return bodyOf(await person.request("GET /api/disposal/preview"));
}

async function problemsOf(response: Response): Promise<readonly string[]> {
  return ((await response.json()) as Refusal).problems.map(({ code }) => code);
}

async function proposed(person: SignedIn): Promise<{ number: number; listSha256: string }> {
  const { listSha256 } = await previewed(person);
  const view: DisposalView = await bodyOf(
    await person.request("POST /api/disposal/proposals", { listSha256 }),
  );
  const number = view.proposal?.number ?? assert.fail("nothing is proposed");
  return { number, listSha256 };
}

test("from rule to protocol: looked at by one, executed by another, and nothing of the cases is left", async () => {
  const codes: string[] = [];
  const world = await givenYearsAfter(async ({ anna, leila }) => {
    codes.push(await playCase(anna, "9001-here"), await playCase(anna, "9001-here"));
    await keyIn(codes[0] ?? "", { worker: anna, coordinator: leila }, happy);
  });
  const { leila, chief, given, code, erased } = world;
  const missing = await leila.request("GET /api/disposal/preview");
  assert.deepEqual(await problemsOf(missing), ["disposal-rule-missing"]);
  const set: DisposalView = await bodyOf(await leila.request("PUT /api/disposal/rule", rule));
  assert.equal(set.rule?.years, 1);
  assert.deepEqual(set.others, ["Chefen Ek"]);

  const found = await previewed(leila);
  assert.deepEqual(found.cases.map((each) => each.code).sort(), codes.toSorted());
  assert.deepEqual(
    [found.total, found.lastDay, found.cutOff, found.years],
    [2, "2028-12-31", "2027-01-10", { from: 2026, through: 2026 }],
  );
  assert.equal(found.cases[0]?.endedOn, "2026-10-10");

  const order = await proposed(leila);
  const byHerself = await leila.request("POST /api/disposal/executions", order);
  assert.deepEqual(await problemsOf(byHerself), ["disposal-by-another"]);

  const protocol: DisposalProtocolView = await bodyOf(
    await chief.request("POST /api/disposal/executions", order),
  );
  assert.deepEqual(protocol.cases, [{ unit: "9001-here", year: 2026, cases: 2 }]);
  assert.deepEqual(
    [protocol.proposedBy, protocol.executedBy, protocol.isAlone, protocol.surveys],
    ["Leila Holm", "Chefen Ek", false, 1],
  );
  assert.equal(protocol.keysErasedAt, instant(later));
  assert.equal(erased.length, 2);
  for (const caseCode of codes) {
    assert.deepEqual(await tablesHolding(store, code, caseCode), []);
    assert.equal((await world.anna.request(`GET /api/cases/${caseCode}`)).status, 404);
  }
  for (const id of erased) assert.deepEqual(await tablesHolding(store, code, id), ["audit_log"]);

  // A second press is answered by the same protocol; and it is read again by whoever leads.
  const again = await chief.request("POST /api/disposal/executions", order);
  assert.deepEqual(await bodyOf(again), protocol);
  const read = await leila.request(`GET /api/disposal/protocols/${order.number}`);
  assert.deepEqual(await bodyOf(read), protocol);
  assert.equal((await previewed(leila)).total, 0);
  const verdict = await given.services.store.within(code, (tx) => tx.audit.verify());
  assert.equal(verdict.kind, "intact");
});

test("a case that is held stays, and says why; it goes when nobody holds it any more", async () => {
  let code = "";
  const world = await givenYearsAfter(async ({ anna, given }) => {
    code = await playCase(anna, `${next - 1}-here`);
    assert.ok(given);
  });
  const { leila, managerHere } = world;
  await leila.request("PUT /api/disposal/rule", rule);
  const empty = await leila.request(`PUT /api/disposal/holds/${code}`, { reason: " " });
  assert.deepEqual(await problemsOf(empty), ["reason-needed"]);
  // Also by whoever leads the case's unit alone.
  const held = await managerHere.request(`PUT /api/disposal/holds/${code}`, {
    reason: "Överklagat beslut",
  });
  assert.equal(held.status, 200);
  const found = await previewed(leila);
  assert.deepEqual([found.total, found.kept.length], [0, 1]);
  assert.match(found.kept[0]?.why ?? "", /^Bevaras: Överklagat beslut \(Enhetschefen/);
  const nothing = await leila.request("POST /api/disposal/proposals", {
    listSha256: found.listSha256,
  });
  assert.deepEqual(await problemsOf(nothing), ["disposal-nothing-due"]);
  assert.equal((await managerHere.request(`DELETE /api/disposal/holds/${code}`)).status, 200);
  assert.equal((await previewed(leila)).total, 1);
});

test("a case that a round waits for is held back, and says which", async () => {
  const world = await givenYearsAfter(async ({ anna, given }) => {
    await playCase(anna, `${next - 1}-here`);
    const leader = await given.givenPerson({
      name: "Lena",
      role: "coordinator",
      municipality: String(next - 1),
    });
    const { invitation } = await anInvitation();
    const agreed = await agreeTo(leader, invitation, { level: "rows" });
    assert.equal(agreed.status, 200, await agreed.text());
  });
  await world.leila.request("PUT /api/disposal/rule", rule);
  const found = await previewed(world.leila);
  assert.equal(found.total, 0);
  assert.match(found.kept[0]?.why ?? "", /^Hör till Uppföljning 2026, som inte är levererad/);
  // A year after the cut-off nobody delivers it any more.
  world.given.clock.set("2028-02-02T08:00:00Z");
  const { leila } = await signedInAnew(world);
  assert.equal((await previewed(leila)).total, 1);
});

async function signedInAnew({ given, code }: World): Promise<{ readonly leila: SignedIn }> {
  const leila = await given.givenPerson({
    name: "Leila Igen",
    role: "coordinator",
    municipality: code,
  });
  return { leila };
}

test("a restricted case is counted, listed for its readers alone, and goes with the others", async () => {
  let code = "";
  const world = await givenYearsAfter(async ({ anna, given }) => {
    const unit = `${next - 1}-here`;
    code = await playCase(anna, unit);
    const named = { municipality: String(next - 1), unit };
    const chief = await given.givenPerson({ name: "Då", role: "unitManager", ...named });
    const readers = { readers: [anna.account, chief.account], seen: null };
    const restricted = await chief.request(`PUT /api/cases/${code}/readers`, readers);
    assert.equal(restricted.status, 200, await restricted.text());
  });
  const { leila, chief } = world;
  await leila.request("PUT /api/disposal/rule", rule);
  const found = await previewed(leila);
  assert.deepEqual([found.total, found.cases.length, found.restricted], [1, 0, 1]);
  const held = await leila.request(`PUT /api/disposal/holds/${code}`, { reason: "En tvist pågår" });
  assert.equal(held.status, 404);
  const order = await proposed(leila);
  assert.equal((await chief.request("POST /api/disposal/executions", order)).status, 200);
  // The log remembers what she wrote herself, when she was refused.
  assert.deepEqual(await tablesHolding(store, world.code, code), ["audit_log"]);
});

test("what has changed since it was looked at is not executed", async () => {
  const codes: string[] = [];
  const world = await givenYearsAfter(async ({ anna }) => {
    codes.push(await playCase(anna, `${next - 1}-here`), await playCase(anna, `${next - 1}-here`));
  });
  const { leila, chief } = world;
  await leila.request("PUT /api/disposal/rule", rule);
  const order = await proposed(leila);
  const twice = await chief.request("POST /api/disposal/proposals", {
    listSha256: order.listSha256,
  });
  assert.deepEqual(await problemsOf(twice), ["disposal-open"]);
  await leila.request(`PUT /api/disposal/holds/${codes[0]}`, { reason: "Forskning enligt beslut" });
  const changed = await chief.request("POST /api/disposal/executions", order);
  assert.deepEqual(await problemsOf(changed), ["disposal-changed"]);
  assert.equal((await chief.request(`DELETE /api/disposal/proposals/${order.number}`)).status, 200);
  const gone = await chief.request("POST /api/disposal/executions", order);
  assert.deepEqual(await problemsOf(gone), ["disposal-unknown"]);
  assert.equal((await previewed(leila)).total, 1);
});

test("whoever leads one unit of several sees what stands, and disposes of nothing", async () => {
  const { managerHere, leila, anna } = await givenYearsAfter(async () => {});
  await leila.request("PUT /api/disposal/rule", rule);
  const view: DisposalView = await bodyOf(await managerHere.request("GET /api/disposal"));
  assert.equal(view.mayAct, false);
  assert.deepEqual(view.others, ["Chefen Ek", "Leila Holm"]);
  for (const [route, body] of [
    ["PUT /api/disposal/rule", rule],
    ["GET /api/disposal/preview", undefined],
    ["POST /api/disposal/proposals", { listSha256: "0".repeat(64) }],
    ["DELETE /api/disposal/proposals/1", undefined],
    ["POST /api/disposal/executions", { number: 1, listSha256: "0".repeat(64) }],
  ] as const) {
    const refused = await managerHere.request(route, body);
    assert.deepEqual(await problemsOf(refused), ["disposal-needs-all-units"], route);
  }
  assert.equal((await anna.request("GET /api/disposal")).status, 404);
});

test("setting the rule and executing ask for a new proof of who she is", async () => {
  const { given, leila } = await givenYearsAfter(async () => {});
  given.clock.set("2028-01-10T08:12:00Z");
  for (const [route, body] of [
    ["PUT /api/disposal/rule", rule],
    ["POST /api/disposal/executions", { number: 1, listSha256: "0".repeat(64) }],
  ] as const) {
    assert.deepEqual(await problemsOf(await leila.request(route, body)), ["step-up-needed"]);
  }
});

test("a rule says who decided, when and where; a wrong one is told all at once", async () => {
  const { leila } = await givenYearsAfter(async () => {});
  const wrong = { years: 2.5, decidedBy: "", decidedOn: "2029-01-01", reference: "" };
  assert.deepEqual(await problemsOf(await leila.request("PUT /api/disposal/rule", wrong)), [
    "disposal-rule-years",
    "agreement-decider-needed",
    "agreement-reference-needed",
    "date-in-future",
  ]);
});

test("keys that could not be erased are told in the protocol, and erased at the next start", async () => {
  let isErasable = false;
  const world = await givenYearsAfter(
    async ({ anna }) => {
      await playCase(anna, `${next - 1}-here`);
    },
    () => isErasable,
  );
  const { leila, chief, given, code, erased } = world;
  await leila.request("PUT /api/disposal/rule", rule);
  const order = await proposed(leila);
  const told: DisposalProtocolView = await bodyOf(
    await chief.request("POST /api/disposal/executions", order),
  );
  assert.equal(told.keysErasedAt, null);
  assert.deepEqual(erased, []);
  isErasable = true;
  await finishDisposals(given.services);
  const read = await leila.request(`GET /api/disposal/protocols/${order.number}`);
  assert.notEqual((await bodyOf<DisposalProtocolView>(read)).keysErasedAt, null);
  assert.equal(erased.length, 1);
  assert.deepEqual(await tablesHolding(store, code, erased[0] ?? ""), ["audit_log"]);
});

test("a case that somebody has opened is disposed of once the log of that is reviewed", async () => {
  let old = "";
  const { leila, chief, anna, given, code } = await givenYearsAfter(async ({ anna: then }) => {
    old = await playCase(then, `${next - 1}-here`);
    await playCase(then, `${next - 1}-here`);
  });
  const reason = { reason: "Klienten har ringt" };
  const opened = await anna.request(`POST /api/cases/${old}/access-reasons`, reason);
  assert.equal(opened.status, 201);
  assert.equal((await anna.request(`GET /api/cases/${old}`)).status, 200);
  await leila.request("PUT /api/disposal/rule", rule);
  const { kept, total } = await previewed(leila);
  assert.equal(total, 1);
  assert.deepEqual(
    kept.map((each) => [each.code, each.isHeld]),
    [[old, false]],
  );
  assert.match(kept[0]?.why ?? "", /sedan loggen senast granskades/);
  const first = await proposed(leila);
  const told: DisposalProtocolView = await bodyOf(
    await chief.request("POST /api/disposal/executions", first),
  );
  assert.deepEqual(told.kept, { held: 0, inRound: 0, notReviewed: 1 });

  const lova = await given.givenPerson({ name: "Lova", role: "logReviewer", municipality: code });
  const review: LogReviewView = await bodyOf(await lova.request("POST /api/log-reviews"));
  const marks = review.kinds.flatMap((kind) => kind.marks);
  const snoop = review.kinds.find(({ kind }) => kind === "colleague")?.marks ?? [];
  assert.deepEqual(
    snoop.map(({ by }) => by),
    ["Anna B"],
  );
  for (const { number } of marks) {
    const mark = `/api/log-reviews/${review.number}/marks/${number}`;
    await lova.request(`PUT ${mark}`, { verdict: "in-order", note: "" });
  }
  const signed = await lova.request(`POST /api/log-reviews/${review.number}/signature`);
  assert.equal(signed.status, 200);
  assert.equal((await previewed(leila)).total, 1);
  await chief.request("POST /api/disposal/executions", await proposed(leila));
  const afterwards: LogReviewView = await bodyOf(await lova.request("POST /api/log-reviews"));
  assert.deepEqual(afterwards.kinds.find(({ kind }) => kind === "colleague")?.marks, []);
});

test("an executed disposal is not executed once more: another list is refused, and the erasure keeps its day", async () => {
  const { leila, chief, given, code, erased } = await givenYearsAfter(async ({ anna }) => {
    await playCase(anna, `${next - 1}-here`);
  });
  await leila.request("PUT /api/disposal/rule", rule);
  const order = await proposed(leila);
  const told: DisposalProtocolView = await bodyOf(
    await chief.request("POST /api/disposal/executions", order),
  );
  const lines = () => store.within(code, (tx) => tx.audit.list(1, 1000));
  const before = (await lines()).filter(({ action }) => action.startsWith("disposal.")).length;
  given.clock.set("2028-01-10T08:05:00Z");
  const again = await chief.request("POST /api/disposal/executions", order);
  assert.deepEqual(await bodyOf(again), told);
  const other = { ...order, listSha256: "0".repeat(64) };
  const refused = await chief.request("POST /api/disposal/executions", other);
  assert.deepEqual(await problemsOf(refused), ["disposal-changed"]);
  assert.equal(erased.length, 1);
  const after = (await lines()).filter(({ action }) => action.startsWith("disposal.")).length;
  assert.equal(after, before);
});

test("who leads one unit alone does not read what was taken from the others", async () => {
  const { leila, chief, managerHere } = await givenYearsAfter(async ({ anna }) => {
    await playCase(anna, `${next - 1}-here`);
  });
  await leila.request("PUT /api/disposal/rule", rule);
  const order = await proposed(leila);
  await chief.request("POST /api/disposal/executions", order);
  const read = await managerHere.request(`GET /api/disposal/protocols/${order.number}`);
  assert.deepEqual(await problemsOf(read), ["disposal-needs-all-units"]);
});

test("the code of a disposed case is drawn for nobody else", async () => {
  let old = "";
  const { leila, chief, code } = await givenYearsAfter(async ({ anna }) => {
    old = await playCase(anna, `${next - 1}-here`);
  });
  await leila.request("PUT /api/disposal/rule", rule);
  await chief.request("POST /api/disposal/executions", await proposed(leila));
  const isTaken = (each: string) => store.within(code, (tx) => tx.cases.isCodeTaken(each));
  assert.equal(await isTaken(old), true);
  assert.equal(await isTaken(old === "M-2345-6" ? "M-7F3K-2" : "M-2345-6"), false);
});
