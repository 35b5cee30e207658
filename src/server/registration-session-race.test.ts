import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { bodyOf, finished, type GivenTeam, givenTeam, unassigned } from "./testing/given-team.ts";
import type { CaseView } from "./wire.ts";

let store: TestStore;
let given: GivenApp;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
});
after(() => store.close());

/** Whose a case is when the session opens; the restricted ones have one reader, the first of the three. */
type Kind = "own" | "unassigned" | "restricted" | "voided";

const caseKind = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Kind>("own") },
  { weight: 4, arbitrary: fc.constant<Kind>("unassigned") },
  { weight: 1, arbitrary: fc.constant<Kind>("restricted") },
  { weight: 1, arbitrary: fc.constant<Kind>("voided") },
);

const plan = fc.record({
  cases: fc.array(fc.record({ kind: caseKind, owner: fc.nat(2) }), { minLength: 6, maxLength: 24 }),
  /** At each taken case in turn: put off (once), answered, or only read. */
  acts: fc.array(fc.constantFrom("later", "answer", "read"), { minLength: 40, maxLength: 40 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

type Taking = { readonly by: SignedIn; readonly code: string; readonly settled: "done" | "later" };

test("three participants take at once: no case is taken twice, and the counter is right at the end", async () => {
  await fc.assert(fc.asyncProperty(plan, playAfternoon), { numRuns: 6, seed: 20_261_122 });
});

async function playAfternoon({ cases, acts }: Plan): Promise<void> {
  const team = await givenTeam(given);
  const three = [team.anna, team.samir, await team.givenWorker("Nadja")] as const;
  const kinds = new Map<string, { readonly kind: Kind; readonly owner: SignedIn }>();
  for (const { kind, owner } of cases) {
    const person = three[owner] ?? team.anna;
    const code = await person.startCase(team.unit);
    kinds.set(code, { kind, owner: person });
    if (kind === "voided") await team.change(code, { kind: "case-voided" });
    if (kind === "unassigned") await team.change(code, unassigned(person));
    if (kind === "restricted") {
      const readers = { kind: "readers-named", from: null, to: [team.anna.account] } as const;
      await team.change(code, unassigned(person), readers);
    }
  }

  const session = await team.openSession();
  for (const person of three) await team.join(person, session);
  const answered = new Set<string>();
  const takings = (
    await Promise.all(three.map((person, index) => work(team, session, person, acts, index * 7)))
  ).flat();

  const takers = new Map<string, Set<SignedIn>>();
  for (const { code, by } of takings) {
    takers.set(code, (takers.get(code) ?? new Set()).add(by));
  }
  for (const [code, by] of takers) {
    assert.equal(by.size, 1, `${code} was taken by ${by.size}`);
    const found = kinds.get(code);
    const [taker] = by;
    if (found?.kind === "own") assert.equal(taker, found.owner, "a colleague's case was taken");
    if (found?.kind === "restricted") assert.equal(taker, team.anna);
    assert.notEqual(found?.kind, "voided");
  }
  const registrable = [...kinds].filter(([, { kind }]) => kind !== "voided");
  assert.deepEqual([...takers.keys()].sort(), registrable.map(([code]) => code).sort());

  const { counter, queue } = await team.look(team.anna, session);
  assert.deepEqual(counter, {
    done: registrable.length,
    inWork: 0,
    later: 0,
    answers: answered.size,
    cases: answered.size,
  });
  assert.equal(queue.waiting, 0);

  async function work(
    { next, settle, change }: GivenTeam,
    id: string,
    person: SignedIn,
    plannedActs: readonly string[],
    from: number,
  ): Promise<readonly Taking[]> {
    const done: Taking[] = [];
    for (let step = from; ; step++) {
      // As an impatient person does: twice at once.
      const [code, again] = await Promise.all([next(person, id), next(person, id)]);
      assert.equal(code, again);
      if (code === null) return done;
      const act = plannedActs[step % plannedActs.length];
      if (act === "answer") await answerSex(person, code);
      const isSecondTime = done.some((taken) => taken.code === code);
      const settled = act === "later" && !isSecondTime ? "later" : "done";
      // Only a case with nothing left is done.
      if (settled === "done") await change(code, finished);
      await settle(person, id, code, settled);
      done.push({ by: person, code, settled });
    }
  }

  async function answerSex(person: SignedIn, code: string): Promise<void> {
    const { marks } = await bodyOf<CaseView>(await person.request(`GET /api/cases/${code}`));
    const body = { value: { kind: "codes", codes: [1] }, basedOn: marks.V01?.revision ?? 0 };
    await bodyOf(await person.request(`PUT /api/cases/${code}/answers/V01`, body));
    answered.add(code);
  }
}
