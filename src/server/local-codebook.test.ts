import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { contentOf, emptyContent, type LocalContent } from "#codebook";
import { firstRows } from "#delivery";
import { instant, isoDate, municipalityCode, seededRandomness } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { codebookShelf } from "./codebook-shelf.ts";
import { deliverFromStore } from "./deliver-from-store.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseView, CodebookList, Refusal, UnitFigures } from "./wire.ts";
import type { LocalCodebook } from "./wire-of-local-codebook.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let manager: SignedIn;
let other: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
});
after(() => store.close());

let municipality = 9010;
let code = "";

/** A municipality of its own for each test: what one publishes is no other's. */
beforeEach(async () => {
  municipality += 1;
  code = String(municipality);
  await given.givenUnit(code, `unit-${code}`);
  const unit = `unit-${code}`;
  anna = await given.givenPerson({ name: "Anna", municipality: code, role: "caseWorker", unit });
  manager = await given.givenPerson({ name: "Mia", municipality: code, role: "unitManager", unit });
  other = await given.givenPerson({ name: "Olle", municipality: "9002", role: "coordinator" });
});

const text = (sv: string) => ({ sv, en: sv });
const option = (optionCode: number, label: string) => ({ code: optionCode, label: text(label) });

/** As the browser writes a question. */
function question(number: number, more: object = {}): LocalContent["variables"][number] {
  return {
    id: `k${code}.fraga${number}`,
    concept: `k${code}fraga${number}`,
    label: text("Har en stödperson"),
    type: "single",
    phase: "before",
    options: [option(1, "Nej"), option(2, "Ja")],
    missing: [{ code: 99, label: text("Vet ej") }],
    required: false,
    privacy: "sensitive",
    exportLevel: "local",
    collapse: [],
    provenance: { status: "published" },
    ...more,
  };
}

function asking(...variables: LocalContent["variables"]): LocalContent {
  return { ...emptyContent, variables };
}

async function ok<Value>(response: Response): Promise<Value> {
  const body = await response.text();
  assert.ok(response.ok, body);
  return JSON.parse(body) as Value;
}

async function refusedWith(response: Response, status: number): Promise<Refusal["problems"]> {
  const body = (await response.json()) as Refusal;
  assert.equal(response.status, status, JSON.stringify(body));
  return body.problems;
}

async function save(content: LocalContent, basedOn = 0): Promise<LocalCodebook> {
  return ok(await manager.request("PUT /api/local-codebook/draft", { basedOn, content }));
}

async function publish(content: LocalContent, note = "Ny fråga."): Promise<LocalCodebook> {
  const saved = await save(content);
  const basedOn = saved.draft?.revision;
  return ok(await manager.request("POST /api/local-codebook/publication", { basedOn, note }));
}

async function look(by = manager): Promise<LocalCodebook> {
  return ok(await by.request("GET /api/local-codebook"));
}

async function answer(caseCode: string, variable: string, chosen: number): Promise<CaseView> {
  const value = { kind: "codes", codes: [chosen] };
  const route = `PUT /api/cases/${caseCode}/answers/${variable}`;
  return ok(await anna.request(route, { value, basedOn: 0 }));
}

async function figure(variable: string) {
  const route = `GET /api/units/unit-${code}/figures`;
  const figures = await ok<UnitFigures>(await anna.request(route));
  const found = figures.variables.find(({ id }) => id === variable);
  return { cases: figures.cases, base: found?.base, rows: found?.rows };
}

