import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openRelease, type Release, readLedgerFile } from "#compilation";
import { type DeliveryHeading, type RoundInvitation, withdrawRound } from "#delivery";
import { isoDate, type JsonValue, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { fetchRelease } from "./publishing/fetch-release.ts";
import { lookForReturns } from "./publishing/look-for-returns.ts";
import { newestRelease } from "./publishing/newest-release.ts";
import { finishPublications, publishRelease } from "./publishing/publish-release.ts";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { deliveryText, type GivenRound, givenRound } from "./testing/given-round.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { CompilingView, ReturnedView, RoundView } from "./wire-of-rounds.ts";

const receiver = municipalityCode("0000");
const own = municipalityCode("9001");
let store: TestStore;
let given: GivenApp;
let round: GivenRound;
let analyst: SignedIn;
let karin: SignedIn;
const shown: Release[] = [];

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo", publish: (release) => void shown.push(release) });
  round = await givenRound(given, ["9001", "9002", "9003", "9004", "9005", "9006"], {
    interimDays: ["2026-11-01", "2026-12-01"],
  });
  await moveTo("2026-11-02T08:00:00Z");
  await accepted("9001", await deliveryText("9001", { statedCases: 25 }, 20));
  for (const code of ["9002", "9003"]) await accepted(code, await deliveryText(code, {}, 20));
  const fourth = await deliveryText("9004");
  await accepted("9004", fourth);
  await round.send("9004", takenBack(fourth));
  await round.send("9005", await deliveryText("9005"));
  await decide("9005", "declined");
});
after(async () => {
  await given.services.compiling.stop();
  await store.close();
  rmSync(given.services.files, { recursive: true, force: true });
});

/** Another day, on which both have signed in anew. */
async function moveTo(moment: string): Promise<void> {
  given.clock.set(moment);
  const nation = { municipality: receiver, role: "nationalAnalyst" } as const;
  analyst = await given.givenPerson({ name: "Hedvig", ...nation });
  karin = await given.givenPerson({ name: "Karin", municipality: own, role: "coordinator" });
}

const roundView = async () => bodyOf<RoundView>(await analyst.request(`GET ${round.path}`));

function takenBack(text: string): string {
  const heading = JSON.parse(text.split("\n")[0] ?? "") as DeliveryHeading;
  return withdrawRound(heading)
    .map((line) => `${line}\n`)
    .join("");
}

async function accepted(code: string, text: string): Promise<void> {
  const receipt = await round.send(code, text);
  assert.equal(receipt.state, "arrived", receipt.sentences.join());
  await decide(code, "accepted");
}

async function decide(code: string, state: string): Promise<void> {
  const { deliveries } = await roundView();
  const of = deliveries.filter((each) => each.participant?.code === code);
  const id = of.find((each) => each.state === "waiting")?.id;
  const route = `POST ${round.path}/deliveries/${id}/decision`;
  await bodyOf(await analyst.request(route, { state }));
}

const ask = (method: string, path = "", body?: unknown) =>
  analyst.request(`${method} ${round.path}/release${path}`, body);
const view = async () => bodyOf<CompilingView>(await ask("GET"));
const releases = () => join(given.services.files, "releases", receiver);
const workshops = () => join(given.services.files, "compiling");
const workshop = () => join(workshops(), `${receiver}-2023-2026`);
const published = () => send(given.app, "GET", `/api/intake/${receiver}/2023-2026/release`, {});

async function drafted(isInterim: boolean): Promise<CompilingView["state"]> {
  await bodyOf(await ask("POST", "", { isInterim }));
  await given.services.compiling.settled();
  return (await view()).state;
}

async function publicationsInLedger(): Promise<readonly string[]> {
  const read = await readLedgerFile(join(releases(), "ledger.jsonl"));
  assert.equal(read.kind, "done");
  return read.value.releases.map(({ publication }) => publication);
}

test("before anything is compiled it says how many would be in it", async () => {
  assert.deepEqual(await view(), { state: { kind: "idle" }, accepted: 3, participants: 6 });
  assert.deepEqual(await problemsOf(await ask("POST", "/publication")), ["release-draft-none"]);
  assert.equal((await ask("GET", "/file")).status, 404);
});

test("interim figures wait for the day that was agreed, and final ones for the cut-off", async () => {
  await moveTo("2026-10-31T08:00:00Z");
  const early = await ask("POST", "", { isInterim: true });
  assert.match(await early.clone().text(), /Nästa dag är 2026-11-01: vänta tills dess/);
  assert.deepEqual(await problemsOf(early), ["release-interim-not-agreed"]);
  const final = await ask("POST", "", { isInterim: false });
  assert.deepEqual(await problemsOf(final), ["release-final-early"]);
  await moveTo("2026-11-02T08:00:00Z");
});

