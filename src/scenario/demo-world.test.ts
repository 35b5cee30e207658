import assert from "node:assert/strict";
import { after, test } from "node:test";
import { roles } from "#access";
import { effectiveCodebook } from "#codebook";
import {
  daysBetween,
  hasPersonnummer,
  type IsoDate,
  isInventedMunicipality,
  isoDate,
  isWithin,
  swedishDay,
} from "#kernel";
import { openTestStore } from "#store/testing";
import { demoAccounts } from "./demo-accounts.ts";
import { demoWorld } from "./demo-world.ts";
import { fillDemo } from "./fill-demo.ts";

const today = isoDate("2026-11-23");
const size = { municipalities: 9, cases: 60 };
const worldOn = (day: IsoDate) => demoWorld(2026, day, size);
const world = worldOn(today);
const municipalities = world.organisations.filter(({ kind }) => kind === "municipality");
const store = await openTestStore();
after(() => store.close());

/** Units with the cases at work today; those of the round have long been closed. */
function unitsOfDemo() {
  return municipalities.flatMap((municipality) => {
    const cases = [...municipality.cases].filter(
      ({ record }) => !isWithin(record.startedOn, world.round.period),
    );
    return municipality.units.map((unit) => ({
      name: unit.name,
      cases: cases.filter(({ record }) => record.unit === unit.id),
    }));
  });
}

test("no place in the demo can be mistaken for a real one", () => {
  for (const { code, name, county } of municipalities) {
    assert.ok(isInventedMunicipality(code), name);
    assert.ok(Number(county) > 25, `${name} lies in a county that does not exist`);
  }
});

test("the whole demo is as large as what was followed up, and every municipality has its people", () => {
  const whole = demoWorld(2026, today);
  const places = whole.organisations.filter(({ kind }) => kind === "municipality");
  assert.equal(places.length, 34);
  const names = places.map(({ name }) => name);
  assert.deepEqual(names.slice(0, 2), ["Granviken", "Norrlöv"]);
  assert.equal(places.find(({ code }) => code === "9007")?.name, "Åsmarken");
  for (const { people, units, contact } of places) {
    assert.ok(people.some(({ name }) => name === contact));
    assert.ok(units.length > 0);
    assert.equal(new Set(people.map(({ account }) => account)).size, people.length);
    for (const { since } of people) assert.ok(swedishDay(since) < whole.round.period.from);
  }
});

test("the cases of the round are closed and settled: nobody has them to do", () => {
  for (const { cases } of municipalities) {
    for (const { record } of cases) {
      if (!isWithin(record.startedOn, world.round.period)) continue;
      assert.equal(record.state, "closed");
      assert.ok(record.survey.kind !== "not-yet-offered" && record.survey.kind !== "offered");
      assert.ok(record.lastStepAt < "2025-01-01");
    }
  }
});

test("there is one way in for every role, Anna first", () => {
  const accounts = demoAccounts(world);
  assert.deepEqual(
    accounts.map(({ role }) => role),
    [...roles],
  );
  assert.match(accounts[0]?.name ?? "", /^Anna /);
  assert.equal(accounts[0]?.unit, "Familjefrid");
  assert.equal(new Set(accounts.map(({ account }) => account)).size, roles.length);
});

test("every state of a figure can be seen: solid, uncertain, too few, empty", () => {
  const sizes = new Map(unitsOfDemo().map(({ name, cases }) => [name, cases.length]));
  assert.equal(sizes.get("Familjefrid"), 60);
  assert.equal(sizes.get("Öppenvården"), 12);
  assert.equal(sizes.get("Stödcentrum Fyren"), 7);
  assert.equal(sizes.get("Skyddade boendet"), 0);
});

test("Anna has something of everything to do", () => {
  const [anna] = demoAccounts(world);
  const [familjefrid] = unitsOfDemo();
  const mine = (familjefrid?.cases ?? []).filter(({ record }) => record.assignee === anna?.account);
  const quiet = (at: string) =>
    daysBetween(swedishDay(at as (typeof mine)[0]["record"]["lastStepAt"]), today);
  const open = mine.filter(({ record }) => record.state === "open");
  const closed = mine.filter(({ record }) => record.state === "closed");
  assert.ok(open.some(({ record }) => quiet(record.lastStepAt) < 60 && !record.completed.during));
  assert.ok(closed.some(({ record }) => record.survey.kind === "not-yet-offered"));
  const unit = (familjefrid?.cases ?? []).map(({ record }) => record);
  assert.ok(unit.some(({ state, lastStepAt }) => state === "open" && quiet(lastStepAt) >= 60));
  assert.ok(unit.some(({ state, completed }) => state === "open" && completed.during));
  assert.ok(
    unit.some(({ survey }) => survey.kind === "offered"),
    "something to key in",
  );
  assert.ok(
    familjefrid?.cases.some(({ accessReasons }) => accessReasons.length > 0),
    "a notice",
  );
  assert.ok(familjefrid?.cases.some(({ revisions }) => revisions.some(({ reason }) => reason)));
  assert.ok(
    unit.some(({ lastStepAt }) => quiet(lastStepAt) <= 4),
    "the demo looks alive",
  );
});

