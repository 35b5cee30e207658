import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseView, Refusal } from "./wire.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let berit: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  const worker = { municipality: "9001", role: "caseWorker", unit: "familjefrid" } as const;
  anna = await given.givenPerson({ name: "Anna", ...worker });
  berit = await given.givenPerson({ name: "Berit", ...worker });
});
after(() => store.close());

function chosen(...codes: readonly number[]) {
  return { kind: "codes", codes };
}

async function viewOf(response: Response, status = 200): Promise<CaseView> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  return JSON.parse(text) as CaseView;
}

async function refusalOf(response: Response): Promise<readonly string[]> {
  const { problems } = (await response.json()) as Refusal;
  return problems.map(({ code, at }) => (at ? `${code} ${at}` : code));
}

test("an answer is stored, marked with who and when, and given back", async () => {
  const code = await anna.startCase("familjefrid");
  const route = `PUT /api/cases/${code}/answers/V01`;
  const view = await viewOf(await anna.request(route, { value: chosen(1), basedOn: 0 }));
  assert.deepEqual(view.sheet.answers, { V01: chosen(1) });
  assert.equal(view.marks.V01?.by, "Anna");
  const read = await viewOf(await anna.request(`GET /api/cases/${code}`));
  assert.deepEqual(read, view);
});

test("a repeated save takes effect once, and is answered alike", async () => {
  const code = await anna.startCase("familjefrid");
  const route = `PUT /api/cases/${code}/answers/V01`;
  const body = { value: chosen(2), basedOn: 0 };
  const first = await viewOf(await anna.request(route, body, "same-key-1"));
  const again = await viewOf(await anna.request(route, body, "same-key-1"));
  assert.deepEqual(again, first);
  assert.equal(again.revision, 2);
});

test("what waited while somebody else signed in beside it is not saved in that one's name", async () => {
  const code = await anna.startCase("familjefrid");
  const path = `/api/cases/${code}/answers/V01`;
  async function saveAs(waitedFor: SignedIn): Promise<number> {
    const { status } = await given.app.request(path, {
      method: "PUT",
      headers: {
        Cookie: anna.cookie,
        Origin: "http://127.0.0.1:3210",
        "Content-Type": "application/json",
        "Idempotency-Key": "waited-in-a-window",
        "Skillnad-Account": waitedFor.account,
      },
      body: JSON.stringify({ value: chosen(1), basedOn: 0 }),
    });
    return status;
  }
  assert.equal(await saveAs(berit), 401);
  const unanswered = await viewOf(await anna.request(`GET /api/cases/${code}`));
  assert.deepEqual(unanswered.sheet.answers, {});
  assert.equal(await saveAs(anna), 200);
});

test("two taps at «Nytt ärende» start one case", async () => {
  const body = { startedOn: "2026-10-01", unit: "familjefrid" };
  const [one, other] = await Promise.all([
    anna.request("POST /api/cases", body, "double-click"),
    anna.request("POST /api/cases", body, "double-click"),
  ]);
  assert.equal((await viewOf(one, 201)).code, (await viewOf(other, 201)).code);
});

test("the same key for something else is refused", async () => {
  const code = await anna.startCase("familjefrid");
  const route = `PUT /api/cases/${code}/answers/V01`;
  await anna.request(route, { value: chosen(1), basedOn: 0 }, "same-key-2");
  const other = await anna.request(route, { value: chosen(2), basedOn: 2 }, "same-key-2");
  assert.deepEqual(await refusalOf(other), ["repeated-key"]);
});

test("a refused answer may be sent again under its key when the reason is gone", async () => {
  const code = await anna.startCase("familjefrid");
  const answer = `PUT /api/cases/${code}/answers/V12`;
  const body = { value: chosen(2), basedOn: 0 };
  assert.deepEqual(await refusalOf(await anna.request(answer, body, "same-key-3")), [
    "not-asked V12",
  ]);
  await anna.request(`PUT /api/cases/${code}/answers/V04`, { value: chosen(2), basedOn: 0 });
  const view = await viewOf(await anna.request(answer, body, "same-key-3"));
  assert.deepEqual(view.sheet.answers.V12, chosen(2));
});

