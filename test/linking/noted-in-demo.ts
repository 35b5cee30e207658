import assert from "node:assert/strict";
import {
  type AccountId,
  addDays,
  type Instant,
  type IsoDate,
  instantOn,
  municipalityCode,
  type Randomness,
  seededRandomness,
} from "#kernel";
import type { Person } from "#scenario";
import type { GivenApp, SignedIn } from "../../src/server/testing/index.ts";
import type { FilledDemo } from "../filled-demo.ts";

/** The demo's municipality in which a month runs today. */
export const granviken = municipalityCode("9001");
export const campaign = `fokus-nu-${granviken}`;

/** What only whoever noted it knows: who she was, when it was, and whose case she had just been in. */
export type Noted = {
  readonly unit: string;
  readonly day: IsoDate;
  readonly combination: string;
  readonly account: string;
  readonly at: Instant;
  readonly receipt: string;
  /** The code of the one that she had opened for the meeting; `null`: it led to none. */
  readonly case: string | null;
};

export type PlayedDays = {
  /** Taken back ones are left out. */
  readonly noted: readonly Noted[];
  /** Which people could have noted in each unit. */
  readonly workers: ReadonlyMap<string, readonly string[]>;
  readonly lastDay: IsoDate;
};

/** Fewer than the month has left. */
const playedDays = 15;
const startOfDay = 7 * 3600;
/** Of a unit's day. Mostly one: then nothing else hides who it was. */
const meetingsOfDay = [1, 1, 1, 1, 2, 4];
const casesOfEach = 6;
/** Apart so far that each act is seen in the session as well. */
const secondsBetween = 120;
/** On these, after the first, somebody enters a pile of paper forms at the end of the day. */
const pileEvery = 5;

type Worker = {
  readonly account: AccountId;
  readonly units: readonly string[];
  /** Codes of her own; none: she leads. */
  readonly cases: readonly string[];
  session: SignedIn;
  /** When she last did something in that session. */
  seen: number;
};

type Step = { readonly worker: Worker; readonly code: string | null; readonly unit?: string };

/**
 * The people of the demo's Granviken at work for some days, over HTTP: they open, change and list cases, and note
 * meetings between, in a drawn order. Each has answers that nobody else gives. Nobody looks at the campaign
 * meanwhile, so that nothing of it has been settled.
 */
export async function playDays(
  given: GivenApp,
  { world }: FilledDemo,
  today: IsoDate,
  seed: number,
): Promise<PlayedDays> {
  const randomness = seededRandomness(seed);
  const people = thoseWhoNote(world.organisations.find(({ code }) => code === granviken)?.people);
  const units = [...new Set(people.flatMap(unitsOf))];
  const answers = dealt(randomness, people);
  const cases = new Map<string, readonly string[]>();
  const noted: Noted[] = [];
  for (let ahead = 1; ahead <= playedDays; ahead++) {
    const day = addDays(today, ahead);
    given.clock.set(instantOn(day, startOfDay));
    const workers = await atWork(given, people, cases, units);
    const steps = shuffled(randomness, [
      ...workers.flatMap(caseWorkOf),
      ...units.flatMap((unit) => meetingsIn(unit, workers, randomness)),
    ]);
    for (const [index, { worker, code, unit }] of steps.entries()) {
      const second = startOfDay + (index + 1) * secondsBetween + randomness.below(20);
      given.clock.set(instantOn(day, second));
      await signInAgain(given, worker);
      await workWithCase(worker, code, today, randomness);
      if (!unit) continue;
      // Some seconds or a minute later, as one does.
      given.clock.set(instantOn(day, second + 10 + randomness.below(80)));
      const combination = pick(randomness, answers.get(worker.account) ?? []);
      noted.push(await note(given, worker, { unit, day, combination, case: code }, randomness));
    }
    if (ahead % pileEvery === 0) {
      const leader = workers.find((each) => each.units.length > 1) ?? assert.fail();
      given.clock.set(instantOn(day, startOfDay + (steps.length + 2) * secondsBetween));
      await signInAgain(given, leader);
      given.clock.set(instantOn(day, startOfDay + (steps.length + 3) * secondsBetween));
      noted.push(await enterPile(given, leader, day, answers, randomness));
    }
  }
  const workers = new Map(
    units.map((unit) => [
      unit,
      people.filter((each) => isOf(each, unit)).map(({ account }) => account),
    ]),
  );
  return { noted, workers, lastDay: addDays(today, playedDays) };
}

type Meeting = Pick<Noted, "unit" | "day" | "combination" | "case">;

/** Sometimes the answer is lost and it is sent once more; sometimes it is taken back and noted anew. */
async function note(
  given: GivenApp,
  { session, account }: Worker,
  { case: code, ...what }: Meeting,
  randomness: Randomness,
): Promise<Noted> {
  const receipt = newReceipt(randomness);
  await send(session, "meetings", { receipt, ...what });
  if (randomness.below(6) === 0) await send(session, "meetings", { receipt, ...what });
  const kept = { ...what, case: code, account, at: given.clock.now() };
  if (randomness.below(10) > 0) return { ...kept, receipt };
  await send(session, "meetings/undo", { receipt, ...what });
  const again = newReceipt(randomness);
  await send(session, "meetings", { receipt: again, ...what });
  return { ...kept, receipt: again };
}

