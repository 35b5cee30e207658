import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, unitId } from "#kernel";
import { asOwner, openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseLookers, LogMarkLines, LogReviewList, LogReviewView } from "./wire-of-log.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let berit: SignedIn;
let maria: SignedIn;
let lova: SignedIn;
/** Anna's. */
let codes: readonly string[];
let review: LogReviewView;

const nights = "2026-11-03T01:00:00Z";

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  given.clock.set("2026-11-02T09:00:00Z");
  await given.givenUnit("9001", "here");
  await given.givenUnit("9001", "there");
  anna = await person("Anna", "caseWorker", "here");
  maria = await person("Maria", "unitManager", "here");
  codes = [];
  for (let number = 0; number < 12; number++) codes = [...codes, await anna.startCase("here")];
  for (const code of codes) await anna.request(`GET /api/cases/${code}`);
});
after(() => store.close());

/** Signed in at that moment, and for the hours after it. */
function person(name: string, role: "caseWorker" | "unitManager" | "logReviewer", unit?: string) {
  return given.givenPerson({ name, role, municipality: "9001", ...(unit ? { unit } : {}) });
}

async function read<Body>(who: SignedIn, route: string, body?: unknown): Promise<Body> {
  const response = await who.request(route, body);
  const text = await response.text();
  assert.ok(response.ok, `${route}: ${text}`);
  return JSON.parse(text) as Body;
}

function marksOf(kind: string) {
  return review.kinds.find((each) => each.kind === kind)?.marks ?? [];
}

test("a snoop in the night is found by three rules; who worked with her own is in none", async () => {
  given.clock.set(nights);
  berit = await person("Berit", "caseWorker", "here");
  const reason = "Anna bad mig titta i kväll.";
  for (const code of codes) {
    await berit.request(`POST /api/cases/${code}/access-reasons`, { reason });
    await berit.request(`GET /api/cases/${code}`);
  }
  given.clock.set("2026-11-04T09:00:00Z");
  lova = await person("Lova", "logReviewer");
  for (let tried = 0; tried < 3; tried++) await lova.request("GET /api/notices");
  const list = await read<LogReviewList>(lova, "GET /api/log-reviews");
  assert.equal(list.next?.firstDays, 31);
  review = await read<LogReviewView>(lova, "POST /api/log-reviews");
  for (const kind of ["colleague", "bulk", "night"]) {
    assert.deepEqual(
      marksOf(kind).map(({ by, lines }) => [by, lines]),
      [["Berit", 24]],
      kind,
    );
  }
  assert.deepEqual(marksOf("restricted"), []);
  assert.deepEqual(
    marksOf("refused").map(({ by, lines }) => [by, lines]),
    [["Lova", 3]],
  );
  // Berit's are looked at anyway: what is left are Anna's own.
  assert.ok(marksOf("sample").every(({ by }) => by === "Anna"));
  assert.deepEqual([marksOf("sample").length, review.reads], [12, 12]);
});

test("behind a sign stand its log lines, with the reason and whose the case was", async () => {
  const [mark] = marksOf("colleague");
  const route = `GET /api/log-reviews/1/marks/${mark?.number}`;
  const { entries } = await read<LogMarkLines>(lova, route);
  assert.equal(entries.length, 24);
  const [first] = entries;
  assert.deepEqual(
    [first?.by, first?.caseCode, first?.isHers, first?.reason],
    ["Berit", codes[0], false, "Anna bad mig titta i kväll."],
  );
});

test("beginning again gives the one that is under way", async () => {
  const again = await read<LogReviewView>(lova, "POST /api/log-reviews");
  assert.deepEqual([again.number, again.seed], [1, review.seed]);
  const { reviews, next } = await read<LogReviewList>(lova, "GET /api/log-reviews");
  assert.deepEqual([reviews.length, next], [1, null]);
});

test("a note has no personnummer in it, and a follow-up says what", async () => {
  const settle = async (verdict: string, note: string) => {
    const response = await lova.request("PUT /api/log-reviews/1/marks/1", { verdict, note });
    return [response.status, /"code":"([\w-]+)"/.exec(await response.text())?.[1]];
  };
  assert.deepEqual(await settle("follow-up", " "), [422, "log-review-note-needed"]);
  // A number of the kind that the tax agency gives out for tests.
  const number = ["19121212", "1212"].join("-");
  assert.deepEqual(await settle("in-order", `Om ${number}`), [422, "looks-like-personnummer"]);
  assert.deepEqual(await settle("in-order", "x".repeat(501)), [422, "text-too-long"]);
  assert.deepEqual(await settle("neither", ""), [400, "malformed-request"]);
});

test("nobody finds herself in order: somebody else does, or it is followed up", async () => {
  const [own] = marksOf("refused");
  assert.ok(own?.isOwn);
  const settle = (verdict: string) => {
    const note = "Chefen frågar Lova.";
    return lova.request(`PUT /api/log-reviews/1/marks/${own.number}`, { verdict, note });
  };
  const refused = await settle("in-order");
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /"log-review-own"/);
  assert.equal((await settle("follow-up")).status, 200);
  const vera = await person("Vera", "logReviewer");
  const asked = await read<LogReviewView>(vera, "GET /api/log-reviews/1");
  assert.ok(asked.kinds.every(({ marks }) => marks.every(({ isOwn }) => !isOwn)));
});

