import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, type Randomness, randomId, seededRandomness, unitId } from "#kernel";
import type { CaseRecord, Revision } from "#registration";
import { openTestStore, type TestStore } from "#store/testing";
import { type CaseShadow, followHistory, shadowOf, shown } from "./testing/case-shadow.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseView } from "./wire.ts";
import type { HandedOver } from "./wire-of-units.ts";

/**
 * Twenty people at four cases at once, over the real app and the real database: they answer one
 * question over each other, complete, reopen, hand over, share, transfer, void and restore, and send
 * every third request twice. Afterwards the histories are followed step by step: what was acknowledged
 * is there, once; what was refused is not; and nobody overwrote what she had not seen.
 */
let store: TestStore;
let given: GivenApp;

const municipality = "9001";
const units = ["mottagningen", "boendet"] as const;
const requestsEach = 14;
const contested = "V02";

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of units) {
    await given.givenUnit(municipality, unit);
    await store.within(municipalityCode(municipality), (tx) =>
      tx.units.update({ id: unitId(unit), name: unit, isOpenToColleagues: true }),
    );
  }
});
after(() => store.close());

type Sent = {
  readonly person: SignedIn;
  readonly code: string;
  readonly kind: string;
  /** A birth year that nobody else writes in this case, and what the writer saw there before. */
  readonly year: number | null;
  readonly seen: string | null;
  readonly sentAt: number;
  readonly answers: readonly {
    readonly status: number;
    readonly doneAt: number;
    readonly text: string;
  }[];
};

/** Ticks once for everything that is sent or comes back: what came before what. */
let ticks = 0;

const years = new Map<string, number>();

function unusedYear(code: string): number {
  const year = (years.get(code) ?? 1909) + 1;
  assert.ok(year <= 2005, "more answers than there are years to tell them apart by");
  years.set(code, year);
  return year;
}

async function sendOnceOrTwice(
  chance: Randomness,
  about: Omit<Sent, "sentAt" | "answers">,
  route: string,
  body: unknown,
): Promise<Sent> {
  const key = randomId(given.services.randomness);
  const sentAt = ++ticks;
  const times = chance.below(3) === 0 ? 2 : 1;
  const answers = await Promise.all(
    Array.from({ length: times }, async () => {
      const response = await about.person.request(route, body, key);
      const text = await response.text();
      return { status: response.status, doneAt: ++ticks, text };
    }),
  );
  return { ...about, sentAt, answers };
}

const isDone = ({ status }: Sent["answers"][number]) => status === 200;

function acknowledged(sent: Sent): boolean {
  return sent.answers.some(isDone);
}

function viewOf(answer: Sent["answers"][number]): CaseView {
  return JSON.parse(answer.text) as CaseView;
}

/** One worker: mostly answers the contested question, as she last saw it. */
async function work(person: SignedIn, codes: readonly string[], seed: number): Promise<Sent[]> {
  const chance = seededRandomness(seed);
  const screens = new Map<string, CaseView>();
  const sent: Sent[] = [];
  for (let index = 0; index < requestsEach; index++) {
    const code = codes[chance.below(codes.length)] ?? "";
    const screen = screens.get(code);
    const at = `/api/cases/${code}`;
    const send = (kind: string, route: string, body: unknown) =>
      sendOnceOrTwice(chance, { person, code, kind, year: null, seen: null }, route, body);
    const dice = chance.below(10);
    let latest: Sent;
    if (dice < 6 || screen === undefined) {
      const year = unusedYear(code);
      const before = screen?.sheet.answers[contested];
      const about = { person, code, kind: "answer", year, seen: before ? shown(before) : null };
      const basedOn = screen?.marks[contested]?.revision ?? 0;
      const body = { value: { kind: "number", number: year }, basedOn };
      latest = await sendOnceOrTwice(chance, about, `PUT ${at}/answers/${contested}`, body);
    } else if (dice < 8) {
      latest = await send("complete", `POST ${at}/phases/background/completion`, {});
    } else {
      const reason = { reason: "Rättelse av svar." };
      latest = await send("reopen", `POST ${at}/phases/background/reopening`, reason);
    }
    sent.push(latest);
    const done = latest.answers.find(isDone);
    if (done) screens.set(code, viewOf(done));
    else {
      const looked = await person.request(`GET ${at}`);
      if (looked.status === 200) screens.set(code, (await looked.json()) as CaseView);
    }
  }
  return sent;
}