test("a question goes from draft to published to registered to counted", async () => {
  const old = await anna.startCase(`unit-${code}`);
  const own = `k${code}.fraga1`;

  const drafted = await save(asking(question(1)));
  assert.deepEqual(drafted.draft?.problems, []);
  assert.deepEqual(
    drafted.draft?.changes.map(({ kind, id }) => [kind, id]),
    [["added", own]],
  );
  const seen = await look(anna);
  assert.equal(seen.draft?.by, "Mia");
  const commented = await ok<LocalCodebook>(
    await anna.request("POST /api/local-codebook/comments", {
      variable: own,
      text: "Räknas en granne?",
    }),
  );
  const [comment] = commented.comments;
  assert.deepEqual([comment?.by, comment?.text], ["Anna", "Räknas en granne?"]);
  await ok(await manager.request(`POST /api/local-codebook/comments/${comment?.id}/settlement`));

  const basedOn = drafted.draft?.revision;
  const published = await ok<LocalCodebook>(
    await manager.request("POST /api/local-codebook/publication", { basedOn, note: "Stödperson." }),
  );
  assert.equal(published.draft, null);
  assert.deepEqual(
    published.versions.map(({ codebook, note, by }) => [codebook, note, by]),
    [[`k${code}-v1`, "Stödperson.", "Mia"]],
  );

  // The old case keeps its codebook; the new one is asked the question at once.
  const fresh = await anna.startCase(`unit-${code}`);
  const refused = await anna.request(`PUT /api/cases/${old}/answers/${own}`, {
    value: { kind: "codes", codes: [2] },
    basedOn: 0,
  });
  await refusedWith(refused, 422);
  assert.equal((await answer(fresh, own, 2)).codebook, `k${code}-v1`);
  await answer(old, "V01", 1);
  await answer(fresh, "V01", 1);

  const counted = await figure(own);
  assert.equal(counted.cases, 2);
  assert.deepEqual([counted.base?.eligible, counted.base?.answered], [1, 1]);
  const sex = await figure("V01");
  assert.deepEqual([sex.base?.eligible, sex.base?.answered], [2, 2]);
});

test("a common variable cannot be touched, nor one be made that leaves the municipality", async () => {
  const content = asking(
    question(1, { id: "V01", concept: "sex" }),
    question(2, { exportLevel: "national" }),
    question(3, { concept: "violenceSeverity", id: `k${code}.V10` }),
    question(4, { id: "k9999.fraga1" }),
  );
  const { draft } = await save(content);
  assert.deepEqual(
    draft?.problems.map(({ code: problem, details }) => `${problem} ${details?.pointer}`),
    [
      "codebook-overlay-touches-common /variables/0/id",
      "codebook-namespace /variables/3/id",
      "codebook-overlay-touches-common /variables/0/concept",
      "codebook-overlay-touches-common /variables/2/concept",
      "codebook-inconsistent /variables/1/exportLevel",
    ],
  );
  const publishing = await manager.request("POST /api/local-codebook/publication", {
    basedOn: draft?.revision,
    note: "Nytt.",
  });
  assert.equal((await refusedWith(publishing, 422)).length, 5);
  assert.deepEqual((await look()).versions, []);
});

test("what hinders is told in Swedish, by the names that people know", async () => {
  const content = asking(
    question(1, { label: text("Klientens personnummer") }),
    question(2, { label: text("Antal samtal"), type: "integer" }),
    question(3, {
      label: text("Stöd av"),
      options: [option(1, "")],
      condition: { answer: `k${code}.borta`, in: [1] },
    }),
  );
  const { draft } = await save(content);
  assert.deepEqual(
    draft?.problems.map(({ sentence }) => sentence),
    [
      "«Antal samtal», gränserna: Ange det lägsta och det högsta värde som kan stämma.",
      `«Stöd av», villkoret hänvisar till «k${code}.borta», som inte finns. Välj något som finns.`,
      "«Antal samtal»: Frågan besvaras med ett tal eller ett datum. Ta bort svarsalternativen.",
      "«Stöd av», svarsalternativ 1 saknar text. Skriv en.",
      "«Klientens personnummer» får inte frågas om. Skillnad sparar aldrig personnummer. Ta bort frågan.",
    ],
  );
});

test("two who edit: the second is told, and nothing of the first's is lost", async () => {
  await save(asking(question(1)));
  const late = await manager.request("PUT /api/local-codebook/draft", {
    basedOn: 0,
    content: emptyContent,
  });
  const [problem] = await refusedWith(late, 409);
  assert.match(problem?.sentence ?? "", /^Mia ändrade utkastet 09[.:]00\. Ladda om sidan/);
  assert.equal((await look()).draft?.content.variables.length, 1);
});

