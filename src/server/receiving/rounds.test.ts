import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { generateSigningKey, parseInvitation, publicKeyText, signNote } from "#delivery";
import { type Instant, instant, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "../testing/given-app.ts";
import { deliveryText, type GivenRound, givenRound, roundFields } from "../testing/given-round.ts";
import { bodyOf, problemsOf } from "../testing/given-team.ts";
import type { Refusal } from "../wire.ts";
import type { ReceiptView } from "../wire-of-deliveries.ts";
import type { RemindersView, RoundsView, RoundView } from "../wire-of-rounds.ts";

let store: TestStore;
let given: GivenApp;
let round: GivenRound;
let analyst: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  round = await givenRound(given, ["9002", "9001", "9003"]);
  analyst = round.analyst;
});
after(() => store.close());

const create = (changes: object) =>
  analyst.request("POST /api/rounds", { ...roundFields, ...changes });

test("an invitation has what was asked, and what no browser can choose", async () => {
  const response = await analyst.request(`GET ${round.path}/invitation`);
  assert.match(response.headers.get("Content-Disposition") ?? "", /inbjudan-2023-2026\.json/);
  const parsed = parseInvitation(await response.text(), "filen");
  assert.equal(parsed.kind, "done", JSON.stringify(parsed));
  const { kind, receiver, level, interimDays } = parsed.value;
  assert.deepEqual([kind, level, interimDays], ["demo", "rows", ["2026-06-30"]]);
  const { keys } = given.services;
  const nation = municipalityCode("0000");
  assert.equal(receiver.key, (await keys.receivingKey(nation)).public);
  assert.equal(receiver.signingKey, (await keys.signingKey(nation)).public);
  assert.deepEqual([receiver.code, receiver.address], ["0000", "http://127.0.0.1:3210"]);
  for (const own of [{ receiver }, { kind: "real" }, { format: "x" }]) {
    assert.deepEqual(await problemsOf(await create({ id: "own", ...own })), ["malformed-request"]);
  }
});

test("what cannot be asked for is said in words that lead to the field", async () => {
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ id: "Vår 2026" }, /små bokstäver a–z/],
    [{ id: "" }, /Beteckningen/],
    [{ name: " " }, /behöver ett namn/],
    [{ from: "2026-02-30" }, /Första dagen/],
    [{ through: "2022-12-31" }, /Sista dagen/],
    [{ cutOff: "2026-12-01T12:00:00Z" }, /Brytdagen/],
    [{ interimDays: ["2029-01-01"] }, /delsiffror/],
    [{ legalBasis: "" }, /rättsligt stöd/],
    [{ purpose: "" }, /användas till/],
    [{ purpose: "En \u202e vändning" }, /tecken som inte går att spara/],
    [{ codebook: { id: "hemgjord", version: "1.0.0" } }, /hemgjord 1\.0\.0 finns inte här/],
    [{}, /Det finns redan en omgång/],
  ];
  for (const [changes, says] of wrong) {
    const response = await create(changes);
    assert.ok(response.status >= 400 && response.status < 500);
    const { problems } = (await response.json()) as Refusal;
    assert.match(problems.map(({ sentence }) => sentence).join(" "), says);
  }
});

test("rounds are listed with how far they have come; another receiver's are not there", async () => {
  const { rounds, codebooks } = await bodyOf<RoundsView>(await analyst.request("GET /api/rounds"));
  assert.deepEqual(
    rounds.map(({ id, participants, accepted, published }) => [
      id,
      participants,
      accepted,
      published,
    ]),
    [["2023-2026", 3, 0, "nothing"]],
  );
  assert.ok(codebooks.length >= 2 && codebooks.every(({ label }) => label.length > 5));
  const lead = await given.givenPerson({
    name: "Marika",
    municipality: "0091",
    role: "regionalLead",
  });
  const theirs = await bodyOf<RoundsView>(await lead.request("GET /api/rounds"));
  assert.deepEqual(theirs.rounds, []);
  for (const route of [`GET ${round.path}`, `GET ${round.path}/invitation`]) {
    assert.equal((await lead.request(route)).status, 404);
  }
  assert.equal((await lead.request(`POST ${round.path}/ending`, { ended: true })).status, 404);
});

test("participants are named many at once, in Swedish order; doubled or of the wrong kind they are not", async () => {
  const { participants } = await round.view();
  assert.deepEqual(
    participants.map(({ name }) => name),
    ["Kommun 9001", "Kommun 9002", "Kommun 9003"],
  );
  const name = (...codes: readonly string[]) =>
    analyst.request(`POST ${round.path}/participants`, {
      participants: codes.map((code) => ({ code, name: "Åby", county: "91" })),
    });
  assert.deepEqual(await problemsOf(await name("9010", "9010")), ["participants-doubled"]);
  assert.deepEqual(await problemsOf(await name("0180")), ["participant-not-invented"]);
  const many = Array.from({ length: 290 }, (_, at) => String(9100 + at));
  const view = await bodyOf<RoundView>(await name(...many));
  assert.equal(view.participants.length, 293);
  assert.equal(view.participants.at(-1)?.state, "named");
});