/** A manager of both units: what becomes of the cases as a whole. A voided case she soon restores. */
async function manage(
  person: SignedIn,
  workers: readonly SignedIn[],
  codes: readonly string[],
  seed: number,
): Promise<Sent[]> {
  const chance = seededRandomness(seed);
  const pick = <Each>(among: readonly Each[]): Each => among[chance.below(among.length)] as Each;
  const sent: Sent[] = [];
  let voided: string | null = null;
  for (let index = 0; index < requestsEach; index++) {
    const code: string = voided ?? pick(codes);
    const at = `/api/cases/${code}`;
    const reason = `Beslut nummer ${seed} ${String.fromCharCode(97 + index)}.`;
    const assignee = chance.below(4) === 0 ? null : pick(workers).account;
    const share = chance.below(4) === 0 ? null : { unit: pick(units), assignee: null };
    const handOver = { from: pick(workers).account, to: assignee, reason };
    const restore = ["restore", `POST ${at}/restoring`, { reason }] as const;
    const anything = [
      ["assign", `PUT ${at}/assignee`, { assignee }],
      ["share", `PUT ${at}/share`, { share }],
      ["share", `PUT ${at}/share`, { share }],
      ["transfer", `PUT ${at}/unit`, { unit: pick(units), reason }],
      ["void", `POST ${at}/voiding`, { reason }],
      [`hand over: ${reason}`, `POST /api/units/${pick(units)}/hand-over`, handOver],
      restore,
    ] as const;
    const [kind, route, body]: (typeof anything)[number] =
      voided === null ? pick(anything) : restore;
    voided = kind === "void" ? code : null;
    sent.push(
      await sendOnceOrTwice(chance, { person, code, kind, year: null, seen: null }, route, body),
    );
  }
  return sent;
}

/** Everything but the contested question answered, so that the phase can be completed. */
async function givenCase(worker: SignedIn): Promise<string> {
  const code = await worker.startCase(units[0]);
  for (const variable of ["V01", "V03", "V04", "V05", "V06"]) {
    const body = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
    const answered = await worker.request(`PUT /api/cases/${code}/answers/${variable}`, body);
    assert.equal(answered.status, 200, await answered.text());
  }
  return code;
}

type Ended = {
  readonly record: CaseRecord;
  readonly revisions: readonly Revision[];
  /** How the case stood after each of them. */
  readonly shadows: readonly CaseShadow[];
};

async function endOf(code: string): Promise<Ended> {
  return store.within(municipalityCode(municipality), async (tx) => {
    const record = await tx.cases.find(code);
    assert.ok(record);
    const revisions = await tx.cases.history(record.id);
    return { record, revisions, shadows: followHistory(revisions, units[0]) };
  });
}

function yearSetBy({ changes }: Revision): number | null {
  for (const change of changes) {
    const isContested = change.kind === "answer-set" && change.address.variable === contested;
    if (isContested && change.to?.kind === "number") return change.to.number;
  }
  return null;
}

/** Of every answer: acknowledged and there once, upon what its writer saw; or refused and not there. */
function assertAnswersExactlyOnce({ revisions, shadows }: Ended, sent: readonly Sent[]): void {
  for (const each of sent) {
    if (each.year === null) continue;
    const found = revisions.filter((revision) => yearSetBy(revision) === each.year);
    assert.equal(found.length, acknowledged(each) ? 1 : 0, `${each.year} in ${each.code}`);
    const [written] = found;
    if (!written) continue;
    assert.equal(written.by, each.person.account);
    const overwritten = shadows[written.revision - 2]?.answers[contested] ?? null;
    assert.equal(overwritten, each.seen, "somebody's answer was overwritten unseen");
  }
}

