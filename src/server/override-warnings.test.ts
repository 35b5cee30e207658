import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseHistory, CaseView, Refusal } from "./wire.ts";

let store: TestStore;
let anna: SignedIn;

before(async () => {
  store = await openTestStore();
  const given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  anna = await given.givenPerson({
    name: "Anna",
    municipality: "9001",
    role: "caseWorker",
    unit: "familjefrid",
  });
});
after(() => store.close());

const row = "0".repeat(32);
const check = "very-severe-without-assessment";

async function done(route: string, body: unknown): Promise<CaseView> {
  const response = await anna.request(route, body);
  const text = await response.text();
  assert.equal(response.status, 200, `${route}: ${text}`);
  return JSON.parse(text) as CaseView;
}

/** «Före» answered in full: the violence is very severe, and no risk assessment was made. */
async function severeCase(): Promise<string> {
  const code = await anna.startCase("familjefrid");
  const base = `/api/cases/${code}`;
  const set = (at: string, ...codes: readonly number[]) =>
    done(`PUT ${base}${at}`, { value: { kind: "codes", codes }, basedOn: 0 });
  await set("/answers/V07", 8);
  await set("/answers/V09", 2);
  await set("/answers/V10", 3);
  await set("/answers/V11", 1);
  await set("/answers/V13", 1);
  await done(`POST ${base}/items`, { group: "riskAssessment", phase: "before", id: row });
  await set(`/items/${row}/answers/method`, 8);
  return code;
}

test("answers that look odd are asked about once, and the reason stays in the history", async () => {
  const code = await severeCase();
  const route = `POST /api/cases/${code}/phases/before/completion`;
  const refused = await anna.request(route, {});
  assert.equal(refused.status, 422);
  const { problems } = (await refused.json()) as Refusal;
  assert.deepEqual(
    problems.map(({ code: problem, at }) => [problem, at]),
    [["warning-unanswered", check]],
  );
  assert.match(problems[0]?.sentence ?? "", /skriv varför de stämmer: Våldet är mycket grovt/);

  const reason = "Klienten placerades samma dag";
  const view = await done(route, { overrides: [{ check, reason }] });
  assert.deepEqual(view.completed.before?.overrides, [{ check, reason }]);
  const told = await anna.request(`GET /api/cases/${code}/history`);
  const { revisions } = (await told.json()) as CaseHistory;
  assert.deepEqual(revisions.at(-1)?.changes, [
    { kind: "phase-completed", phase: "before", overrides: [{ check, reason }] },
  ]);
});

test("a reason with a personnummer or without words completes nothing", async () => {
  const code = await severeCase();
  const route = `POST /api/cases/${code}/phases/before/completion`;
  const lookalike = ["990230", "0004"].join("-");
  for (const reason of ["", "x", `det gäller ${lookalike}`, "x ".repeat(300)]) {
    const response = await anna.request(route, { overrides: [{ check, reason }] });
    assert.equal(response.status, 422, reason);
  }
  const view = (await (await anna.request(`GET /api/cases/${code}`)).json()) as CaseView;
  assert.deepEqual(view.completed, {});
});