test("a key is taken as its municipality gave it, and no other's", async () => {
  const change = (keys: readonly string[]) =>
    analyst.request(`PUT ${round.path}/participants/9100`, { keys, hasLeft: false });
  const key = generateSigningKey(municipalityCode("9100"));
  const view = await bodyOf<RoundView>(await change([publicKeyText(key), ""]));
  const found = view.participants.find(({ code }) => code === "9100");
  assert.equal(found?.state, "registered");
  assert.match(found?.keys[0]?.fingerprint ?? "", /^([0-9a-f]{4} ){5}[0-9a-f]{4}$/);
  await bodyOf(await change([key.public]));
  const others = round.keys.get("9001") ?? assert.fail();
  const wrong = [
    publicKeyText(others),
    others.public,
    `{"municipality":"9100","key":"${others.public.slice(1)}"}`,
    "hej",
    publicKeyText(key).repeat(2),
  ];
  for (const line of wrong) {
    assert.deepEqual(await problemsOf(await change([line])), ["participant-key-wrong"], line);
  }
  const stolen = JSON.stringify({ municipality: "9100", key: others.public });
  assert.deepEqual(await problemsOf(await change([stolen])), ["participant-key-taken"]);
});

test("a letter for each state, the same for all in it, with nobody's name and nothing of any case", async () => {
  const codes = ["9001", "9100", "9101", "9102"];
  const asked = await analyst.request(`POST ${round.path}/reminders`, { participants: codes });
  const { subject, letters } = await bodyOf<RemindersView>(asked);
  assert.equal(subject, "Uppföljningen 2023–2026: leverera senast 31 januari 2027");
  assert.deepEqual(
    letters.map(({ participants }) => participants),
    [
      ["9101", "9102"],
      ["9001", "9100"],
    ],
  );
  for (const { text } of letters) {
    assert.match(text, /Leverera i Skillnad/);
    assert.doesNotMatch(text, /Hedvig|Kommun 9|M-\w{4}/);
  }
  const { participants } = await round.view();
  const reminded = participants.filter(({ remindedAt }) => remindedAt !== null);
  assert.deepEqual(reminded.map(({ code }) => code).sort(), codes);
});

test("the calendar is one that people's own programs read", async () => {
  const name = `En lång omgång; med komma, och ${"å".repeat(60)}`;
  await bodyOf(await create({ id: "kalender", name }));
  const response = await analyst.request("GET /api/rounds/kalender/calendar");
  assert.equal(response.headers.get("Content-Type"), "text/calendar; charset=utf-8");
  const text = await response.text();
  assert.ok(text.endsWith("END:VCALENDAR\r\n") && !/[^\r]\n/.test(text));
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const unfolded = text.replaceAll("\r\n ", "");
  assert.ok(unfolded.includes(`SUMMARY:${name.replace(/[;,]/g, "\\$&")}: Omgången börjar.\r\n`));
  assert.match(unfolded, /DTSTART;VALUE=DATE:20270131\r\nDTEND;VALUE=DATE:20270201/);
  assert.equal(
    unfolded.split("BEGIN:VEVENT").length,
    unfolded.split("DTSTAMP:20261102T080000Z").length,
  );
  const { calendar } = await bodyOf<RoundView>(await analyst.request("GET /api/rounds/kalender"));
  assert.equal(calendar.length, unfolded.split("BEGIN:VEVENT").length - 1);
  assert.deepEqual(
    calendar.map(({ day }) => day),
    calendar.map(({ day }) => day).sort(),
  );
});

async function tell(code: string, note: Parameters<typeof signNote>[1]["note"], at?: Instant) {
  const key = round.keys.get(code) ?? assert.fail();
  const receiver = municipalityCode("0000");
  const about = { receiver, round: "2023-2026", at: at ?? given.clock.now(), note };
  return post(signNote(key, about));
}

async function post(body: string) {
  return given.app.request("http://127.0.0.1:3210/api/intake/0000/2023-2026/notes", {
    method: "POST",
    body,
  });
}

test("a signed note says that a municipality has checked its cases, and asks how its delivery is", async () => {
  assert.equal((await tell("9001", { kind: "checked" })).status, 200);
  const state = (await round.view()).participants.find(({ code }) => code === "9001")?.state;
  assert.equal(state, "checked");
  await round.send("9001", await deliveryText("9001"));
  const [delivery] = (await round.view()).deliveries;
  const asking = { kind: "state", delivery: delivery?.id ?? "" } as const;
  assert.equal((await bodyOf<ReceiptView>(await tell("9001", asking))).state, "arrived");
  assert.deepEqual(await problemsOf(await tell("9002", asking)), ["delivery-unknown-here"]);
});

test("a note that is not signed by one who takes part, or not now, is refused in words", async () => {
  const late = await tell("9001", { kind: "checked" }, instant("2026-11-01T08:00:00Z"));
  assert.deepEqual(await problemsOf(late), ["note-untimely"]);
  assert.deepEqual(await problemsOf(await post("hej")), ["note-wrong"]);
  assert.deepEqual(await problemsOf(await post("x".repeat(70_000))), ["note-too-large"]);
  const key = generateSigningKey(municipalityCode("9001"));
  const about = { receiver: municipalityCode("0000"), round: "2023-2026", at: given.clock.now() };
  const stranger = await post(signNote(key, { ...about, note: { kind: "checked" } }));
  assert.deepEqual(await problemsOf(stranger), ["note-unknown-sender"]);
});

test("what was done is in the log, with who did it and nothing of any case", async () => {
  const lines = await store.within(municipalityCode("0000"), (tx) => tx.audit.list(0, 1000));
  const actions = new Set(lines.map(({ action }) => action));
  for (const action of [
    "round.created",
    "round.participants-named",
    "round.participant-changed",
    "round.reminded",
    "delivery.arrived",
  ]) {
    assert.ok(actions.has(action), action);
  }
});
