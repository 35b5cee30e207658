/**
 * What units noted of their meetings: until the campaign is closed nobody is told an answer, and afterwards
 * nobody but a unit's own people what is not among the protected figures.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Role } from "#access";
import { type JsonValue, municipalityCode, unitId } from "#kernel";
import type { Campaign } from "#screening";
import { openTestStore, type TestStore } from "#store/testing";
import {
  type GivenApp,
  givenApp,
  givenClosing,
  givenMeetings,
  type SignedIn,
} from "../../src/server/testing/index.ts";
import { collect, found, leastTelling } from "./canaries.ts";
import { type Asked, answersTo, everyRole, logOf, stranger, type Walker } from "./canary-app.ts";

const own = municipalityCode("9071");
const [large, other, small] = ["Stora", "Andra", "Lilla"] as const;
const id = "fokus-november";

/** Every answer by itself in the large units; in the small one a few, for whose sake others are hidden. */
const combinations = [
  ...["F04=1;F06=1;F09=1", "F04=1;F06=1;F09=2+3", "F04=1;F06=2;F09=5", "F04=1;F06=2;F09=4"],
  ...["F04=1;F06=3", "F04=1;F06=3;F07=1", "F04=1;F06=4;F08=2", "F04=1;F06=3;F07=3;F08=4"],
  ...["F04=2;F05=1", "F04=2;F05=2+6;F07=2", "F04=2;F05=3+4", "F04=2;F05=7;F08=1"],
];
const few = ["F04=1;F06=1;F09=4", "F04=1;F06=4;F08=2", "F04=2;F05=2+6;F07=2"];
const meetings = [
  ...combinations.map((combination, at) => ({
    ...{ unit: unitId(large), combination, count: 11_003 + 1_709 * at },
  })),
  ...few.map((combination, at) => ({ unit: unitId(small), combination, count: at + 1 })),
  ...few.map((combination) => ({ unit: unitId(other), combination, count: 2 })),
];

/** Those that a unit's exact figures are for. */
const inUnit: readonly Role[] = ["caseWorker", "unitManager"];

let store: TestStore;
let given: GivenApp;
let campaign: Campaign;
let people: ReadonlyMap<Role, SignedIn>;
let outside: readonly Walker[];
let asked: Asked;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  given.clock.set("2026-11-27T09:00:00Z");
  for (const unit of [large, other, small]) await given.givenUnit(own, unit);
  people = await everyRole(given, own, large);
  const by = people.get("coordinator")?.account ?? assert.fail();
  campaign = await givenMeetings(store, { municipality: own, id, by, meetings });
  const beside = await everyRole(given, own, other);
  const far = { name: "Berit", municipality: "9072", role: "unitManager" } as const;
  outside = [
    ...[...people]
      .filter(([role]) => !inUnit.includes(role))
      .map(([name, { request }]) => ({ name, request })),
    ...[...beside].map(([role, { request }]) => ({ name: `${role} beside`, request })),
    { name: "of another municipality", request: (await given.givenPerson(far)).request },
    stranger(given),
  ];
  asked = {
    ...Object.fromEntries(
      [
        ...["code", "session", "region", "variable", "way", "place", "chapter", "table", "file"],
        ...["round", "sequence", "number", "account", "review", "mark", "receiver", "provider"],
        ...["halfYear", "id"],
      ].map((part) => [part, ["none"]]),
    ),
    unit: [large, other],
    campaign: [id],
    language: ["sv"],
    kind: ["committee", "staff", "collaboration"],
    source: [`campaign:${id}`],
  };
});
after(() => store?.close());

/** What is in each unit, and in all, by question and answer, and by several together. */
function counted(unit?: string): readonly number[] {
  const noted = meetings.filter((each) => unit === undefined || each.unit === unit);
  const sumOf = (isIn: (combination: string) => boolean) =>
    noted.reduce((sum, { combination, count }) => sum + (isIn(combination) ? count : 0), 0);
  const codes = ["F05", "F06", "F07", "F08", "F09"].flatMap((question) =>
    [1, 2, 3, 4, 5, 6, 7].map((code) => {
      const given = new RegExp(`${question}=(?:\\d\\+)*${code}(?!\\d)`);
      return sumOf((combination) => given.test(combination));
    }),
  );
  return [
    ...codes,
    ...["F05", "F06", "F07", "F08", "F09"].map((name) => sumOf((each) => each.includes(name))),
    sumOf((each) => /F06=[12]/.test(each)),
    ...noted.map(({ count }) => count),
  ];
}

/** How many were asked, and how many not, is told all the while. */
const participation = new Set(
  [undefined, large, other, small].flatMap((unit) =>
    ["", "F04=1", "F04=2"].map((start) =>
      meetings
        .filter((each) => unit === undefined || each.unit === unit)
        .filter(({ combination }) => combination.startsWith(start))
        .reduce((sum, { count }) => sum + count, 0),
    ),
  ),
);

function canariesBut(told: readonly number[]): ReadonlySet<number> {
  const all = [undefined, large, other, small].flatMap(counted);
  return new Set(
    all.filter(
      (count) => count >= leastTelling && !participation.has(count) && !told.includes(count),
    ),
  );
}

test("while it is open nobody is told an answer, not in the unit either, and no log has one", async () => {
  const canaries = canariesBut([]);
  assert.ok(canaries.size >= 25, `only ${canaries.size}`);
  const everybody = [...people].map(([name, { request }]) => ({ name, request }));
  const seen = await answersTo([...everybody, ...outside], asked);
  assert.deepEqual(found([...seen, await logOf(store, own)], canaries), []);
  // The walk does find what is told: how many meetings there were.
  assert.ok(found(seen, participation).some((each) => each.includes(`/api/campaigns/${id}:`)));
});

test("once it is closed nobody outside the unit is told what is not among the protected figures", async () => {
  await givenClosing(store, own, campaign);
  const kept = await store.within(own, (tx) => tx.screening.results(id));
  const told: number[] = [];
  collect((kept?.content as { readonly tables: JsonValue } | undefined)?.tables, told);
  assert.ok(told.some((count) => count >= leastTelling));
  const hidden = canariesBut(told);
  assert.ok(hidden.size >= 15, `only ${hidden.size}`);
  const seen = await answersTo(outside, asked);
  assert.ok(
    seen.some(({ at, text }) => at.startsWith("analyst") && text.includes('"lane":"safe"')),
  );
  assert.deepEqual(found([...seen, await logOf(store, own)], hidden), []);
  // And it finds them where they may be: with the unit's own people, on one page.
  const within = [...people].filter(([role]) => inUnit.includes(role));
  const exact = await answersTo(
    within.map(([name, { request }]) => ({ name, request })),
    asked,
  );
  const at = new Set(found(exact, hidden).map((each) => each.replace(/: \d+$/, "")));
  assert.deepEqual(
    [...at],
    inUnit.map((role) => `${role} GET /api/units/${large}/campaigns/${id}/results`),
  );
});