test("a municipality with a question of its own has it answered", () => {
  const own = municipalities.find(({ code }) => code === "9007");
  const [overlay] = [effectiveCodebook("k9007-ostersund-manner")];
  const local = overlay?.variables.find(({ id }) => id.startsWith("k9007."));
  assert.ok(own && local);
  const cases = [...own.cases];
  assert.ok(cases.every(({ record }) => record.codebook === overlay?.id));
  assert.ok(cases.some(({ record }) => record.sheet.answers[local.id]));
});

test("the same day and seed give the same demo, and another day moves it along", () => {
  const codes = (of: typeof world) =>
    of.organisations.flatMap(({ cases }) => [...cases].map(({ record }) => record.code));
  assert.deepEqual(codes(worldOn(today)), codes(world));
  const later = worldOn(isoDate("2027-03-15"));
  const [first] = later.organisations[0]?.cases ?? [];
  assert.ok((first?.record.lastStepAt ?? "") < "2027-03-15");
});

test("the demo can be opened on any day: new year, a leap day, a Monday, a Sunday", () => {
  for (const day of ["2026-12-24", "2027-01-01", "2028-02-29", "2028-03-06", "2030-06-30"]) {
    for (const { cases } of worldOn(isoDate(day)).organisations) {
      for (const { record } of cases) assert.ok(record.lastStepAt < day);
    }
  }
});

test("nothing in the demo looks like a personnummer", () => {
  for (const { cases, people, ...place } of world.organisations) {
    assert.ok(!hasPersonnummer(JSON.stringify([place, people])));
    for (const { record, revisions, accessReasons } of cases) {
      // Identifiers are random digits and letters: what people read is the rest.
      const told = [record.code, record.sheet.answers, revisions.map(({ reason }) => reason)];
      const read = JSON.stringify([told, accessReasons.map(({ reason }) => reason)]);
      assert.ok(!hasPersonnummer(read), read);
    }
  }
});

test("filled into a store, every case, answer and step is there, and each chain is whole", async () => {
  await fillDemo(store, world);
  const known = await store.municipalities();
  assert.deepEqual(
    known.map(({ name }) => name).toSorted(),
    world.organisations.map(({ name }) => name).toSorted(),
  );
  for (const { code, cases: lived, people, units, contact } of world.organisations) {
    const played = [...lived];
    await store.within(code, async (tx) => {
      assert.equal(await tx.municipality.contact(), contact);
      assert.equal((await tx.units.list()).length, units.length);
      assert.equal((await tx.accounts.list()).length, people.length);
      const found = new Map<string, unknown>();
      for await (const record of tx.cases.stream()) found.set(record.id, record);
      const counting = played.filter(({ record }) => !record.voided);
      assert.equal(found.size, counting.length);
      for (const { record } of counting) assert.deepEqual(found.get(record.id), record);
      const verdict = await tx.audit.verify();
      assert.equal(verdict.kind, "intact");
      const notes = played.flatMap((each) => each.notes).length;
      if (verdict.kind === "intact") assert.equal(verdict.head.sequence, notes);
      const reasons = played.flatMap(({ accessReasons }) => accessReasons).length;
      assert.equal((await tx.accessReasons.notices(1000)).length, reasons);
    });
  }
});

test("one unit's manager has shared a case, taken one from its worker, restricted one and voided one", () => {
  const familjefrid = unitsOfDemo().find(({ name }) => name === "Familjefrid");
  const records = familjefrid?.cases.map(({ record }) => record) ?? [];
  const codes = (is: (record: (typeof records)[number]) => boolean) => records.filter(is).length;
  assert.equal(
    codes(({ sharedWith }) => sharedWith !== null),
    1,
  );
  assert.equal(
    codes(({ assignee }) => assignee === null),
    1,
  );
  assert.equal(
    codes(({ readers }) => readers?.length === 2),
    1,
  );
  assert.equal(
    codes(({ voided }) => voided !== null),
    1,
  );
});

test("one worker has opened ten of a colleague's cases or more, one night within the month", () => {
  const familjefrid = unitsOfDemo().find(({ name }) => name === "Familjefrid");
  const atNight = (familjefrid?.cases ?? []).filter(({ notes }) =>
    notes.some(({ at }) => at.slice(11, 13) === "23"),
  );
  assert.ok(atNight.length >= 10, `${atNight.length}`);
  for (const { record, notes, accessReasons } of atNight) {
    const night = notes.filter(({ at }) => at.slice(11, 13) === "23");
    assert.deepEqual(
      night.map(({ action }) => action),
      ["case.reason-asked", "case.opened-with-reason", "case.read"],
    );
    assert.ok(night.every(({ account }) => account !== record.assignee));
    assert.ok(accessReasons.some(({ at }) => at === night[0]?.at));
  }
});
