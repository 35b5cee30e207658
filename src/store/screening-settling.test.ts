import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate, type UnitId } from "#kernel";
import type { MunicipalityTransaction } from "./store.ts";
import { asOwner } from "./testing/as-owner.ts";
import { exampleCampaign } from "./testing/example-campaign.ts";
import { type ExampleMunicipality, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

type Screening = MunicipalityTransaction["screening"];

let store: TestStore;
const [day, today] = [isoDate("2026-03-12"), isoDate("2026-03-13")];
const [askedNo, notAsked] = ["F04=1;F06=3", "F04=2;F05=1"];

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

type Given = {
  readonly here: ExampleMunicipality;
  readonly within: <Result>(work: (screening: Screening) => Promise<Result>) => Promise<Result>;
  readonly campaign: string;
};

async function given(code: string): Promise<Given> {
  const here = await registerExample(store, code);
  const campaign = exampleCampaign(here.unit, here.worker);
  const within: Given["within"] = (work) =>
    store.within(here.code, ({ screening }) => work(screening));
  await within((screening) => screening.saveCampaign(campaign));
  return { here, within, campaign: campaign.id };
}

function rowOf(unit: UnitId, combination = askedNo) {
  return { unit, day, combination, count: 1 };
}

function receipt(key: string, on = day) {
  return { key, content: key, day: on, isPile: false };
}

/** As whoever looks does. */
function look({ within, campaign }: Given): Promise<boolean> {
  return within(async (screening) => {
    const days = await screening.unloggedDays(campaign, today);
    const isSettled = await screening.settle(campaign, today);
    if (isSettled) await screening.markLogged(campaign, days);
    return isSettled;
  });
}

test("what was counted stays as it was, and was all written by whoever looked, in the order of its keys", async () => {
  const all = await given("9001");
  const { here, within, campaign } = all;
  for (const [index, key] of ["c", "a", "b"].entries()) {
    const row = rowOf(here.unit, index === 0 ? notAsked : askedNo);
    await within((screening) => screening.note(campaign, [row], receipt(key)));
  }
  await within((screening) => screening.note(campaign, [rowOf(here.unit)], receipt("0", today)));
  const answer = { moment: "before", answer: "3,4,5" } as const;
  await within((screening) => screening.addConfidence(campaign, answer, receipt("d")));
  const counts = () =>
    within(async (screening) => [
      await screening.tallies(campaign),
      await screening.confidence(campaign),
    ]);
  const told = await counts();
  assert.equal(await look(all), true);
  assert.deepEqual(await counts(), told);
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    const { rows } = await client.query<{ key: string; xmin: string }>(
      "select receipt_key as key, xmin::text from meeting_receipts where day < $1 order by ctid",
      [today],
    );
    assert.deepEqual(
      rows.map(({ key }) => key),
      ["a", "b", "c", "d"],
    );
    const others = await client.query<{ xmin: string }>(
      `select xmin::text from meeting_tallies union select xmin::text from confidence_tallies
       union select xmin::text from meeting_days`,
    );
    assert.equal(new Set([...rows, ...others.rows].map(({ xmin }) => xmin)).size, 1);
  });
  // And is known when it comes once more, and can be taken back.
  const again = (key: string) =>
    within((screening) => screening.note(campaign, [rowOf(here.unit)], receipt(key)));
  assert.equal(await again("a"), "again");
  const undone = within((screening) =>
    screening.undo(campaign, rowOf(here.unit), { key: "a", content: "a", day }),
  );
  assert.equal(await undone, "undone");
});

test("looks, notes, repeats, undoings and answers at once: none waits in a circle, nothing is lost", async () => {
  const all = await given("9002");
  const { here, within, campaign } = all;
  const note = (key: string) =>
    within((screening) => screening.note(campaign, [rowOf(here.unit)], receipt(key)));
  const first = Array.from({ length: 20 }, (_, index) => `first-${index}`);
  for (const key of first) await note(key);
  const work = first.flatMap((key, index) => [
    () => look(all),
    () => note(`second-${index}`),
    () => note(key),
    () =>
      within((screening) => screening.undo(campaign, rowOf(here.unit), { key, content: key, day })),
    () =>
      within((screening) =>
        screening.addConfidence(
          campaign,
          { moment: "before", answer: "1,2,3" },
          receipt(`answer-${index % 10}`),
        ),
      ),
  ]);
  await Promise.all(work.map((each) => each()));
  await look(all);
  assert.deepEqual(await within((screening) => screening.tallies(campaign)), [
    { ...rowOf(here.unit), count: 20 },
  ]);
  const confidence = await within((screening) => screening.confidence(campaign));
  assert.deepEqual(confidence, [{ moment: "before", answer: "1,2,3", count: 10 }]);
});

test("while somebody closes it nothing is settled, and the next who looks does it", async () => {
  const all = await given("9003");
  const { here, within, campaign } = all;
  await within((screening) => screening.note(campaign, [rowOf(here.unit)], receipt("one")));
  await within(async (screening) => {
    assert.equal(await screening.closeCampaign(campaign, instant("2026-04-01T08:00:00Z")), true);
    assert.equal(await look(all), false);
  });
  assert.equal(await look(all), true);
});

test("a day that is changed again is settled again, also where it has as many meetings as before", async () => {
  const all = await given("9004");
  const { here, within, campaign } = all;
  const write = async () => {
    const found = await asOwner(store, async (client) => {
      await client.query("select set_config('app.municipality', '9004', false)");
      return client.query<{ by: string }>("select xmin::text as by from meeting_tallies");
    });
    return found.rows.map(({ by }) => by).join();
  };
  await within((screening) => screening.note(campaign, [rowOf(here.unit)], receipt("one")));
  const noted = await write();
  await look(all);
  const settled = await write();
  assert.notEqual(settled, noted);
  await look(all);
  assert.equal(await write(), settled);
  const undone = { key: "one", content: "one", day };
  await within((screening) => screening.undo(campaign, rowOf(here.unit), undone));
  await within((screening) => screening.note(campaign, [rowOf(here.unit)], receipt("two")));
  const again = await write();
  await look(all);
  assert.notEqual(await write(), again);
});