/** Every answer of the server showed the case as it once stood, and never went back in time. */
function assertSeenInOrder({ shadows }: Ended, sent: readonly Sent[]): void {
  const views = sent
    .filter(({ kind }) => !kind.startsWith("hand over"))
    .flatMap(({ sentAt, answers }) =>
      answers.filter(isDone).map((answer) => ({ sentAt, ...answer, view: viewOf(answer) })),
    );
  for (const { view } of views) {
    const stood = shadows[view.revision - 1];
    assert.ok(stood);
    const answers = Object.entries(view.sheet.answers).map(([name, value]) => [name, shown(value)]);
    assert.deepEqual(Object.fromEntries(answers), stood.answers);
    assert.deepEqual(
      [view.unit.id, view.voided !== null, view.sharedWith?.unit.id ?? null],
      [stood.unit, stood.isVoided, stood.sharedWith],
    );
    assert.deepEqual(new Set(Object.keys(view.completed)), stood.completed);
  }
  for (const earlier of views) {
    for (const later of views) {
      if (earlier.doneAt < later.sentAt) assert.ok(earlier.view.revision <= later.view.revision);
    }
  }
}

/** A hand-over takes as many cases as it says, once each, however often it was sent. */
function assertHandOvers(ended: readonly Ended[], sent: readonly Sent[]): void {
  for (const { kind, answers } of sent.filter((each) => each.kind.startsWith("hand over"))) {
    const reason = kind.slice("hand over: ".length);
    const moved = ended.flatMap(({ revisions }) =>
      revisions.filter((revision) => revision.reason === reason),
    );
    const told = answers
      .filter(isDone)
      .map(({ text }) => (JSON.parse(text) as HandedOver).handedOver);
    for (const count of told) assert.equal(count, moved.length);
    if (told.length === 0) assert.equal(moved.length, 0);
  }
}

test("twenty people at four cases: nothing acknowledged is lost, doubled or overwritten unseen", async () => {
  const givenWorker = (unit: string, name: string) =>
    given.givenPerson({ name, municipality, role: "caseWorker", unit });
  const reception = await Promise.all(
    Array.from({ length: 13 }, (_, index) => givenWorker(units[0], `Handläggare ${index}`)),
  );
  const housing = await Promise.all(
    Array.from({ length: 4 }, (_, index) => givenWorker(units[1], `Boendestödjare ${index}`)),
  );
  const managers = await Promise.all(
    ["Chefen", "Ställföreträdaren", "Områdeschefen"].map((name) =>
      given.givenPerson({ name, municipality, role: "unitManager" }),
    ),
  );
  const workers = [...reception, ...housing];
  assert.equal(workers.length + managers.length, 20);
  const codes = await Promise.all(reception.slice(0, 4).map(givenCase));

  const sent = (
    await Promise.all([
      ...workers.map((person, index) => work(person, codes, 100 + index)),
      ...managers.map((person, index) => manage(person, workers, codes, 200 + index)),
    ])
  ).flat();

  const statuses = new Set(sent.flatMap(({ answers }) => answers.map(({ status }) => status)));
  for (const status of statuses) assert.ok([200, 403, 404, 409, 422].includes(status), `${status}`);
  const ended = await Promise.all(codes.map(endOf));
  for (const each of ended) {
    assert.deepEqual(each.shadows.at(-1), shadowOf(each.record));
    const about = sent.filter(({ code }) => code === each.record.code);
    assertAnswersExactlyOnce(each, about);
    assertSeenInOrder(each, about);
  }
  assertHandOvers(ended, sent);

  // So that the above was about something: everything happened, and people were in each other's way.
  const happened = new Set(
    ended.flatMap(({ revisions }) =>
      revisions.flatMap(({ changes }) => changes.map(({ kind }) => kind)),
    ),
  );
  for (const kind of ["answer-set", "case-voided", "case-assigned", "phase-completed"] as const) {
    assert.ok(happened.has(kind), kind);
  }
  const answers = sent.filter(({ year }) => year !== null);
  assert.ok(answers.some((each) => !acknowledged(each)));
  assert.ok(answers.filter(acknowledged).length >= 10);
  const verdict = await store.within(municipalityCode(municipality), (tx) => tx.audit.verify());
  assert.equal(verdict.kind, "intact");
});
