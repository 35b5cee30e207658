import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Role } from "#access";
import {
  type AccountId,
  addDays,
  type Clock,
  instantOn,
  strongRandomness,
  swedishDay,
  systemClock,
} from "#kernel";
import { playCounty } from "#scenario";
import { startServer } from "#server";
import type { TestStore } from "#store/testing";
import {
  createTelemetry,
  type GivenApp,
  givenApp,
  settleDays,
} from "../../src/server/testing/index.ts";
import { filesFolder } from "../files-folder.ts";
import { type FilledDemo, filledDemo } from "../filled-demo.ts";
import { attemptsOn, lackingNumbers } from "./attempts.ts";
import { finders } from "./finders.ts";
import { campaign, granviken, type PlayedDays, playDays } from "./noted-in-demo.ts";
import { noteInVisits, numberedWithoutGaps, receiptMadeOf, seenWithCopies } from "./planted.ts";
import { puzzlesOf, subjectsOf } from "./puzzles.ts";
import { isCounted, type Seen, type SeenRow, seenBy } from "./seen-by-attacker.ts";
import { momentsFound, receiptsSolved } from "./traces.ts";

/**
 * The demo's people work with their cases and note meetings for some weeks. Then somebody has the whole database,
 * with what PostgreSQL keeps beside the rows, and the program's log, and tries to name who noted each meeting, and
 * in whose case she had just been.
 */
let filled: FilledDemo;
let store: TestStore;
let given: GivenApp;
let played: PlayedDays;
/** Before and after the program has written anew what was noted, the same day; and when somebody has looked. */
let unsettled: Seen;
let settled: Seen;
let looked: Seen;
const logged: string[] = [];

before(async () => {
  filled = await filledDemo({ municipalities: 9, cases: 450 });
  store = filled.store;
  const today = swedishDay(systemClock.now());
  await planAsTheDemoDoes();
  const clock: Clock = { now: () => given.clock.now() };
  const tell = (line: string) => logged.push(line);
  const telemetry = createTelemetry({ clock, tell, isBehindProxy: false });
  given = givenApp(store, { kind: "demo", telemetry });
  played = await playDays(given, filled, today, 2026);
  unsettled = await seenBy(store, granviken, logged);
  await settleDays(given.services);
  settled = await seenBy(store, granviken, logged);
  await lookOnTheDayAfter();
  looked = await seenBy(store, granviken, logged);
});
after(() => store?.close());

/** The month that runs today, without those of the county that are over. */
async function planAsTheDemoDoes(): Promise<void> {
  const started = await startServer({
    ...{ store, clock: systemClock, randomness: strongRandomness, files: filesFolder() },
    environment: { port: 0, isPortChosen: true, origin: undefined },
    ...{ demoAccounts: [], release: null },
  });
  assert.equal(started.kind, "done");
  const { address, close } = started.value;
  await playCounty({
    server: { store, base: address, origin: address },
    ...{ world: filled.world, today: swedishDay(systemClock.now()), seed: 2026 },
    signal: AbortSignal.abort(),
  });
  await close();
}

async function lookOnTheDayAfter(): Promise<void> {
  given.clock.set(instantOn(addDays(played.lastDay, 1), 25_200));
  const reader = await given.givenSession(granviken, peopleWho("analyst")[0] ?? assert.fail());
  const read = await reader.request(`GET /api/campaigns/${campaign}`);
  assert.equal(read.status, 200, await read.text());
}

function peopleWho(role: Role): readonly AccountId[] {
  const people = filled.world.organisations.find(({ code }) => code === granviken)?.people ?? [];
  return people
    .filter(({ grants }) => grants.some((grant) => grant.role === role))
    .map(({ account }) => account);
}

const kinds = ["who", "whoAlone", "which", "whichAlone"] as const;

/** In each kind of puzzle the attempts that are right more often than chance allows. */
function finding(seen: Seen, truth: Pick<PlayedDays, "noted" | "workers"> = played) {
  const attempts = attemptsOn(seen, subjectsOf(seen));
  const puzzles = puzzlesOf(seen, truth);
  return Object.fromEntries(kinds.map((kind) => [kind, finders(attempts, puzzles[kind])]));
}

function isSettled({ table, cells }: SeenRow): boolean {
  const isOfPlayed = cells.get("campaign_id") === campaign;
  return isOfPlayed && ["meeting_tallies", "meeting_receipts"].includes(table);
}

test("there is enough to guess at: meetings of several people, many of them alone on their day", () => {
  const { who, whoAlone, which, whichAlone } = puzzlesOf(settled, played);
  const asked = [who, whoAlone, which, whichAlone].map(({ length }) => length);
  assert.ok(
    asked.every((count, at) => count >= ([60, 15, 20, 5][at] ?? 0)),
    asked.join(),
  );
  assert.ok(who.every(({ suspects }) => suspects.length > 2));
  assert.ok(settled.rows.length > 10_000 && settled.log.length > 200);
});