test("a review is signed when everything in it is settled, and then stays as it is", async () => {
  const tooSoon = await lova.request("POST /api/log-reviews/1/signature", {});
  assert.equal(tooSoon.status, 409);
  for (const { marks } of review.kinds) {
    for (const { number, by } of marks) {
      const verdict = by === "Anna" ? "in-order" : "follow-up";
      const note = verdict === "follow-up" ? "Chefen frågar Berit." : "";
      await read(lova, `PUT /api/log-reviews/1/marks/${number}`, { verdict, note });
    }
  }
  const signed = await read<LogReviewView>(lova, "POST /api/log-reviews/1/signature", {});
  assert.equal(signed.signedBy, "Lova");
  const again = await read<LogReviewView>(lova, "GET /api/log-reviews/1");
  assert.ok(again.isWhole);
  assert.deepEqual(again, { ...signed });
  const changed = { verdict: "in-order", note: "" };
  const refused = await lova.request("PUT /api/log-reviews/1/marks/1", changed);
  assert.equal(refused.status, 409);
});

test("the log tells who began, settled and signed; and no note", async () => {
  const log = await (await lova.request("GET /api/log")).text();
  for (const action of ["log-review.begun", "log-review.settled", "log-review.signed"]) {
    assert.ok(log.includes(action), action);
  }
  assert.ok(!log.includes("Chefen frågar Berit"));
});

test("a signed review that was changed in the database says so", async () => {
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    await client.query("alter table log_review_marks disable trigger signed_review_stays");
    await client.query("update log_review_marks set note = 'Allt är bra' where mark_number = 1");
    await client.query("alter table log_review_marks enable trigger signed_review_stays");
  });
  const told = await read<LogReviewView>(lova, "GET /api/log-reviews/1");
  assert.ok(!told.isWhole);
});

test("the next review begins where the last one ended", async () => {
  const { next } = await read<LogReviewList>(lova, "GET /api/log-reviews");
  assert.equal(next?.firstDays, null);
  const second = await read<LogReviewView>(lova, "POST /api/log-reviews");
  assert.equal(second.number, 2);
  // The signing and what came after, none of it about a case.
  assert.ok(second.fromAt >= review.throughAt);
  assert.deepEqual(
    second.kinds.flatMap(({ marks }) => marks),
    [],
  );
  const { lines } = second;
  const all = await read<{ entries: readonly { sequence: number }[] }>(lova, "GET /api/log");
  assert.ok(lines < (all.entries[0]?.sequence ?? 0));
});

test("the assignee and the manager see who has opened a case, when and why; nobody else", async () => {
  given.clock.set("2026-11-02T09:00:00Z");
  const route = `GET /api/cases/${codes[0]}/lookers`;
  const { lookers } = await read<CaseLookers>(anna, route);
  assert.deepEqual(
    lookers.map(({ by, ground, reasons, isRefused }) => [by, ground, reasons, isRefused]),
    [
      ["Berit", "reason", ["Anna bad mig titta i kväll."], false],
      ["Anna", "own", [], false],
    ],
  );
  await read<CaseLookers>(maria, route);
  given.clock.set(nights);
  assert.equal((await berit.request(route)).status, 404);
});

test("looking at who has looked is one line in the log", async () => {
  given.clock.set("2026-11-02T09:00:00Z");
  const count = async () =>
    (await read<CaseLookers>(maria, `GET /api/cases/${codes[1]}/lookers`)).lookers;
  const [one, two] = [await count(), await count()];
  assert.equal(one.length + 1, two.length);
  const third = await count();
  assert.equal(third.length, two.length);
});

test("nor of a case that many have opened, if she is one of them", async () => {
  given.clock.set("2026-11-05T09:00:00Z");
  await given.givenUnit("9007", "yonder");
  const worker = (name: string) =>
    given.givenPerson({ name, role: "caseWorker", municipality: "9007", unit: "yonder" });
  const code = await (await worker("Asta")).startCase("yonder");
  const curious = [await worker("Bo"), await worker("Cia"), await worker("Dan")];
  const vera = await worker("Vera");
  for (const person of [...curious, vera]) {
    await person.request(`POST /api/cases/${code}/access-reasons`, { reason: "Vi delar rum" });
  }
  const both = (["caseWorker", "logReviewer"] as const).map((role) => ({
    role,
    unit: role === "caseWorker" ? unitId("yonder") : null,
  }));
  await store.within(municipalityCode("9007"), (tx) => tx.accounts.setGrants(vera.account, both));
  const theirs = await read<LogReviewView>(vera, "POST /api/log-reviews");
  const [crowd] = theirs.kinds.find(({ kind }) => kind === "crowd")?.marks ?? [];
  assert.ok(crowd?.isOwn);
  const refused = await vera.request(`PUT /api/log-reviews/1/marks/${crowd.number}`, {
    verdict: "in-order",
    note: "",
  });
  assert.match(await refused.text(), /"log-review-own"/);
});
