import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate } from "#kernel";
import type { CampaignId, TalliedDay } from "#screening";
import type { MunicipalityTransaction } from "./store.ts";
import { asOwner } from "./testing/as-owner.ts";
import { exampleCampaign } from "./testing/example-campaign.ts";
import { type ExampleMunicipality, exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

type Screening = MunicipalityTransaction["screening"];

let store: TestStore;
let here: ExampleMunicipality;
const day = isoDate("2026-03-12");
const [askedNo, askedYes, notAsked] = ["F04=1;F06=3", "F04=1;F06=1;F09=2", "F04=2;F05=1+4"];

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
});
after(() => store.close());

test("the same counts as sent, at whatever day, unit and combination", async () => {
  const campaign = await startCampaign("sums");
  assert.equal(await note(campaign, "one", askedNo), "noted");
  assert.equal(await note(campaign, "two", notAsked), "noted");
  assert.equal(await note(campaign, "three", askedNo), "noted");
  const pile = [rowOf(askedNo, 7), rowOf(askedYes, 2), { ...rowOf(askedYes, 4), day: next }];
  assert.equal(await note(campaign, "pile", ...pile), "noted");
  await within(async (screening) => {
    assert.deepEqual(await screening.tallies(campaign), [
      rowOf(askedYes, 2),
      rowOf(askedNo, 9),
      rowOf(notAsked, 1),
      { ...rowOf(askedYes, 4), day: next },
    ]);
    const sums = await screening.sums(campaign);
    assert.deepEqual(new Map(sums.map(({ combination, count }) => [combination, count])), countsOf);
    assert.deepEqual(await screening.daySums(campaign), [
      rowOf("F04=1", 11),
      rowOf("F04=2", 1),
      { ...rowOf("F04=1", 4), day: next },
    ]);
    assert.equal(await screening.ofTheDay(campaign, here.unit, day), 12);
    assert.equal(await screening.ofTheDay(campaign, here.unit, isoDate("2026-03-20")), 0);
  });
});
const next = isoDate("2026-03-13");
const countsOf = new Map([
  [askedYes, 6],
  [askedNo, 9],
  [notAsked, 1],
]);

test("a receipt is counted once, and another content under it not at all", async () => {
  const campaign = await startCampaign("receipts");
  assert.equal(await note(campaign, "one", askedNo), "noted");
  assert.equal(await note(campaign, "one", askedNo), "again");
  assert.equal(await note(campaign, "one", askedYes), "other");
  assert.deepEqual(await tallies(campaign), [rowOf(askedNo, 1)]);
});

test("what is undone is gone, once, and stays gone when it comes again", async () => {
  const campaign = await startCampaign("undone");
  await note(campaign, "one", askedNo);
  await note(campaign, "two", askedNo);
  await note(campaign, "three", askedYes);
  assert.equal(await undo(campaign, "two", askedYes), "unknown");
  assert.equal(await undo(campaign, "two", askedNo), "undone");
  assert.equal(await undo(campaign, "two", askedNo), "again");
  assert.equal(await undo(campaign, "three", askedYes), "undone");
  assert.equal(await note(campaign, "three", askedYes), "again");
  assert.deepEqual(await tallies(campaign), [rowOf(askedNo, 1)]);
  assert.equal(await undo(campaign, "one", askedNo), "undone");
  assert.deepEqual(await tallies(campaign), []);
  await within(async (screening) => assert.deepEqual(await screening.daySums(campaign), []));
});

test("a note that its undoing has overtaken is not counted", async () => {
  const campaign = await startCampaign("overtaken");
  assert.equal(await undo(campaign, "one", askedNo), "unknown");
  assert.equal(await note(campaign, "one", askedNo), "again");
  assert.deepEqual(await tallies(campaign), []);
});

test("no count can fall below zero: the whole of it is refused", async () => {
  const campaign = await startCampaign("below");
  await note(campaign, "one", askedNo);
  const wrong = within((screening) =>
    screening.undo(campaign, rowOf(askedNo, 2), receiptOf("one", [rowOf(askedNo, 1)])),
  );
  await assert.rejects(wrong, { code: "23514" });
  assert.deepEqual(await tallies(campaign), [rowOf(askedNo, 1)]);
  assert.equal(await undo(campaign, "one", askedNo), "undone");
});

