import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type DeliveryHeading, mostPackageBytes, withdrawRound } from "#delivery";
import { addHours, addSeconds, type Clock, instant, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp } from "../testing/given-app.ts";
import {
  byHand,
  deliveredRound,
  deliveryText,
  type GivenRound,
  givenRound,
  packed,
} from "../testing/given-round.ts";
import { bodyOf, problemsOf } from "../testing/given-team.ts";
import type { StartView } from "../wire.ts";
import type { ReceiptView } from "../wire-of-deliveries.ts";
import type { IncomingView, RoundView } from "../wire-of-rounds.ts";
import { createIntakeGate } from "./intake-gate.ts";

let store: TestStore;
let given: GivenApp;
let round: GivenRound;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo", intake: createIntakeGate(hurrying()) });
  round = await givenRound(given, ["9001", "9002", "9003", "9004", "9005"]);
});
after(async () => {
  await store.close();
});

/** Each time an hour later: whoever has sent something unsound has always waited long enough. */
function hurrying(): Clock {
  let hours = 0;
  return { now: () => addHours(instant("2026-01-01T00:00:00Z"), hours++) };
}

const decide = (delivery: string, state: string) =>
  round.analyst.request(`POST ${round.path}/deliveries/${delivery}/decision`, { state });

async function latestOf(code: string): Promise<IncomingView> {
  const { deliveries } = await round.view();
  const found = deliveries.find(({ participant }) => participant?.code === code);
  assert.ok(found, `nothing of ${code}`);
  return found;
}

/** What Start says that waits for whoever receives. */
async function toDo(): Promise<readonly string[]> {
  const start = await bodyOf<StartView>(await round.analyst.request("GET /api/start"));
  return start.todo.map(({ sentence, path }) => `${sentence} ${path}`);
}

async function stateOf(code: string): Promise<string | undefined> {
  const { participants } = await round.view();
  return participants.find((each) => each.code === code)?.state;
}

test("a sound delivery waits for a person, who accepts it; the same again gives the same receipt", async () => {
  const text = await deliveryText("9001", { statedCases: 8, units: ["Familjefrid"] });
  const receipt = await round.send("9001", text);
  assert.deepEqual([receipt.state, receipt.sentences], ["arrived", []]);
  assert.equal(await stateOf("9001"), "delivered");
  const waiting = await latestOf("9001");
  assert.equal(waiting.state, "waiting");
  assert.deepEqual(
    [waiting.cases, waiting.statedCases, waiting.units, waiting.sequence, waiting.differences],
    [6, 8, ["Familjefrid"], 1, null],
  );
  given.clock.set("2026-11-02T08:05:00Z");
  assert.deepEqual(await round.send("9001", text), receipt, "sealed anew, and the same delivery");
  assert.equal((await round.view()).deliveries.length, 1);
  assert.deepEqual(await toDo(), [
    "En leverans i Uppföljningen 2023–2026 väntar på beslut /sammanstallning/2023-2026",
  ]);
  await bodyOf<RoundView>(await decide(waiting.id, "accepted"));
  assert.deepEqual(await toDo(), []);
  assert.equal((await round.send("9001", text)).state, "accepted");
  const { decided } = await latestOf("9001");
  assert.equal(decided?.by, "Hedvig");
  assert.equal(await stateOf("9001"), "accepted");
});

test("the next delivery tells in numbers how it differs, and replaces the one before when it is accepted", async () => {
  const text = await deliveryText("9001", { sequence: 2 }, 9);
  assert.equal((await round.send("9001", text)).state, "arrived");
  const second = await latestOf("9001");
  const differences = new Map(second.differences?.map((each) => [each.label, each]));
  assert.deepEqual(differences.get("Ärenden"), { label: "Ärenden", before: "6", now: "9" });
  assert.equal(differences.get("Ärenden enligt enheterna")?.now, "–");
  assert.ok(!differences.has("Kodbok"));
  await bodyOf(await decide(second.id, "accepted"));
  const states = (await round.view()).deliveries.map(({ state }) => state);
  assert.deepEqual(states, ["accepted", "replaced"]);
});