test("of two people at one question, the second is told what changed and by whom", async () => {
  const code = await anna.startCase("familjefrid");
  await berit.request(`POST /api/cases/${code}/access-reasons`, { reason: "Anna är ledig." });
  const route = `PUT /api/cases/${code}/answers/V03`;
  await anna.request(route, { value: chosen(1), basedOn: 0 });
  const second = await berit.request(route, { value: chosen(4), basedOn: 0 });
  assert.equal(second.status, 409);
  const refusal = (await second.json()) as Refusal;
  assert.match(refusal.problems[0]?.sentence ?? "", /^Anna ändrade samma fråga kl\. 09\.00\./);
  assert.deepEqual(refusal.case?.sheet.answers.V03, chosen(1));
  const basedOn = refusal.case?.marks.V03?.revision;
  const view = await viewOf(await berit.request(route, { value: chosen(4), basedOn }));
  assert.deepEqual(view.sheet.answers.V03, chosen(4));
  const other = `PUT /api/cases/${code}/answers/V05`;
  await viewOf(await anna.request(other, { value: chosen(1), basedOn: 0 }));
});

test("fifty answers at once from two people: every acknowledged one is there", async () => {
  const code = await anna.startCase("familjefrid");
  await berit.request(`POST /api/cases/${code}/access-reasons`, { reason: "Vi delar ärendet." });
  const questions = ["V01", "V03", "V04", "V05", "V06"];
  const sent = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const [person, question] = [index % 2 ? anna : berit, questions[index % 5] as string];
      const value = chosen(1 + (index % 2));
      const route = `PUT /api/cases/${code}/answers/${question}`;
      const response = await person.request(route, { value, basedOn: 0 });
      return { question, value, isAcknowledged: response.status === 200, status: response.status };
    }),
  );
  assert.ok(sent.every(({ status }) => status === 200 || status === 409));
  const read = await viewOf(await anna.request(`GET /api/cases/${code}`));
  for (const question of questions) {
    const acknowledged = sent.filter((each) => each.question === question && each.isAcknowledged);
    assert.ok(acknowledged.length > 0);
    for (const { value } of acknowledged) assert.deepEqual(read.sheet.answers[question], value);
  }
});

test("nothing is half done when a body is broken", async () => {
  const code = await anna.startCase("familjefrid");
  const route = `PUT /api/cases/${code}/answers/V01`;
  const broken: readonly [unknown, string][] = [
    [{ value: { kind: "codes", codes: ["1"] }, basedOn: 0 }, "malformed-request value"],
    [{ value: chosen(1) }, "malformed-request basedOn"],
    [{ value: chosen(7), basedOn: 0 }, "unknown-option V01"],
    [{ value: chosen(1, 2), basedOn: 0 }, "wrong-kind-of-answer V01"],
    [{ value: { kind: "missing", code: 97 }, basedOn: 0 }, "unknown-option V01"],
    [{ value: chosen(1), basedOn: 0, admin: true }, "malformed-request JSON"],
    ["x".repeat(70_000), "request-too-large"],
  ];
  for (const [body, expected] of broken) {
    assert.deepEqual(await refusalOf(await anna.request(route, body)), [expected]);
  }
  const read = await viewOf(await anna.request(`GET /api/cases/${code}`));
  assert.deepEqual(read.sheet.answers, {});
});

test("a variable named like every object's own is unknown", async () => {
  const code = await anna.startCase("familjefrid");
  for (const name of ["__proto__", "constructor", "toString", "V99", "V14", "V26"]) {
    const route = `PUT /api/cases/${code}/answers/${name}`;
    const response = await anna.request(route, { value: chosen(1), basedOn: 0 });
    assert.deepEqual(await refusalOf(response), [`unknown-variable ${name}`]);
  }
});