test("a draft that was discarded is not revived by one who still sees it", async () => {
  const first = await save(asking(question(1)));
  await ok(
    await manager.request(`DELETE /api/local-codebook/draft?basedOn=${first.draft?.revision}`),
  );
  assert.equal((await look()).draft, null);
  const second = await save(asking(question(1), question(2)));
  assert.ok((second.draft?.revision ?? 0) > (first.draft?.revision ?? 0));
  const late = await manager.request("PUT /api/local-codebook/draft", {
    basedOn: first.draft?.revision,
    content: emptyContent,
  });
  await refusedWith(late, 409);
});

test("an unchanged draft is not published, nor one without a word about what is new", async () => {
  await publish(asking(question(1)));
  const { draft } = await save(asking(question(1)));
  const basedOn = draft?.revision;
  const route = "POST /api/local-codebook/publication";
  const [note] = await refusedWith(await manager.request(route, { basedOn, note: " " }), 422);
  assert.equal(note?.code, "note-needed");
  const [same] = await refusedWith(await manager.request(route, { basedOn, note: "Ny." }), 409);
  assert.equal(same?.code, "draft-unchanged");
});

test("a code keeps its meaning, also when a version in between did without it", async () => {
  await publish(asking(question(1, { options: [option(1, "Nej"), option(2, "Ja, vän")] })));
  await publish(asking(question(1, { options: [option(1, "Nej")] })));
  const { draft, highestCodes } = await save(
    asking(question(1, { options: [option(1, "Nej"), option(2, "Ja, granne")] })),
  );
  assert.deepEqual(highestCodes, { [`k${code}.fraga1`]: 2 });
  assert.deepEqual(
    draft?.problems.map(({ sentence }) => sentence),
    [
      "«Har en stödperson», svarsalternativ 2: koden 2 betydde «Ja, vän» och betyder nu «Ja, granne». Använd en ny kod.",
    ],
  );
  const changed = await save(
    asking(question(1, { type: "multiple", phase: "during" })),
    draft?.revision,
  );
  assert.deepEqual(
    changed.draft?.problems.map(({ details }) => details?.pointer),
    ["/variables/0/type", "/variables/0/phase", "/variables/0/options/1"],
  );
});

test("each version's cases are counted by what they were asked", async () => {
  const own = `k${code}.fraga1`;
  await publish(asking(question(1)));
  const first = await anna.startCase(`unit-${code}`);
  await answer(first, own, 1);
  // Now only where the client is a woman, and with one more answer.
  const options = [option(1, "Nej"), option(2, "Ja"), option(3, "Ja, flera")];
  const condition = { answer: "V01", in: [1] };
  await publish(asking(question(1, { options, condition }), question(2)));
  const [asked, unasked] = [
    await anna.startCase(`unit-${code}`),
    await anna.startCase(`unit-${code}`),
  ];
  await answer(asked, "V01", 1);
  await answer(unasked, "V01", 2);
  await answer(asked, own, 3);
  await answer(first, "V01", 2);
  const { base, rows, cases } = await figure(own);
  assert.equal(cases, 3);
  assert.deepEqual([base?.eligible, base?.answered], [2, 2]);
  assert.deepEqual(
    rows?.map(({ count }) => count),
    [1, 0, 1, 0],
  );
  assert.equal((await figure(`k${code}.fraga2`)).base?.eligible, 2);
});

test("the open measure is switched on by whoever wants it, and its rows are told before and after", async () => {
  const before = await look();
  assert.deepEqual(
    before.measures.map(({ id }) => id),
    ["m1-oppet-matt"],
  );
  assert.deepEqual(before.inUse.measures, []);
  await publish({ ...emptyContent, measures: ["m1-oppet-matt"] }, "Öppet mått.");
  const caseCode = await anna.startCase(`unit-${code}`);
  const item = "a".repeat(32);
  await ok(
    await anna.request(`POST /api/cases/${caseCode}/items`, {
      group: "m1.openMeasure",
      phase: "before",
      id: item,
    }),
  );
  await ok(
    await anna.request(`PUT /api/cases/${caseCode}/items/${item}/answers/exposure`, {
      value: { kind: "codes", codes: [4] },
      basedOn: 0,
    }),
  );
  const { base } = await figure("m1.exposureBefore");
  assert.deepEqual([base?.eligible, base?.answered], [1, 1]);
});