test("fifty notes at once, of the same and of different combinations: none is lost", async () => {
  const campaign = await startCampaign("at-once");
  const combinations = [askedNo, askedYes, notAsked, "F04=1;F06=2", "F04=2;F05=2"];
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      note(campaign, `note-${at}`, combinations[at % 5] ?? askedNo),
    ),
  );
  assert.deepEqual(new Set(outcomes), new Set(["noted"]));
  assert.deepEqual(
    await tallies(campaign),
    combinations.toSorted().map((each) => rowOf(each, 10)),
  );
  await within(async (screening) =>
    assert.deepEqual(await screening.daySums(campaign), [rowOf("F04=1", 30), rowOf("F04=2", 20)]),
  );
});

test("one receipt five times at once counts once", async () => {
  const campaign = await startCampaign("five-times");
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => note(campaign, "one", askedNo)),
  );
  assert.deepEqual(outcomes.toSorted(), ["again", "again", "again", "again", "noted"]);
  assert.deepEqual(await tallies(campaign), [rowOf(askedNo, 1)]);
});

test("undoing and noting at once: whoever comes first, nothing stays counted", async () => {
  const campaign = await startCampaign("racing");
  for (let round = 0; round < 15; round++) {
    const key = `note-${round}`;
    const [noted, undone, undoneToo] = await Promise.all([
      note(campaign, key, askedNo),
      undo(campaign, key, askedNo),
      undo(campaign, key, askedNo),
    ]);
    const undoing = [undone, undoneToo].toSorted();
    if (noted === "noted") assert.deepEqual(undoing, ["again", "undone"]);
    else assert.deepEqual([noted, ...undoing], ["again", "again", "unknown"]);
  }
  assert.deepEqual(await tallies(campaign), []);
});

test("piles over several days in any order wait for each other, never in a circle", async () => {
  const campaign = await startCampaign("piles");
  const rows = [rowOf(askedNo, 3), { ...rowOf(askedYes, 2), day: next }];
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      note(campaign, `pile-${at}`, ...(at % 2 === 0 ? rows : rows.toReversed())),
    ),
  );
  assert.deepEqual(new Set(outcomes), new Set(["noted"]));
  assert.deepEqual(await tallies(campaign), [
    rowOf(askedNo, 36),
    { ...rowOf(askedYes, 24), day: next },
  ]);
});

test("neither transaction nor place tells which of a day's rows changed last", async () => {
  const campaign = await startCampaign("written-anew");
  const seen = async () => {
    const rows = await queryAsOwner(`select combination, xmin::text, cmin::text from meeting_tallies
       where campaign_id = '${campaign}' and day = '${day}' order by ctid`);
    const alike = new Set(rows.map(({ xmin, cmin }) => `${xmin} ${cmin}`));
    assert.equal(alike.size, 1, "rows of one day were written by several statements");
    return rows.map(({ combination }) => combination);
  };
  for (const [at, combination] of [notAsked, askedYes, askedNo, notAsked, askedNo].entries()) {
    await note(campaign, `note-${at}`, combination);
    await note(campaign, `else-${at}`, { ...rowOf(combination, 1), day: next });
    const combinations = await seen();
    assert.deepEqual(combinations, combinations.toSorted());
  }
  await undo(campaign, "note-4", askedNo);
  assert.deepEqual(await seen(), [askedYes, askedNo, notAsked]);
});

test("a closed campaign takes nothing in and gives nothing back; a repeat says so too", async () => {
  const campaign = await startCampaign("closed");
  await note(campaign, "one", askedNo);
  await within(async (screening) => {
    assert.equal(await screening.closeCampaign(campaign, closedAt), true);
    assert.equal(await screening.closeCampaign(campaign, closedAt), false);
    assert.equal((await screening.findCampaign(campaign))?.closedAt, closedAt);
  });
  assert.equal(await note(campaign, "two", askedNo), "closed");
  assert.equal(await undo(campaign, "one", askedNo), "unknown");
  assert.deepEqual(await tallies(campaign), [rowOf(askedNo, 1)]);
});
const closedAt = instant("2026-04-02T09:00:00.000Z");

test("while a campaign is closed, every note that was acknowledged is among what was counted", async () => {
  const campaign = await startCampaign("closing");
  const noting = Array.from({ length: 20 }, (_, at) => note(campaign, `note-${at}`, askedNo));
  const closing = within(async (screening) => {
    await screening.closeCampaign(campaign, closedAt);
    return await screening.tallies(campaign);
  });
  const noted = (await Promise.all(noting)).filter((outcome) => outcome === "noted").length;
  assert.deepEqual(await closing, noted === 0 ? [] : [rowOf(askedNo, noted)]);
  assert.deepEqual(await tallies(campaign), await closing);
});

