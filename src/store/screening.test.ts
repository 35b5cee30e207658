import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate, unitId } from "#kernel";
import { asOwner } from "./testing/as-owner.ts";
import { exampleCampaign, exampleObstacle, exampleTextPack } from "./testing/example-campaign.ts";
import { exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const later = instant("2026-04-01T09:00:00.000Z");
const receipt = { content: "content", day: isoDate("2026-03-12"), isPile: false };

test("a campaign is planned, and written over by whoever read it last", async () => {
  const { code, unit, worker: by } = await registerExample(store, "9001");
  const campaign = exampleCampaign(unit, by);
  const routine = {
    ...campaign,
    id: "always",
    firstDay: isoDate("2026-01-01"),
    lastDay: isoDate("2026-06-30"),
    routine: "goes-on",
    instrument: { kind: "freda-short", version: "2014" },
    units: [{ unit, kind: 2, expected: null }],
    round: "2026",
  } as const;
  await store.within(code, async ({ screening }) => {
    assert.deepEqual(await screening.saveCampaign(campaign), { kind: "saved" });
    assert.deepEqual(await screening.saveCampaign(routine), { kind: "saved" });
    assert.deepEqual(await screening.campaigns(), [campaign, routine]);
    const changed = { ...campaign, revision: 2, goals: "Alla.", at: later };
    assert.deepEqual(await screening.saveCampaign(changed), { kind: "saved" });
    for (const late of [campaign, { ...changed, goals: "Ingen." }, { ...changed, revision: 4 }]) {
      assert.deepEqual(await screening.saveCampaign(late), { kind: "changed" });
    }
    assert.deepEqual(await screening.findCampaign(campaign.id), changed);
    assert.equal(await screening.closeCampaign(campaign.id, later), true);
    assert.deepEqual(await screening.saveCampaign({ ...changed, revision: 3 }), {
      kind: "changed",
    });
    assert.deepEqual(await screening.findCampaign(campaign.id), { ...changed, closedAt: later });
    assert.equal(await screening.findCampaign("another"), undefined);
    assert.equal(await screening.closeCampaign("another", later), false);
  });
});

test("days are logged once, when they are over, and again when their count has changed", async () => {
  const { code, unit, worker } = await registerExample(store, "9002");
  const { id } = exampleCampaign(unit, worker);
  const [day, today] = [isoDate("2026-03-12"), isoDate("2026-03-13")];
  let sent = 0;
  const note = (on: typeof day) =>
    store.within(code, ({ screening }) => {
      const row = { unit, day: on, combination: "F04=1;F06=3", count: 1 };
      return screening.note(id, [row], { ...receipt, key: `note-${sent++}` });
    });
  const log = () =>
    store.within(code, async ({ screening }) => {
      const days = await screening.unloggedDays(id, today);
      await screening.markLogged(id, days);
      return days;
    });
  await store.within(code, ({ screening }) =>
    screening.saveCampaign(exampleCampaign(unit, worker)),
  );
  await note(day);
  await note(day);
  await note(today);
  // Whoever reads at the same time is not told of them too.
  await store.within(code, async ({ screening }) => {
    assert.deepEqual(await screening.unloggedDays(id, today), [{ unit, day, count: 2 }]);
    assert.deepEqual(await log(), []);
  });
  assert.deepEqual(await log(), [{ unit, day, count: 2 }]);
  assert.deepEqual(await log(), []);
  await note(day);
  assert.deepEqual(await log(), [{ unit, day, count: 3 }]);
  const row = { unit, day, combination: "F04=1;F06=3", count: 1 };
  for (const key of ["note-0", "note-1", "note-3"]) {
    await store.within(code, ({ screening }) => screening.undo(id, row, { ...receipt, key }));
  }
  assert.deepEqual(await log(), [{ unit, day, count: 0 }]);
});

test("confidence is counted by moment, once per receipt, and written anew together", async () => {
  const { code, unit, worker } = await registerExample(store, "9003");
  const campaign = exampleCampaign(unit, worker);
  const add = (key: string, answer: string, moment: "before" | "after" = "before") =>
    store.within(code, ({ screening }) =>
      screening.addConfidence(
        campaign.id,
        { moment, answer },
        { ...receipt, content: answer, key },
      ),
    );
  await store.within(code, ({ screening }) => screening.saveCampaign(campaign));
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, at) => add(`answer-${at}`, at % 3 === 0 ? "4,3,5" : "1,1,1")),
  );
  assert.deepEqual(new Set(outcomes), new Set(["noted"]));
  assert.equal(await add("answer-0", "4,3,5"), "again");
  assert.equal(await add("answer-0", "5,5,5"), "other");
  assert.equal(await add("late", "5,5,5", "after"), "noted");
  await store.within(code, async ({ screening }) => {
    assert.deepEqual(await screening.confidence(campaign.id), [
      { moment: "after", answer: "5,5,5", count: 1 },
      { moment: "before", answer: "1,1,1", count: 8 },
      { moment: "before", answer: "4,3,5", count: 4 },
    ]);
  });
  const written = await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [code]);
    return await client.query(
      "select distinct xmin::text from confidence_tallies where moment = 'before'",
    );
  });
  assert.equal(written.rows.length, 1);
});