test("what is decided is decided once; back to waiting it can be decided again", async () => {
  const { id } = await latestOf("9001");
  assert.deepEqual(await problemsOf(await decide(id, "declined")), ["delivery-decided"]);
  await bodyOf(await decide(id, "waiting"));
  await bodyOf(await decide(id, "declined"));
  const receipt = await round.send("9001", await deliveryText("9001", { sequence: 2 }, 9));
  assert.equal(receipt.state, "declined");
  assert.match(receipt.sentences.join(), /avböjt/);
  assert.equal(await stateOf("9001"), "accepted", "the first counts again");
  const replaced = (await round.view()).deliveries.find(({ sequence }) => sequence === 1);
  assert.equal(replaced?.state, "accepted");
});

test("what takes back is accepted as anything else, and then there is nothing of the municipality", async () => {
  const text = await deliveryText("9002");
  await round.send("9002", text);
  const heading = JSON.parse(text.split("\n")[0] ?? "") as DeliveryHeading;
  const taken = withdrawRound(heading)
    .map((line) => `${line}\n`)
    .join("");
  assert.equal((await round.send("9002", taken)).state, "arrived");
  const withdrawal = await latestOf("9002");
  assert.ok(withdrawal.isWithdrawal);
  await bodyOf(await decide(withdrawal.id, "accepted"));
  assert.equal(await stateOf("9002"), "registered");
});

/** What is refused, and kept as evidence: each with words that its sender understands. */
const refusals: readonly (readonly [
  what: string,
  make: (text: string) => Promise<string> | string,
  says: RegExp,
])[] = [
  ["rubbish within", () => "hej\n", /är inte giltig JSON/],
  ["cut off in the middle", (text) => text.slice(0, text.length / 2), /avbruten/],
  [
    "a byte changed before it was signed",
    (text) => text.replace(/"V01":1/, '"V01":2'),
    /kontrollsumman/,
  ],
  [
    "__proto__",
    (text) => text.replace('"answers":{', '"answers":{"__proto__":1,'),
    /finns inte bland det/,
  ],
  ["NaN", (text) => text.replace(/"V01":\d/, '"V01":NaN'), /är inte giltig JSON/],
  ["the same name twice", (text) => text.replace('{"id"', '{"id":"x","id"'), /står två gånger/],
  ["a huge number", (text) => text.replace(/"V01":\d/, '"V01":1e400'), /finns inte|fel form/],
  [
    "a name that turns the writing",
    (text) => text.replace("Kommun 9003", "Kommun \u202e9003"),
    /rubriken/,
  ],
  [
    "another round",
    () => deliveryText("9003", { round: { ...deliveredRound, id: "2022" } }),
    /gäller 2022/,
  ],
  ["a real one among demo ones", () => deliveryText("9003", { kind: "real" }), /riktiga ärenden/],
  [
    "another county",
    () => deliveryText("9003", { municipality: { ...placeOf(), county: "92" } }),
    /län 92/,
  ],
  [
    "a codebook that nobody knows",
    (text) => text.replace(/"version":"[\d.]+"/, '"version":"9.9.9"'),
    /okänd här/,
  ],
];

function placeOf() {
  return { code: municipalityCode("9003"), name: "Kommun 9003", county: "91" };
}

for (const [what, make, says] of refusals) {
  test(`${what}: refused with a sentence, and kept as evidence`, async () => {
    const text = await make(await deliveryText("9003"));
    const receipt = await round.send("9003", text);
    assert.equal(receipt.state, "refused");
    assert.match(receipt.sentences.join(" "), says);
    const kept = await latestOf("9003");
    assert.equal(kept.state, "quarantined");
    assert.deepEqual(kept.sentences, receipt.sentences);
    assert.deepEqual(await problemsOf(await decide(kept.id, "accepted")), ["delivery-decided"]);
    given.clock.set(addSeconds(given.clock.now(), 1));
  });
}