test("a note that comes while a campaign is being closed waits, and is refused", async () => {
  const campaign = await startCampaign("being-closed");
  const late = await within(async (screening) => {
    await screening.closeCampaign(campaign, closedAt);
    const noting = note(campaign, "late", askedNo);
    // Long enough for it to have come as far as it can.
    for (let looked = 0; looked < 50; looked++) {
      assert.deepEqual(await screening.tallies(campaign), []);
    }
    return [noting];
  });
  assert.deepEqual(await Promise.all(late), ["closed"]);
  assert.deepEqual(await tallies(campaign), []);
});

test("another municipality sees nothing of it, and can add nothing to it", async () => {
  const campaign = await startCampaign("elsewhere");
  await note(campaign, "one", askedNo);
  const other = await registerExample(store, "9002");
  await store.within(other.code, async ({ screening }) => {
    const row = rowOf(askedNo, 1);
    assert.deepEqual(await screening.tallies(campaign), []);
    assert.deepEqual(await screening.sums(campaign), []);
    assert.deepEqual(await screening.daySums(campaign), []);
    assert.equal(await screening.ofTheDay(campaign, here.unit, day), 0);
    const receipt = receiptOf("one", [row]);
    assert.equal(await screening.note(campaign, [row], receipt), "closed");
    assert.equal(await screening.undo(campaign, row, receipt), "unknown");
  });
  assert.deepEqual(await tallies(campaign), [rowOf(askedNo, 1)]);
});

test("receipts are forgotten by their day, those of piles when the campaign is closed", async () => {
  const campaign = await startCampaign("forgotten");
  await note(campaign, "old", askedNo);
  await note(campaign, "new", { ...rowOf(askedNo, 1), day: next });
  const row = rowOf(askedYes, 5);
  const pile = { ...receiptOf("pile", [row]), isPile: true };
  const enter = () => within((screening) => screening.note(campaign, [row], pile));
  assert.equal(await enter(), "noted");
  await within((screening) => screening.forgetReceipts(next));
  assert.equal(await undo(campaign, "old", askedNo), "unknown");
  assert.equal(await note(campaign, "new", { ...rowOf(askedNo, 1), day: next }), "again");
  assert.equal(await enter(), "again");
  await within((screening) => screening.closeCampaign(campaign, closedAt));
  const kept = `select count(*)::int as n from meeting_receipts
    where campaign_id = '${campaign}' and is_pile`;
  assert.deepEqual(await queryAsOwner(kept), [{ n: 0 }]);
});

function within<Result>(work: (screening: Screening) => Promise<Result>): Promise<Result> {
  return store.within(here.code, ({ screening }) => work(screening));
}

async function startCampaign(id: CampaignId): Promise<CampaignId> {
  const campaign = { ...exampleCampaign(here.unit, here.worker), id, at: exampleInstant };
  assert.deepEqual(await within((screening) => screening.saveCampaign(campaign)), {
    kind: "saved",
  });
  return id;
}

function rowOf(combination: string, count: number): TalliedDay {
  return { unit: here.unit, day, combination, count };
}

type Sent = string | TalliedDay;

function note(campaign: CampaignId, key: string, ...sent: readonly Sent[]) {
  const rows = sent.map((each) => (typeof each === "string" ? rowOf(each, 1) : each));
  return within((screening) => screening.note(campaign, rows, receiptOf(key, rows)));
}

function undo(campaign: CampaignId, key: string, combination: string) {
  const row = rowOf(combination, 1);
  return within((screening) => screening.undo(campaign, row, receiptOf(key, [row])));
}

function receiptOf(key: string, rows: readonly TalliedDay[]) {
  const content = rows.map((row) => Object.values(row).join()).join(";");
  return { key, content: `${key} ${content}`, day: rows[0]?.day ?? day, isPile: false };
}

function tallies(campaign: CampaignId): Promise<readonly TalliedDay[]> {
  return within((screening) => screening.tallies(campaign));
}

/** As the tables' owner, in the municipality. */
function queryAsOwner(text: string): Promise<readonly { readonly [column: string]: unknown }[]> {
  return asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [here.code]);
    return (await client.query(text)).rows;
  });
}
