import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isoDate, municipalityCode, unitId } from "#kernel";
import type { TalliedDay } from "#screening";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "../../src/server/testing/index.ts";
import { found, type Seen } from "./canaries.ts";
import { type Asked, answersTo, everyRole, logOf, stranger, type Walker } from "./canary-app.ts";

/** What was answered at meetings is told to nobody while the campaign runs: only how many there were. */
const own = municipalityCode("9071");
const campaign = "campaign-that-runs";
const [frid, boende] = ["frid", "boende"] as const;

/** Five digits each, so that nobody mistakes them; no sum of them is another's. */
const counts = [
  ["F04=1;F06=1;F09=2", 10_007],
  ["F04=1;F06=2;F09=1+3", 10_103],
  ["F04=1;F06=3", 11_027],
  ["F04=1;F06=3;F07=1", 13_049],
  ["F04=2;F05=1", 17_081],
  ["F04=2;F05=1+4", 25_111],
] as const;

let store: TestStore;
let given: GivenApp;
let walkers: readonly Walker[];
let asked: Asked;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  for (const unit of [frid, boende]) await given.givenUnit(own, unit);
  const [here, there] = [await everyRole(given, own, frid), await everyRole(given, own, boende)];
  const leader = here.get("coordinator") ?? assert.fail();
  await plan(leader);
  await store.within(own, async ({ screening }) => {
    const receipt = { content: "c", day: isoDate("2026-11-02"), isPile: true };
    for (const [index, unit] of [frid, boende].entries()) {
      const rows = rowsOf(unit, index === 0 ? 1 : 2);
      assert.equal(await screening.note(campaign, rows, { ...receipt, key: unit }), "noted");
    }
  });
  const elsewhere = { name: "Berit", municipality: "9072", role: "unitManager" } as const;
  walkers = [
    ...[...here].map(([name, { request }]) => ({ name, request })),
    ...[...there].map(([name, { request }]) => ({ name: `${name} there`, request })),
    { name: "of another municipality", request: (await given.givenPerson(elsewhere)).request },
    stranger(given),
  ];
  const nothing = ["code", "session", "region", "variable", "provider", "kind", "source", "place"];
  asked = {
    ...Object.fromEntries(
      [
        ...nothing,
        ...["chapter", "table", "file", "round", "sequence", "number", "account", "review", "mark"],
        ...["receiver", "halfYear", "way", "language"],
      ].map((part) => [part, ["none"]]),
    ),
    id: ["fokusmanad-2026"],
    unit: [frid, boende],
    campaign: [campaign],
  };
});
after(() => store?.close());

function rowsOf(unit: string, times: number): readonly TalliedDay[] {
  return counts.flatMap(([combination, count]) =>
    ["2026-10-30", "2026-11-02"].map((day) => ({
      ...{ unit: unitId(unit), day: isoDate(day), combination },
      count: count * times + (day === "2026-10-30" ? 0 : 1),
    })),
  );
}

async function plan(leader: SignedIn): Promise<void> {
  const planned = await leader.request(`PUT /api/campaigns/${campaign}`, {
    ...{
      revision: 0,
      name: "Fokusmånad",
      firstDay: "2026-10-26",
      lastDay: "2026-11-25",
      routine: null,
    },
    units: [frid, boende].map((unit) => ({ unit, kind: 1, expected: null })),
    ...{ instrument: { kind: "own" }, contacts: "", goals: "", guide: "" },
    ...{ round: null, tellsReceiver: false },
  });
  assert.equal(planned.status, 200, await planned.text());
}

const all = [...rowsOf(frid, 1), ...rowsOf(boende, 2)];

function sumOf(rows: readonly TalliedDay[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Each row, and each answer's sum: of a unit on a day, of a unit, on a day and of all. */
function canaries(): ReadonlySet<number> {
  const answers = new Set(all.flatMap(({ combination }) => combination.split(";")));
  const parts = [...answers].filter((answer) => !answer.startsWith("F04"));
  const sets = [frid, boende, null].flatMap((unit) =>
    ["2026-10-30", "2026-11-02", null].map((day) =>
      all.filter((row) => (unit ?? row.unit) === row.unit && (day ?? row.day) === row.day),
    ),
  );
  const sums = sets.flatMap((rows) =>
    parts.map((part) => sumOf(rows.filter((row) => row.combination.split(";").includes(part)))),
  );
  return new Set([...all.map(({ count }) => count), ...sums]);
}

test("what was answered at meetings is told to nobody, and stands in no log, while the campaign runs", async () => {
  const hidden = canaries();
  assert.ok(hidden.size > 50, String(hidden.size));
  const seen = await answersTo(walkers, asked);
  assert.deepEqual(found([...seen, await logOf(store, own)], hidden), []);
  const told = await participationSeen(seen);
  assert.ok(told.length >= 9, told.join("\n"));
});

/** How many there were of each unit is told to those who read the campaign, and to nobody else. */
async function participationSeen(seen: readonly Seen[]): Promise<readonly string[]> {
  const meetings = new Set([sumOf(rowsOf(frid, 1))]);
  const told = found(seen, meetings);
  const readers = /^(caseWorker|unitManager|coordinator|analyst|committeeReader)( there)? /;
  for (const each of told) {
    assert.match(each, readers);
    assert.ok(each.includes(` GET /api/campaigns/${campaign}:`), each);
  }
  return told;
}

test("the log is told of each day's meetings when it is over, and a planted answer is found", async () => {
  const log = await logOf(store, own);
  const ofDay = rowsOf(frid, 1).filter(({ day }) => day === "2026-10-30");
  assert.equal(found([log], new Set([sumOf(ofDay)])).length, 1);
  const [first = 0] = canaries();
  await store.within(own, async (tx) => {
    tx.audit.append({
      at: given.clock.now(),
      account: null,
      action: "planted",
      details: { first },
    });
  });
  assert.equal(found([await logOf(store, own)], canaries()).length, 1);
});