test("what cannot be opened is nobody's: flipped, cut off, strange, of another key or municipality", async () => {
  const text = await deliveryText("9004");
  const [key, other] = [round.keys.get("9004"), round.keys.get("9005")];
  assert.ok(key && other);
  const sealed = await packed(text, key, await round.receiver());
  const flipped = Buffer.from(sealed);
  flipped[sealed.length - 40] = (flipped[sealed.length - 40] ?? 0) ^ 1;
  const stranger = { ...other, municipality: municipalityCode("9004") };
  const elsewhere = (await given.services.keys.receivingKey(municipalityCode("0091"))).public;
  const bad: readonly (readonly [Uint8Array<ArrayBuffer>, RegExp])[] = [
    [flipped, /skadad/],
    [sealed.slice(0, 300), /skadad/],
    [Buffer.from("hej"), /inget förseglat paket/],
    [new Uint8Array(), /tom/],
    [await packed(text, stranger, await round.receiver()), /en nyckel för kommunen 9005/],
    [await packed(text, key, elsewhere), /förseglad till en annan mottagare/],
    [
      await packed(await deliveryText("9005"), key, await round.receiver()),
      /nyckel för kommunen 9004/,
    ],
  ];
  for (const [bytes, says] of bad) {
    const receipt = await bodyOf<ReceiptView>(await round.post(bytes));
    assert.equal(receipt.state, "refused");
    assert.match(receipt.sentences.join(" "), says);
  }
  const nobodys = (await round.view()).deliveries.filter(({ participant }) => !participant);
  assert.equal(nobodys.length, bad.length);
});

test("an older number, and the same number with other bytes, are refused; both of them say so", async () => {
  assert.equal(
    (await round.send("9005", await deliveryText("9005", { sequence: 4 }))).state,
    "arrived",
  );
  const older = await round.send("9005", await deliveryText("9005", { sequence: 3 }));
  assert.match(older.sentences.join(), /nummer 3, men en nyare med nummer 4/);
  const other = await round.send("9005", await deliveryText("9005", { sequence: 4 }, 7));
  assert.match(other.sentences.join(), /nummer 4, men en annan leverans/);
  const standing = (await round.view()).deliveries.find(({ state, participant }) => {
    return state === "waiting" && participant?.code === "9005";
  });
  assert.match(standing?.sentences.join() ?? "", /samma nummer har kommit/);
});

test("no such round, no such receiver and no receiver at all: the same answer", async () => {
  const told = new Set<string>();
  for (const to of ["0000/2099", "0012/2023-2026", "abc/x", "9001/2023-2026"]) {
    const response = await round.post("hej", to);
    told.add(`${response.status} ${await response.text()}`);
  }
  assert.equal(told.size, 1);
  assert.match([...told].join(), /^404/);
});

test("what is too large is refused before a byte of it is read, or as soon as it has become so", async () => {
  const unread = new ReadableStream(
    { pull: () => assert.fail("it must not be read") },
    { highWaterMark: 0 },
  );
  const response = await given.app.request(
    "http://127.0.0.1:3210/api/intake/0000/2023-2026/deliveries",
    {
      method: "POST",
      headers: { "Content-Length": String(mostPackageBytes + 1) },
      body: unread,
      duplex: "half",
    } as RequestInit,
  );
  assert.equal(response.status, 413);
  assert.match(await response.text(), /högst 256 MB/);
});

test("two at a time; one who waits is told so, and nothing of anybody's stays on the disk", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = async () => ({ kind: "done", value: await held }) as const;
  const { intake } = given.services;
  const both = [intake.through("a", slow), intake.through("b", slow)];
  const third = await round.post("hej");
  assert.equal(third.status, 429);
  assert.match(await third.text(), /upptagen med andra leveranser/);
  release();
  await Promise.all(both);
  assert.equal((await bodyOf<ReceiptView>(await round.post("hej"))).state, "refused");
  assert.deepEqual(await readdir(join(given.services.files, "intake")), []);
});

test("whoever sends one unsound file after another has to wait, longer and longer", async () => {
  const given = givenApp(store, { kind: "demo" });
  const post = (text: string) =>
    given.app.request("http://127.0.0.1:3210/api/intake/0000/2023-2026/deliveries", {
      method: "POST",
      body: text,
    });
  const answers: number[] = [];
  for (let time = 0; time < 5; time++) answers.push((await post(`hej ${time}`)).status);
  assert.deepEqual(answers, [200, 200, 200, 200, 429]);
  assert.match(await (await post("hej")).text(), /Vänta 2 sekunder/);
  given.clock.set("2026-11-02T08:00:03Z");
  assert.equal((await post("hej igen")).status, 200);
  assert.match(await (await post("hej")).text(), /Vänta 4 sekunder/);
});

