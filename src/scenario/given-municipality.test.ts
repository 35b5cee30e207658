import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isInventedMunicipality } from "#kernel";
import { openTestStore } from "#store/testing";
import { aCase } from "./a-case.ts";
import { answerSheet } from "./answer-sheet.ts";
import { givenMunicipality } from "./given-municipality.ts";

const store = await openTestStore();
after(() => store.close());

const granviken = givenMunicipality("9001")
  .withUnit("Familjefrid")
  .withWorker("Anna")
  .withWorker("Samir")
  .withPerson("Karin", "unitManager");

test("a municipality is told in the order of its words", () => {
  const { code, units, people } = granviken.organisation;
  assert.ok(isInventedMunicipality(code));
  assert.deepEqual(
    units.map(({ name }) => name),
    ["Familjefrid"],
  );
  const unit = granviken.unit("Familjefrid");
  assert.deepEqual(
    people.map(({ name, grants }) => [name, grants]),
    [
      ["Anna", [{ role: "caseWorker", unit }]],
      ["Samir", [{ role: "caseWorker", unit }]],
      ["Karin", [{ role: "unitManager", unit }]],
    ],
  );
});

test("every verb gives a new one: what was given before stays as it was", () => {
  const forty = granviken.withCases(40);
  assert.equal([...granviken.organisation.cases].length, 0);
  assert.equal([...forty.organisation.cases].length, 40);
  assert.equal([...forty.withCases(2).organisation.cases].length, 42);
});

test("the same words give the same cases every time; another seed gives others", () => {
  const once = [...granviken.withCases(5).organisation.cases];
  assert.deepEqual([...granviken.withCases(5).organisation.cases], once);
  const other = givenMunicipality("9001", { seed: 2 })
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(5);
  const codes = (cases: typeof once) => cases.map(({ record }) => record.code);
  assert.notDeepEqual(codes([...other.organisation.cases]), codes(once));
});

test("a case is told by its worker's name", () => {
  const told = aCase()
    .of("Anna")
    .startedOn("2023-03-10")
    .answering({ V01: 1, V02: 1988, V03: 1, V04: 1, V05: 1, V06: 2 })
    .withCompleted("background")
    .withRiskAssessment({ method: 1, date: "2023-03-13", level: 2 });
  const [played] = granviken.withCase(told).organisation.cases;
  assert.equal(played?.record.assignee, granviken.person("Anna"));
  assert.deepEqual(Object.keys(played?.record.completed ?? {}), ["background"]);
  assert.equal(played?.record.sheet.items.length, 1);
});

test("a story without unit, worker or known name is stopped at the word that lacks it", () => {
  const empty = givenMunicipality("9002");
  assert.throws(() => empty.withWorker("Anna"), /unit first/);
  assert.throws(() => empty.withUnit("Ett").withCases(1), /worker first/);
  assert.throws(() => granviken.person("Nadja"), /9001 has no Nadja/);
  assert.throws(() => granviken.withCase(aCase().of("Nadja")), /9001 has no Nadja/);
});

test("written to a store it is all there, and the log is whole", async () => {
  const story = granviken.withCases(12).withCase({ ...aCase(), written: answerSheet });
  await story.writtenTo(store);
  const played = [...story.organisation.cases];
  await store.within(story.organisation.code, async (tx) => {
    for (const { record, revisions, birthYear } of played) {
      assert.deepEqual(await tx.cases.find(record.code), record);
      assert.deepEqual(await tx.cases.history(record.id), revisions);
      const listed = await tx.cases.list({ text: record.code, from: 0, limit: 1 });
      assert.equal(listed.cases[0]?.birthYear, birthYear);
    }
    const { total } = await tx.cases.list({ from: 0, limit: 1 });
    assert.equal(total, 13);
    const notes = played.flatMap((each) => each.notes);
    assert.deepEqual(await tx.audit.verify().then(({ kind }) => kind), "intact");
    const lines = await tx.audit.list(0, notes.length + 1);
    assert.equal(lines.length, notes.length);
    const moments = lines.map(({ at }) => at).toReversed();
    assert.deepEqual(moments, moments.toSorted(), "the log is in the order of time");
  });
});