test("a draft tells its verdict, who is missing and why, what is shown, and coverage; nothing is published", async () => {
  const state = await drafted(true);
  assert.ok(state.kind === "draft", JSON.stringify(state));
  assert.match(state.verdict, /dolda tal kan räknas ut/);
  assert.deepEqual([state.municipalities, state.cases], [3, 60]);
  assert.deepEqual(state.missing, [
    "Kommun 9004 har tagit tillbaka sin leverans.",
    "Kommun 9005 har en leverans som inte godkändes.",
    "Kommun 9006 har inte levererat.",
  ]);
  assert.deepEqual(
    state.shown.map(({ level, shown, of }) => [level, shown > 0, shown <= of]),
    [["nation", true, true]],
  );
  assert.deepEqual(state.coverage, { delivered: 20, stated: 25, unknown: 5 });
  assert.equal(existsSync(releases()), false);
  assert.deepEqual(shown, []);
  assert.equal((await published()).status, 404);
});

test("a draft whose deliveries have changed since is not published", async () => {
  await accepted("9002", await deliveryText("9002", { sequence: 2 }, 21));
  assert.deepEqual(await problemsOf(await ask("POST", "/publication")), ["release-draft-outdated"]);
});

test("one is compiled at a time, and it can be stopped; what was put away cannot be published", async () => {
  const begun = await ask("POST", "", { isInterim: true });
  assert.equal((await bodyOf<CompilingView>(begun)).state.kind, "running");
  const second = await ask("POST", "", { isInterim: true });
  assert.deepEqual(await problemsOf(second), ["release-line-busy"]);
  assert.equal((await bodyOf<CompilingView>(await ask("DELETE"))).state.kind, "idle");
  assert.deepEqual(await problemsOf(await ask("POST", "/publication")), ["release-draft-none"]);
  assert.deepEqual(readdirSync(workshops()), []);
});

function publicBytes(folder: string): readonly string[] {
  const files = join(folder, "public");
  const names = readdirSync(files).sort();
  return names.map((name) => readFileSync(join(files, name), "utf8"));
}

let drawn: readonly string[] = [];

test("the same accepted packages give the same public bytes", async () => {
  const draft = join(workshop(), "draft/release");
  assert.equal((await drafted(true)).kind, "draft");
  drawn = publicBytes(draft);
  await moveTo("2026-11-03T09:30:00Z");
  assert.equal((await drafted(true)).kind, "draft");
  assert.deepEqual(publicBytes(draft), drawn);
});

test("publishing gives the draft its place, the ledger its entry, the log its line, and shows it", async () => {
  const told = (await bodyOf<RoundView>(await ask("POST", "/publication"))).published;
  assert.deepEqual(
    told.map(({ publication, isInterim, by }) => [publication, isInterim, by]),
    [[1, true, "Hedvig"]],
  );
  assert.deepEqual(publicBytes(join(releases(), "2023-2026-1")), drawn);
  assert.deepEqual(await publicationsInLedger(), ["interim"]);
  assert.deepEqual(
    shown.map(({ document }) => document.absent),
    [
      [
        {
          code: "9004",
          name: "Kommun 9004",
          reason: "Kommunen har tagit tillbaka sin leverans.",
        },
        { code: "9005", name: "Kommun 9005", reason: "Kommunens leverans är inte med." },
        { code: "9006", name: "Kommun 9006", reason: "Kommunen har inte levererat." },
      ],
    ],
  );
  assert.equal((await view()).state.kind, "idle");
  assert.deepEqual(readdirSync(workshops()), []);
  const log = await store.within(receiver, (tx) => tx.audit.list(0, 100));
  const actions = new Set(log.map(({ action }) => action));
  for (const action of ["release.compiling-begun", "release.discarded", "release.published"]) {
    assert.ok(actions.has(action), action);
  }
  assert.deepEqual(await problemsOf(await ask("POST", "/publication")), ["release-draft-none"]);
  const again = await ask("POST", "", { isInterim: true });
  assert.deepEqual(await problemsOf(again), ["release-interim-not-agreed"]);
});

test("what was published last is what the next start shows", async () => {
  const found = await newestRelease(given.services);
  assert.deepEqual(found?.document, shown[0]?.document);
});

async function agree(address: string | null): Promise<RoundInvitation> {
  const asked = await analyst.request(`GET ${round.path}/invitation`);
  const invitation = await bodyOf<RoundInvitation>(asked);
  const told = { ...invitation, receiver: { ...invitation.receiver, address } };
  await store.within(own, (tx) =>
    tx.agreements.insert({
      round: "2023-2026",
      invitation: told as unknown as JsonValue,
      level: "rows",
      decidedBy: "socialchef",
      decidedOn: isoDate("2026-10-01"),
      reference: "SN 2026-1",
      by: karin.account,
      at: given.clock.now(),
    }),
  );
  return told;
}