test("an obstacle's action is written, and written over by whoever read it last", async () => {
  const { code, unit, worker: by } = await registerExample(store, "9004");
  const action = { ...exampleObstacle, campaign: "a-month", by, at: exampleInstant };
  await store.within(code, async ({ screening }) => {
    await screening.saveCampaign(exampleCampaign(unit, by));
    assert.equal(await screening.saveObstacle(action), "saved");
    const without = { ...action, id: "b", dueOn: null, carriedFrom: action.id };
    const sooner = { ...action, id: "c", dueOn: isoDate("2026-04-01") };
    for (const each of [without, sooner]) await screening.saveObstacle(each);
    const next = { ...action, revision: 2, state: "done", outcome: "Gjort.", at: later } as const;
    assert.equal(await screening.saveObstacle(next), "saved");
    for (const late of [action, next, { ...next, revision: 4 }]) {
      assert.equal(await screening.saveObstacle(late), "changed");
    }
    assert.deepEqual(await screening.obstacles(), [sooner, next, without]);
  });
});

test("a unit has one checklist, its own, written over by whoever read it last", async () => {
  const { code, unit, worker: by } = await registerExample(store, "9005");
  const first = { unit, revision: 1, steps: "Ensamma?", contacts: "", by, at: exampleInstant };
  const second = { ...first, revision: 2, contacts: "Jouren", at: later };
  await store.within(code, async ({ screening }) => {
    assert.equal(await screening.checklist(unit), undefined);
    assert.equal(await screening.saveChecklist(first), "saved");
    assert.equal(await screening.saveChecklist(first), "changed");
    assert.equal(await screening.saveChecklist(second), "saved");
    assert.equal(await screening.saveChecklist({ ...second, steps: "" }), "changed");
    assert.deepEqual(await screening.checklist(unit), second);
    assert.equal(await screening.checklist(unitId("another")), undefined);
  });
});

test("a text pack is kept with its licence until it is taken away", async () => {
  const { code, worker: by } = await registerExample(store, "9006");
  const other = { ...exampleTextPack, id: "other", name: "Andra frågor" };
  await store.within(code, async ({ screening }) => {
    for (const pack of [exampleTextPack, other]) {
      await screening.saveTextPack(pack, by, exampleInstant);
    }
    assert.deepEqual(await screening.textPacks(), [other, exampleTextPack]);
    const anew = { ...exampleTextPack, questions: ["<b>Bara en?</b>"] };
    await screening.saveTextPack(anew, by, later);
    assert.equal(await screening.removeTextPack("other"), true);
    assert.equal(await screening.removeTextPack("other"), false);
    assert.deepEqual(await screening.textPacks(), [anew]);
  });
});

test("a campaign's results are kept once, as they were", async () => {
  const { code, unit, worker } = await registerExample(store, "9007");
  const campaign = exampleCampaign(unit, worker);
  const kept = {
    codebook: "fokusmanad-2026",
    content: { tables: [1, null] },
    sha256: "a".repeat(64),
    at: later,
  };
  await store.within(code, async ({ screening }) => {
    await screening.saveCampaign(campaign);
    assert.equal(await screening.results(campaign.id), undefined);
    assert.equal(await screening.keepResults(campaign.id, kept), "saved");
    assert.equal(await screening.keepResults(campaign.id, { ...kept, content: {} }), "taken");
    assert.deepEqual(await screening.results(campaign.id), kept);
  });
});

test("nothing of it is seen in another municipality", async () => {
  const { code, unit, worker: by } = await registerExample(store, "9008");
  const other = await registerExample(store, "9009");
  const campaign = exampleCampaign(unit, by);
  const at = exampleInstant;
  await store.within(code, async ({ screening }) => {
    await screening.saveCampaign(campaign);
    await screening.saveObstacle({ ...exampleObstacle, campaign: campaign.id, by, at });
    await screening.saveChecklist({ unit, revision: 1, steps: "", contacts: "", by, at });
    await screening.saveTextPack(exampleTextPack, by, at);
    const answer = { moment: "before", answer: "4,3,5" } as const;
    await screening.addConfidence(campaign.id, answer, { ...receipt, key: "one" });
  });
  await store.within(other.code, async ({ screening }) => {
    assert.deepEqual(await screening.campaigns(), []);
    assert.equal(await screening.findCampaign(campaign.id), undefined);
    assert.equal(await screening.closeCampaign(campaign.id, later), false);
    assert.deepEqual(await screening.obstacles(), []);
    assert.equal(await screening.checklist(unit), undefined);
    assert.deepEqual(await screening.textPacks(), []);
    assert.equal(await screening.removeTextPack(exampleTextPack.id), false);
    assert.deepEqual(await screening.confidence(campaign.id), []);
    assert.deepEqual(await screening.unloggedDays(campaign.id, isoDate("2027-01-01")), []);
  });
});
