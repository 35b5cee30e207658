import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "pg";
import { type PolicyLine, policy } from "#access";
import { type Clock, isoDate, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { createTelemetry } from "./telemetry/telemetry.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import {
  askedNo,
  askedYes,
  givenCampaign,
  meetingOf,
  newReceipt,
  notAsked,
  note,
} from "./testing/given-campaign.ts";
import { bodyOf } from "./testing/given-team.ts";
import type { CampaignView } from "./wire-of-screening.ts";

/** Two in one unit note meetings: nothing that is kept anywhere says who noted what. */
const own = municipalityCode("9001");
const unit = "here";
const campaign = "campaign-of-nobody";
const path = `/api/campaigns/${campaign}`;
const counted = ["meeting_tallies", "meeting_days", "meeting_receipts", "confidence_tallies"];

let store: TestStore;
let owner: Client;
let given: GivenApp;
let anna: SignedIn;
let samir: SignedIn;
const logged: string[] = [];

before(async () => {
  store = await openTestStore();
  owner = new Client(store.owner);
  await owner.connect();
  await owner.query("select set_config('app.municipality', '9001', false)");
  const clock: Clock = { now: () => given.clock.now() };
  const tell = (line: string) => logged.push(line);
  given = givenApp(store, { telemetry: createTelemetry({ clock, tell, isBehindProxy: false }) });
  await given.givenUnit("9001", unit);
  const person = { municipality: "9001", unit, role: "caseWorker" } as const;
  anna = await given.givenPerson({ ...person, name: "Anna" });
  samir = await given.givenPerson({ ...person, name: "Samir" });
  const leader = { municipality: "9001", role: "coordinator", name: "Leila" } as const;
  await givenCampaign(await given.givenPerson(leader), campaign, [unit], {
    firstDay: "2026-10-28",
  });
});
after(async () => {
  await owner.end();
  await store.close();
});

const combinations = [askedNo, askedYes, notAsked, "F04=1;F06=3;F07=1", "F04=1;F06=2;F09=1"];

/** Thirty of two days by turns, a pile, one taken back, and what they feel; some minutes between each. */
async function thirty(): Promise<void> {
  for (let index = 0; index < 30; index++) {
    const minute = String(index + 5).padStart(2, "0");
    // So long since the last that her session is written too.
    given.clock.set(`2026-11-02T08:${minute}:${index % 2 === 0 ? "00" : "30"}Z`);
    const by = index % 3 === 0 ? samir : anna;
    const combination = combinations[index % combinations.length] ?? askedNo;
    const day = index % 4 === 0 ? "2026-11-01" : "2026-11-02";
    const meeting = meetingOf({ unit, combination, day });
    assert.equal((await note(by, campaign, meeting)).outcome, "noted");
    if (index === 17) await bodyOf(await by.request(`POST ${path}/meetings/undo`, meeting));
  }
  const lines = [{ combination: askedNo, count: 3 }];
  const pile = { receipt: newReceipt(), unit, day: "2026-10-30", number: "1", forms: 3, lines };
  await bodyOf(await anna.request(`POST ${path}/piles`, pile));
  for (const [index, by] of [anna, samir].entries()) {
    const answer = { receipt: newReceipt(), moment: "before", answer: [3, 4, 5 - index] };
    await bodyOf(await by.request(`POST ${path}/confidence`, answer));
  }
}

type Row = { readonly table: string; readonly xmin: string };

/** By which transaction each row of each table was written. */
async function written(): Promise<readonly Row[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const all = tables.map(
    ({ name }) => `select '${name}' as table, xmin::text as xmin from ${name}`,
  );
  assert.ok(all.length > 40, `${all.length} tables`);
  const { rows } = await owner.query<Row>(all.join(" union all "));
  return rows;
}

/** Rows of other tables that were written together with something that is counted. */
async function writtenBeside(): Promise<readonly string[]> {
  const rows = await written();
  const counting = new Set(
    rows.filter(({ table }) => counted.includes(table)).map(({ xmin }) => xmin),
  );
  assert.ok(counting.size > 0);
  return rows
    .filter(({ table, xmin }) => !counted.includes(table) && counting.has(xmin))
    .map(({ table }) => table);
}

async function rowsIn(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? assert.fail(table);
}

test("no log, no key and no line is written of a note, an undoing, a pile or an answer", async () => {
  const audited = await rowsIn("audit_log");
  const keys = await rowsIn("idempotency_keys");
  const accounts = await rowsIn("accounts");
  logged.length = 0;
  await thirty();
  assert.equal(await rowsIn("audit_log"), audited);
  assert.equal(await rowsIn("idempotency_keys"), keys);
  assert.equal(await rowsIn("accounts"), accounts);
  assert.deepEqual(logged, []);
  // A reader is told of, and how often notes came in all is counted.
  await anna.request("GET /api/campaigns");
  assert.equal(logged.length, 1);
  const metrics = given.services.telemetry.metrics();
  const counts = `route="POST /api/campaigns/:campaign/meetings",status="200"} 30`;
  assert.ok(metrics.includes(counts), metrics);
});