test("settled, today's too, none of the attempts names who or which more often than chance", () => {
  const nobody = { who: [], whoAlone: [], which: [], whichAlone: [] };
  assert.deepEqual(finding(settled), nobody);
  assert.deepEqual(finding(looked), nobody);
});

test("until then the same attempts find both: by the number of the transaction before", () => {
  const near = ["the transaction before", "whoever was seen nearest to its moment"];
  const { whoAlone, whichAlone } = finding(unsettled);
  assert.deepEqual(whoAlone, near);
  assert.deepEqual(whichAlone, near);
});

test("settled, all that was noted in all units and days was written at once, in the order of its keys", () => {
  const rows = settled.rows.filter(isSettled);
  const [written, ...more] = new Set(
    rows
      .filter(({ cells }) => (cells.get("day") ?? "") > addDays(played.lastDay, -15))
      .map(({ xid }) => xid),
  );
  assert.deepEqual(more, []);
  const beside = settled.rows.filter((row) => row.xid === written && !isCounted(row));
  assert.deepEqual(beside, []);
  const keys = rows.flatMap(({ cells }) => cells.get("receipt_key") ?? []);
  assert.ok(keys.length > 5);
  assert.deepEqual(keys, keys.toSorted());
  const before = unsettled.rows.filter(isSettled).map(({ xid }) => xid);
  assert.ok(new Set(before).size > 50);
});

test("numbers of transactions that no row has name neither who noted nor which case, on no day", () => {
  const found = (seen: Seen) =>
    Object.values(puzzlesOf(seen, played)).flatMap((each) =>
      finders([lackingNumbers(seen, subjectsOf(seen))], each),
    );
  assert.deepEqual(found(settled), []);
  // As it would be if no numbers were passed over.
  assert.ok(found(numberedWithoutGaps(unsettled)).length > 1);
});

test("the moment of a note stands nowhere, but as when somebody was last seen", () => {
  assert.deepEqual(momentsFound(settled, played.noted), []);
  const at = played.noted[0]?.at;
  const log = [...settled.log, JSON.stringify({ at, event: "request", route: "none" })];
  assert.equal(momentsFound({ ...settled, log }, played.noted).length, 1);
});

test("no receipt can be made from anything that is known", () => {
  const subjects = subjectsOf(unsettled);
  assert.ok(unsettled.rows.filter(({ table }) => table === "meeting_receipts").length > 70);
  assert.deepEqual(receiptsSolved(unsettled, subjects), []);
  const rows = [...unsettled.rows, receiptMadeOf([...subjects][0] ?? "")];
  assert.equal(receiptsSolved({ rows }, subjects).length, 1);
});

test("what the database tells of its own work holds no answer, no receipt and nobody", () => {
  const { statistics } = unsettled;
  assert.match(statistics, /meeting_tallies/);
  for (const { combination, receipt, account } of played.noted) {
    for (const each of [combination, receipt, account]) assert.ok(!statistics.includes(each), each);
  }
});

test("a colleague reads the same whoever she is, and nothing that was answered or by whom", async () => {
  const read = async (account: AccountId) => {
    const { request } = await given.givenSession(granviken, account);
    const views = await Promise.all(
      ["", "/confidence", "/obstacles"].map((part) =>
        request(`GET /api/campaigns/${campaign}${part}`),
      ),
    );
    const texts = await Promise.all(views.map((view) => view.text()));
    // Which of the units are hers is told to each.
    return texts.join("\n").replace(/"units":\[[^\]]*\]/g, "");
  };
  const colleagues = peopleWho("caseWorker");
  assert.ok(colleagues.length > 3);
  const views = new Set(await Promise.all(colleagues.map(read)));
  assert.equal(views.size, 1);
  const [view = ""] = views;
  assert.match(view, /"meetings":/);
  for (const { combination, account } of played.noted) {
    assert.ok(!view.includes(combination) && !view.includes(account));
  }
});

test("an account that is copied beside an answer is found", async () => {
  const seen = await seenWithCopies(store, played.noted);
  assert.deepEqual(finding(seen).whoAlone, ["a value that stands in another table too"]);
});

test("a note that is saved in the transaction of a visit is found", async () => {
  const noted = await noteInVisits(store, played, given.clock.now());
  const { whoAlone = [] } = finding(await seenBy(store, granviken, []), { ...played, noted });
  assert.ok(whoAlone.includes("the same transaction"), whoAlone.join());
});