test("of what is nobody's no more is kept than a receiver has room for", async () => {
  const few = await givenRound(given, ["9001"], { id: "full" });
  for (let time = 0; time < 53; time++) {
    const receipt = await bodyOf<ReceiptView>(await few.post(`skräp ${time}`, "0000/full"));
    assert.equal(receipt.state, "refused");
  }
  assert.equal((await few.view()).deliveries.length, 50);
  const text = await deliveryText("9001", { round: { ...deliveredRound, id: "full" } });
  assert.equal((await few.send("9001", text)).state, "arrived", "those who take part are let in");
});

test("more than the round asks for is refused, and less is taken", async () => {
  const coarse = await givenRound(given, ["9001", "9002"], { id: "coarse", level: "coarse-rows" });
  const changes = { round: { ...deliveredRound, id: "coarse" } };
  const finer = await coarse.send("9001", await deliveryText("9001", changes));
  assert.match(finer.sentences.join(), /frågar efter rader utan tid/);
  for (const level of ["coarse-rows", "counts"] as const) {
    const code = level === "counts" ? "9002" : "9001";
    const receipt = await coarse.send(code, await deliveryText(code, { ...changes, level }));
    assert.equal(receipt.state, "arrived", receipt.sentences.join());
  }
  const cases = (await coarse.view()).participants.map((each) => each.cases);
  assert.ok(
    cases.every((each) => (each ?? 0) > 0),
    String(cases),
  );
});

test("who has left is told so; when she is back the same delivery is taken", async () => {
  const key = JSON.stringify({ municipality: "9003", key: round.keys.get("9003")?.public });
  const change = (hasLeft: boolean) =>
    round.analyst.request(`PUT ${round.path}/participants/9003`, { keys: [key], hasLeft });
  await bodyOf(await change(true));
  const text = await deliveryText("9003");
  const refused = await round.send("9003", text);
  assert.match(refused.sentences.join(), /deltar inte längre/);
  assert.equal(await stateOf("9003"), "left");
  await bodyOf(await change(false));
  assert.equal((await round.send("9003", text)).state, "arrived");
});

test("a round that has ended takes nothing in, by any way, until it is resumed", async () => {
  const sealed = await packed(
    await deliveryText("9004"),
    round.keys.get("9004") ?? assert.fail(),
    await round.receiver(),
  );
  const ending = (ended: boolean) => round.analyst.request(`POST ${round.path}/ending`, { ended });
  await bodyOf(await ending(true));
  assert.deepEqual(await problemsOf(await round.post(sealed)), ["round-ended"]);
  const handed = await byHand(given, round.analyst, round.path, sealed);
  assert.deepEqual(await problemsOf(handed), ["round-ended"]);
  await bodyOf(await ending(false));
  const view = await bodyOf<RoundView>(await byHand(given, round.analyst, round.path, sealed));
  const first = view.deliveries.find(({ way }) => way === "file");
  assert.deepEqual(
    [first?.way, first?.state, first?.participant?.code],
    ["file", "waiting", "9004"],
  );
});

test("when the final figures are published nothing is decided any more, and corrections wait", async () => {
  const { id } = await latestOf("9004");
  await store.within(municipalityCode("0000"), (tx) =>
    tx.publishedReleases.insert({
      round: "2023-2026",
      publication: 1,
      isInterim: false,
      folder: "x",
      sha256: "0".repeat(64),
      verdict: "Säker.",
      by: round.analyst.account,
      at: given.clock.now(),
    }),
  );
  assert.deepEqual(await problemsOf(await decide(id, "accepted")), ["round-published"]);
  const late = await round.post(
    await packed(
      await deliveryText("9004", { sequence: 2 }),
      round.keys.get("9004") ?? assert.fail(),
      await round.receiver(),
    ),
  );
  assert.match(await late.text(), /räknas från nästa omgång/);
});