test("the routes that leave no line are these", () => {
  const silent = Object.entries(policy).filter(([, line]) => (line as PolicyLine).untold);
  assert.deepEqual(
    silent.map(([route]) => route),
    [
      "POST /api/campaigns/:campaign/meetings",
      "POST /api/campaigns/:campaign/meetings/undo",
      "POST /api/campaigns/:campaign/piles",
      "POST /api/campaigns/:campaign/confidence",
    ],
  );
});

test("all of a unit's day was written by one transaction, which wrote nothing that has a name", async () => {
  const { rows } = await owner.query<{ day: string; kinds: number; transactions: number }>(
    `select day::text, count(*)::int as kinds, count(distinct xmin::text)::int as transactions
     from meeting_tallies group by day order by day`,
  );
  assert.deepEqual(
    rows.map(({ day, kinds, transactions }) => [day, kinds > 1, transactions]),
    [
      ["2026-10-30", false, 1],
      ["2026-11-01", true, 1],
      ["2026-11-02", true, 1],
    ],
  );
  const confidence = await owner.query("select distinct xmin::text from confidence_tallies");
  assert.equal(confidence.rows.length, 1);
  // Her session was written meanwhile, by another transaction.
  const { rows: sessions } = await owner.query<{ seen: Date; created: Date }>(
    "select last_seen_at as seen, created_at as created from sessions where account_id = $1",
    [anna.account],
  );
  assert.ok(sessions[0] && Number(sessions[0].seen) > Number(sessions[0].created));
  assert.deepEqual(await writtenBeside(), []);
});

test("rows lie in the order of what was answered, not of when it was", async () => {
  const { rows } = await owner.query<{ combination: string }>(
    "select combination from meeting_tallies where day = '2026-11-02' order by ctid",
  );
  const found = rows.map(({ combination }) => combination);
  assert.ok(found.length > 3);
  assert.deepEqual(found, found.toSorted());
});

test("what a colleague noted cannot be told from what she noted: both sign in to the same bytes", async () => {
  const [hers, his] = await Promise.all(
    [anna, samir].map(async (each) => (await each.request(`GET ${path}`)).text()),
  );
  assert.equal(hers, his);
});

test("the next who looks writes how many there were, of days that are over, and no name", async () => {
  const tallied = async () =>
    store.within(own, async (tx) => {
      const lines = await tx.audit.list(0, 100_000);
      return lines.filter(({ action }) => action === "meetings.tallied");
    });
  // Today's is still going on.
  const lines = (await tallied()).toReversed();
  assert.deepEqual(
    lines.map(({ account, details }) => [account, details]),
    [
      [null, { campaign, unit, day: "2026-10-30", meetings: 3 }],
      [null, { campaign, unit, day: "2026-11-01", meetings: 8 }],
    ],
  );
  given.clock.set("2026-11-03T06:00:00Z");
  const leader = { municipality: "9001", role: "analyst", name: "Rut" } as const;
  const reader = await given.givenPerson(leader);
  await Promise.all([1, 2, 3].map(() => reader.request(`GET ${path}`)));
  const after = (await tallied()).filter(({ details }) => details.day === isoDate("2026-11-02"));
  assert.deepEqual(
    after.map(({ account, details }) => [account, details.meetings]),
    [[null, 21]],
  );
  // That transaction is nobody's either: her session was seen in another.
  const beside = await writtenBeside();
  assert.deepEqual([...new Set(beside)].toSorted(), ["audit_heads", "audit_log"]);
});

test("receipts are forgotten when nothing is sent again any more", async () => {
  const before = await rowsIn("meeting_receipts");
  assert.ok(before > 30);
  given.clock.set("2026-11-05T06:00:00Z");
  const reader = { municipality: "9001", role: "caseWorker", unit, name: "Rut" } as const;
  const { participation } = await bodyOf<CampaignView>(
    await (await given.givenPerson(reader)).request(`GET ${path}`),
  );
  // Of the pile, until the campaign is closed.
  assert.equal(await rowsIn("meeting_receipts"), 1);
  assert.equal(participation[0]?.meetings, 32);
});

test("a name that is written together with a count is found by the same search", async () => {
  await store.within(own, async (tx) => {
    const row = { unit, day: isoDate("2026-11-02"), combination: askedNo, count: 1 } as never;
    const receipt = { key: "k", content: "c", day: isoDate("2026-11-05"), isPile: false };
    await tx.screening.note(campaign, [row], receipt);
    tx.audit.append({
      at: given.clock.now(),
      account: anna.account,
      action: "planted",
      details: {},
    });
  });
  assert.ok((await writtenBeside()).includes("audit_log"));
});