const back = (content: Uint8Array<ArrayBuffer>) =>
  given.app.request("http://127.0.0.1:3210/api/deliveries/2023-2026/return/file", {
    method: "POST",
    headers: { Origin: "http://127.0.0.1:3210", Cookie: karin.cookie },
    body: content,
  });

test("anybody may have the release as one signed file, and a municipality takes it home once", async () => {
  const response = await published();
  assert.equal(response.status, 200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const hers = new Uint8Array(await (await ask("GET", "/file")).arrayBuffer());
  assert.deepEqual(hers, bytes);
  assert.equal((await back(bytes)).status, 404);

  await agree(null);
  const flipped = bytes.slice();
  flipped[bytes.length - 100] = (flipped[bytes.length - 100] ?? 0) ^ 1;
  assert.deepEqual(await problemsOf(await back(flipped)), ["release-file-altered"]);
  const first = await bodyOf<ReturnedView>(await back(bytes));
  assert.deepEqual([first.publication, first.isInterim, first.isNew], [1, true, true]);
  assert.equal((await bodyOf<ReturnedView>(await back(bytes))).isNew, false);
  assert.equal(shown.length, 2);
  assert.deepEqual(shown[1]?.document, shown[0]?.document);
  const returned = join(given.services.files, "releases", own, "returned/2023-2026-1");
  assert.equal((await openRelease(returned)).kind, "done");
  const asked = await karin.request("POST /api/deliveries/2023-2026/return");
  assert.deepEqual(await problemsOf(asked), ["release-without-address"]);
});

test("what cannot be fetched is told in a sentence, and the quiet look passes over it", async () => {
  const asked = await analyst.request(`GET ${round.path}/invitation`);
  const invitation = await bodyOf<RoundInvitation>(asked);
  const receiver = { ...invitation.receiver, address: "http://127.0.0.1:9" };
  const outcome = await fetchRelease({ ...invitation, receiver });
  assert.ok(outcome.kind === "refused");
  assert.deepEqual(
    outcome.problems.map(({ code }) => code),
    ["release-not-fetched"],
  );
  assert.equal(await lookForReturns(given.services), 0);
});

test("killed when the release has its place and the database knows nothing, the next start finishes", async () => {
  await moveTo("2026-12-02T09:00:00Z");
  const state = await drafted(true);
  assert.ok(state.kind === "draft", JSON.stringify(state));
  const { services } = given;
  const key = { receiver, round: "2023-2026" };
  const about = { number: 2, isInterim: true, verdict: state.verdict } as const;
  const by = { by: analyst.account, at: given.clock.now() };
  await assert.rejects(
    store.within(receiver, async (tx) => {
      await publishRelease(services, tx, key, { ...about, ...by });
      throw new Error("killed");
    }),
    /killed/,
  );
  assert.deepEqual(await publicationsInLedger(), ["interim", "interim"]);
  assert.equal((await roundView()).published.length, 1);

  // A program that starts has begun nothing; then somebody may ask.
  await finishPublications(services);
  const told = (await roundView()).published;
  assert.deepEqual(
    told.map(({ publication }) => publication),
    [2, 1],
  );
  await finishPublications(services);
  assert.equal((await roundView()).published.length, 2);
  assert.deepEqual(readdirSync(workshops()), []);
  assert.equal((await newestRelease(services))?.document.round.id, "2023-2026");
});

test("after the cut-off there are final figures alone", async () => {
  await moveTo("2027-02-01T09:00:00Z");
  const interim = await ask("POST", "", { isInterim: true });
  assert.deepEqual(await problemsOf(interim), ["release-interim-late"]);
});

test("too few municipalities are refused in a sentence", async () => {
  for (const code of ["9002", "9003"]) {
    await round.send(code, takenBack(await deliveryText(code, { sequence: 3 })));
  }
  const state = await drafted(false);
  assert.ok(state.kind === "refused", JSON.stringify(state));
  assert.match(state.sentences.join(), /^1 kommuner är för få för en utgåva: minst 3 behövs/);
  assert.deepEqual(readdirSync(workshops()), []);
  assert.equal((await bodyOf<CompilingView>(await ask("DELETE"))).state.kind, "idle");
});

test("final figures that would tell nothing are not made, and the round keeps the only ones that it has", async () => {
  for (const code of ["9002", "9003"]) {
    await accepted(code, await deliveryText(code, { sequence: 5 }, 30));
  }
  const state = await drafted(false);
  assert.ok(state.kind === "refused", JSON.stringify(state));
  assert.match(state.sentences.join(), /den slutliga publiceringen är kvar att göra/);
  assert.equal((await roundView()).endedAt, null);
});
