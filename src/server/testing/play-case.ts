import assert from "node:assert/strict";
import type { CaseView } from "../wire.ts";
import type { SignedIn } from "./given-app.ts";

export type ChosenAnswers = { readonly [variable: string]: unknown };

export function chosen(...codes: readonly number[]) {
  return { kind: "codes", codes };
}

/** As the client's survey asks. */
export const happy: ChosenAnswers = {
  V26: chosen(1),
  V27: chosen(4),
  V28: chosen(1),
  V29: chosen(1),
};

export async function answerAll(
  worker: SignedIn,
  code: string,
  answers: ChosenAnswers,
): Promise<void> {
  for (const [variable, value] of Object.entries(answers)) {
    const route = `PUT /api/cases/${code}/answers/${variable}`;
    const response = await worker.request(route, { value, basedOn: 0 });
    assert.equal(response.status, 200, `${variable}: ${await response.text()}`);
  }
}

async function addRow(
  worker: SignedIn,
  code: string,
  group: string,
  phase: string,
  id: string,
  fields: ChosenAnswers,
): Promise<void> {
  const added = await worker.request(`POST /api/cases/${code}/items`, { group, phase, id });
  assert.equal(added.status, 200, await added.text());
  for (const [field, value] of Object.entries(fields)) {
    const route = `PUT /api/cases/${code}/items/${id}/answers/${field}`;
    const response = await worker.request(route, { value, basedOn: 0 });
    assert.equal(response.status, 200, `${field}: ${await response.text()}`);
  }
}

export async function complete(
  worker: SignedIn,
  code: string,
  phase: string,
  body: object = {},
): Promise<Response> {
  return worker.request(`POST /api/cases/${code}/phases/${phase}/completion`, body);
}

/** One whole case, through background, before, during and after; closed. */
export async function playCase(worker: SignedIn, unit: string): Promise<string> {
  const code = await worker.startCase(unit);
  await answerAll(worker, code, {
    V01: chosen(1),
    V02: { kind: "number", number: 1988 },
    V03: chosen(1),
    V04: chosen(2),
    V05: chosen(1),
    V06: chosen(2),
  });
  assert.equal((await complete(worker, code, "background")).status, 200);
  await answerAll(worker, code, {
    V07: chosen(2),
    V08: chosen(3),
    V09: chosen(1, 2, 6),
    V10: chosen(2),
    V11: chosen(1),
    V12: chosen(2),
    V13: chosen(1),
  });
  await addRow(worker, code, "riskAssessment", "before", "a".repeat(32), {
    method: chosen(1),
    date: { kind: "date", date: "2026-09-02" },
    level: chosen(2),
    ownEstimate: chosen(3),
  });
  assert.equal((await complete(worker, code, "before")).status, 200);
  await answerAll(worker, code, { V16: chosen(1), V19: chosen(1, 4) });
  await addRow(worker, code, "intervention", "during", "b".repeat(32), {
    type: chosen(4),
    form: chosen(1),
    start: { kind: "date", date: "2026-09-03" },
    end: { kind: "date", date: "2026-10-01" },
  });
  assert.equal((await complete(worker, code, "during")).status, 200);
  await answerAll(worker, code, { V21: chosen(1), V22: chosen(1), V23: chosen(1), V25: chosen(1) });
  const closed = await complete(worker, code, "after", { closedOn: "2026-10-10" });
  assert.equal(closed.status, 200, await closed.clone().text());
  assert.equal(((await closed.json()) as CaseView).state, "closed");
  return code;
}

/** The survey is offered, answered, and keyed in by somebody else. */
export async function keyIn(
  code: string,
  { worker, coordinator }: { readonly worker: SignedIn; readonly coordinator: SignedIn },
  answers: ChosenAnswers,
): Promise<void> {
  const survey = { kind: "offered", on: "2026-10-12" };
  assert.equal((await worker.request(`PUT /api/cases/${code}/survey`, { survey })).status, 200);
  const keyedIn = { answeredOn: "2026-10-12", answers };
  const receipt = await coordinator.request(`POST /api/survey-answers/${code}`, keyedIn);
  assert.equal(receipt.status, 201, await receipt.text());
}