test("another municipality sees nothing of it, and its codebook is as if it were not there", async () => {
  await publish(asking(question(1)));
  const list = await ok<CodebookList>(await other.request("GET /api/codebooks"));
  assert.deepEqual(
    list.codebooks.map(({ id }) => id),
    ["su-kvinnofrid-2021", "su-kvinnofrid-2019"],
  );
  const foreign = await other.request(`GET /api/codebooks/k${code}-v1`);
  const unknown = await other.request("GET /api/codebooks/finns-inte");
  assert.deepEqual([foreign.status, await foreign.text()], [unknown.status, await unknown.text()]);
  const own = await ok<CodebookList>(await manager.request("GET /api/codebooks"));
  assert.equal(own.current, `k${code}-v1`);
  assert.equal((await look(other)).versions.length, 0);
});

test("after a restart the published version is still the one that is used", async () => {
  await publish(asking(question(1)));
  const shelf = codebookShelf([given.services.codebooks.common()]);
  for (const codebook of await store.codebooks.local()) shelf.add(codebook);
  assert.equal(shelf.of(municipalityCode(code)).id, `k${code}-v1`);
});

test("a delivery holds the cases of all versions, and nothing of what is the municipality's own", async () => {
  await anna.startCase(`unit-${code}`);
  await publish(asking(question(1)));
  const fresh = await anna.startCase(`unit-${code}`);
  await answer(fresh, `k${code}.fraga1`, 2);
  await answer(fresh, "V01", 1);
  await publish(asking(question(1), question(2)));
  await answer(await anna.startCase(`unit-${code}`), `k${code}.fraga2`, 1);
  const { common, of } = given.services.codebooks;
  for (const codebook of [common(), of(municipalityCode(code))]) {
    const lines = await Array.fromAsync(
      deliverFromStore(store, {
        ...firstRows,
        kind: "demo",
        municipality: { code: municipalityCode(code), name: "Påhittköping", county: "91" },
        round: {
          id: "2026",
          period: { from: isoDate("2026-01-01"), until: isoDate("2027-01-01") },
          cutOff: instant("2026-12-31T12:00:00Z"),
        },
        codebook,
        randomness: seededRandomness(4),
      }),
    );
    assert.equal(lines.length, 5);
    assert.equal(JSON.parse(lines[0] ?? "").codebook.id, "su-kvinnofrid-2021");
    assert.doesNotMatch(lines.slice(1).join(), /fraga|k90/);
  }
});

test("a text that cannot be stored, or turns the writing, is refused where it stands", async () => {
  const bad = asking(question(1, { label: text("Fråga\u202e") }));
  const response = await manager.request("PUT /api/local-codebook/draft", {
    basedOn: 0,
    content: bad,
  });
  const [problem] = await refusedWith(response, 422);
  assert.deepEqual(
    [problem?.code, problem?.details?.pointer],
    ["text-not-allowed", "/variables/0/label/sv"],
  );
  let deep: object = {};
  for (let depth = 0; depth < 100; depth++) deep = { not: deep };
  const content = asking(question(1, { condition: deep }));
  const refused = await manager.request("PUT /api/local-codebook/draft", { basedOn: 0, content });
  assert.equal(refused.status, 422);
});

test("an overlay that ships with Skillnad is what a municipality's own versions go on from", async () => {
  const person = { name: "Ola", municipality: "9007", role: "coordinator" } as const;
  await given.givenUnit("9007", "centrum");
  const ola = await given.givenPerson(person);
  const { inUse, versions } = await ok<LocalCodebook>(await ola.request("GET /api/local-codebook"));
  assert.deepEqual(versions, []);
  assert.deepEqual(
    inUse.variables.map(({ id }) => id),
    ["k9007.coping"],
  );
  const shipped = given.services.codebooks.of(municipalityCode("9007"));
  assert.ok(contentOf(shipped).variables.length > inUse.variables.length);
});