async function enterPile(
  given: GivenApp,
  worker: Worker,
  day: IsoDate,
  answers: ReadonlyMap<string, readonly string[]>,
  randomness: Randomness,
): Promise<Noted> {
  const { account, session, units } = worker;
  const unit = units[0] ?? assert.fail();
  const combination = pick(randomness, answers.get(account) ?? []);
  const receipt = newReceipt(randomness);
  const lines = [{ combination, count: 3 }];
  await send(session, "piles", { receipt, unit, day, number: `H-${day}`, forms: 3, lines });
  return { unit, day, combination, account, at: given.clock.now(), receipt, case: null };
}

async function send(by: SignedIn, what: string, body: object): Promise<void> {
  const sent = await by.request(`POST /api/campaigns/${campaign}/${what}`, body);
  assert.equal(sent.status, 200, await sent.text());
}

function thoseWhoNote(people: readonly Person[] = []): readonly Person[] {
  return people.filter((person) =>
    ["caseWorker", "unitManager", "coordinator"].some(hasRole(person)),
  );
}

function hasRole({ grants }: Person): (role: string) => boolean {
  return (role) => grants.some((grant) => grant.role === role);
}

/** None: of all of them. */
function unitsOf({ grants }: Person): readonly string[] {
  return grants.flatMap(({ unit }) => unit ?? []);
}

function isOf(person: Person, unit: string): boolean {
  const own = unitsOf(person);
  return own.length === 0 || own.includes(unit);
}

/** Everybody signs in anew each day; those with cases of their own have registered them the first. */
async function atWork(
  given: GivenApp,
  people: readonly Person[],
  cases: Map<string, readonly string[]>,
  units: readonly string[],
): Promise<readonly Worker[]> {
  const workers: Worker[] = [];
  for (const person of people) {
    const { account } = person;
    const session = await given.givenSession(granviken, account);
    const own = units.filter((unit) => isOf(person, unit));
    const [unit] = own;
    if (!cases.has(account) && unit && hasRole(person)("caseWorker")) {
      const codes: string[] = [];
      while (codes.length < casesOfEach) codes.push(await session.startCase(unit));
      cases.set(account, codes);
    }
    const seen = Date.parse(given.clock.now());
    workers.push({ account, units: own, cases: cases.get(account) ?? [], session, seen });
  }
  return workers;
}

/** Whoever has been away for long does. */
async function signInAgain(given: GivenApp, worker: Worker): Promise<void> {
  const now = Date.parse(given.clock.now());
  if (now - worker.seen > 10 * 60_000) {
    worker.session = await given.givenSession(granviken, worker.account);
  }
  worker.seen = now;
}

/** What she does that day without a meeting: each of her cases once. */
function caseWorkOf(worker: Worker): readonly Step[] {
  const codes = worker.cases.length > 0 ? worker.cases : [null, null];
  return codes.map((code) => ({ worker, code }));
}

/** She has been in the case of whom she met just before. */
function meetingsIn(
  unit: string,
  workers: readonly Worker[],
  randomness: Randomness,
): readonly Step[] {
  const there = workers.filter(({ units }) => units.includes(unit));
  return Array.from({ length: pick(randomness, meetingsOfDay) }, () => {
    const worker = pick(randomness, there);
    return { worker, unit, code: worker.cases.length > 0 ? pick(randomness, worker.cases) : null };
  });
}

/** Reads or changes a case; who leads asks for the list, and if it is not hers the log has that. */
async function workWithCase(
  { session: { request } }: Worker,
  code: string | null,
  today: IsoDate,
  randomness: Randomness,
): Promise<void> {
  if (code === null) {
    await request("GET /api/cases");
    return;
  }
  const startedOn = addDays(today, -1 - randomness.below(200));
  const done = await (randomness.below(2) === 0
    ? request(`GET /api/cases/${code}`)
    : request(`PUT /api/cases/${code}/start`, { startedOn }));
  assert.equal(done.status, 200, await done.text());
}

/** To each as many ways of answering as to the others, and none that is somebody else's too. */
function dealt(
  randomness: Randomness,
  people: readonly Person[],
): ReadonlyMap<string, readonly string[]> {
  const firsts = [
    "F04=1;F06=3",
    "F04=1;F06=4",
    ...[1, 2, 3, 4, 5, 6, 7].map((why) => `F04=2;F05=${why}`),
  ];
  const all = firsts.flatMap((first) =>
    [1, 2, 3].flatMap((sex) => [1, 2, 3, 4].map((age) => `${first};F07=${sex};F08=${age}`)),
  );
  const mixed = shuffled(randomness, all);
  const each = Math.floor(mixed.length / people.length);
  return new Map(
    people.map(({ account }, at) => [account, mixed.slice(at * each, (at + 1) * each)]),
  );
}

/** As pages draw them: 128 bits that nobody else has. */
function newReceipt(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(16)).toString("hex");
}

function pick<Thing>(randomness: Randomness, things: readonly Thing[]): Thing {
  return things[randomness.below(things.length)] ?? assert.fail("nothing to pick from");
}

function shuffled<Thing>(randomness: Randomness, things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing) => ({ thing, at: randomness.below(2 ** 30) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}
