import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parseInvitation, type RoundInvitation } from "#delivery";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type Listening, listen } from "./listen.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { agreeTo, anInvitation } from "./testing/given-invitation.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { DeliveriesView, MadeDeliveryView, PreparedView } from "./wire-of-deliveries.ts";
import type { RoundView } from "./wire-of-rounds.ts";

/** Two installations, each with its own database, keys and port; between them the network. */
const municipality = municipalityCode("9001");
let here: TestStore;
let there: TestStore;
let given: GivenApp;
let leila: SignedIn;
let receiver: GivenApp;
let nora: SignedIn;
let listening: Listening;
let address: string;
/** What stands between: as it is, unless a test puts something else in its place. */
let network: (request: Request) => Response | Promise<Response>;
let notes: string[] = [];

const straight = (request: Request) => receiver.app.fetch(request);

before(async () => {
  here = await openTestStore();
  there = await openTestStore();
  given = givenApp(here, { kind: "demo" });
  await given.givenUnit(municipality, "here");
  const place = { municipality, unit: "here" };
  const anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...place });
  leila = await given.givenPerson({ name: "Leila", municipality, role: "coordinator" });
  await anna.startCase("here");
  await anna.startCase("here");

  network = straight;
  const opened = await listen(
    {
      async fetch(request: Request) {
        if (request.url.endsWith("/notes")) notes.push(await request.clone().text());
        return network(request);
      },
    },
    { port: 0, mayMove: false },
  );
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  listening = opened.value;
  address = `http://127.0.0.1:${listening.port}`;
  const allowedOrigins = [address, "http://127.0.0.1:3210"];
  receiver = givenApp(there, { kind: "demo", allowedOrigins });
  const nation = { municipality: "0000", role: "nationalAnalyst" } as const;
  nora = await receiver.givenPerson({ name: "Nora", ...nation });
});
after(async () => {
  await listening.close();
  await here.close();
  await there.close();
});

async function ask(id: string): Promise<RoundInvitation> {
  const { invitation } = await anInvitation();
  const { codebook, level, interimDays, legalBasis, purpose, round } = invitation;
  const { from, through, cutOff } = round;
  const asked = { codebook, level, interimDays, legalBasis, purpose, from, through, cutOff };
  const body = { ...asked, id, name: `Omgång ${id}` };
  const made = await nora.request("POST /api/rounds", body);
  assert.equal(made.status, 200, await made.text());
  const participants = [{ code: municipality, name: "Påhittköping", county: "90" }];
  await bodyOf(await nora.request(`POST /api/rounds/${id}/participants`, { participants }));
  const text = await (await nora.request(`GET /api/rounds/${id}/invitation`)).text();
  const parsed = parseInvitation(text, "inbjudan");
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

async function tellKey(id: string): Promise<void> {
  const { key } = await bodyOf<DeliveriesView>(await leila.request("GET /api/deliveries"));
  const keys = { keys: [key.text], hasLeft: false };
  await bodyOf(await nora.request(`PUT /api/rounds/${id}/participants/9001`, keys));
}

/** A round of the test's own, agreed on and with the municipality's key known, and its first delivery. */
async function prepared(id: string): Promise<PreparedView> {
  network = straight;
  const invitation = await ask(id);
  assert.equal((await agreeTo(leila, invitation)).status, 200);
  await tellKey(id);
  return prepare(id);
}

async function prepare(id: string): Promise<PreparedView> {
  const route = `POST /api/deliveries/${id}/preparation`;
  return bodyOf(await leila.request(route, { statedCases: 2 }));
}

function send(id: string, sequence: number): Promise<Response> {
  return leila.request(`POST /api/deliveries/${id}/${sequence}/sending`);
}

async function sentNow(id: string, sequence = 1): Promise<MadeDeliveryView> {
  return bodyOf(await send(id, sequence));
}

async function made(id: string): Promise<readonly MadeDeliveryView[]> {
  const view: DeliveriesView = await bodyOf(await leila.request("GET /api/deliveries"));
  return view.rounds.find(({ round }) => round.id === id)?.deliveries ?? [];
}

async function arrived(id: string): Promise<RoundView["deliveries"]> {
  return (await bodyOf<RoundView>(await nora.request(`GET /api/rounds/${id}`))).deliveries;
}

test("a delivery that is sent comes to its receiver, and its receipt back", async () => {
  const { delivery } = await prepared("skickad");
  const sent = await sentNow("skickad");
  assert.deepEqual(sent.sent, { way: "network", by: "Leila", at: given.clock.now() });
  assert.deepEqual([sent.receipt?.state, sent.receipt?.sentences], ["arrived", []]);
  const [came, ...others] = await arrived("skickad");
  assert.equal(others.length, 0);
  assert.deepEqual(
    [came?.id, came?.participant?.code, came?.cases, came?.statedCases, came?.state],
    [delivery.sha256, "9001", 2, 2, "waiting"],
  );
});

test("sent again by a double click or a lost page, the same delivery is there once", async () => {
  await prepared("dubbel");
  const [onItsWay, arrives] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  network = async (request) => {
    // That the cases were checked is told meanwhile, and nobody waits for it.
    if (request.url.endsWith("/notes")) return straight(request);
    onItsWay.resolve();
    await arrives.promise;
    return straight(request);
  };
  const first = send("dubbel", 1);
  await onItsWay.promise;
  assert.equal((await send("dubbel", 1)).status, 409);
  arrives.resolve();
  assert.equal((await first).status, 200);
  network = straight;
  assert.equal((await sentNow("dubbel")).receipt?.state, "arrived");
  assert.equal((await arrived("dubbel")).length, 1);
  assert.equal((await made("dubbel")).length, 1);
});

test("what the receiver has decided is asked for by a signed note", async () => {
  const { delivery } = await prepared("beslut");
  await sentNow("beslut");
  const route = `POST /api/rounds/beslut/deliveries/${delivery.sha256}/decision`;
  await bodyOf(await nora.request(route, { state: "accepted" }));
  const asked = await leila.request("POST /api/deliveries/beslut/1/receipt");
  assert.equal((await bodyOf<MadeDeliveryView>(asked)).receipt?.state, "accepted");
  assert.equal((await made("beslut"))[0]?.receipt?.state, "accepted");
});

test("whose key is not known is told so, and what left stays as it was", async () => {
  network = straight;
  await agreeTo(leila, await ask("okand"));
  await prepare("okand");
  const { receipt, sent } = await sentNow("okand");
  assert.equal(receipt?.state, "refused");
  assert.match(receipt?.sentences.join(" ") ?? "", /nyckel som inte är känd/);
  assert.equal(sent?.way, "network");
  await tellKey("okand");
  assert.equal((await sentNow("okand")).receipt?.state, "arrived");
});

test("without an answer it stays prepared, and its number is never another delivery's", async () => {
  const { delivery } = await prepared("tyst");
  network = async (request) => {
    await request.arrayBuffer();
    throw new Error("the cable is cut");
  };
  const failed = await send("tyst", 1);
  assert.ok(failed.status === 424, String(failed.status));
  assert.equal((await made("tyst"))[0]?.sent, null);
  network = straight;
  const next = await prepare("tyst");
  assert.equal(next.delivery.sequence, 2);
  assert.deepEqual(
    (await made("tyst")).map(({ sequence }) => sequence),
    [2],
  );
  assert.notEqual(next.delivery.sha256, delivery.sha256);
});

test("a delivery that came although its answer was lost is found to have left", async () => {
  await prepared("borta");
  network = async (request) => {
    await receiver.app.fetch(request);
    return new Response("<h1>504</h1>", { status: 504 });
  };
  assert.deepEqual(await problemsOf(await send("borta", 1)), ["receiver-unclear"]);
  assert.equal((await made("borta"))[0]?.sent, null);
  network = straight;
  const asked = await leila.request("POST /api/deliveries/borta/1/receipt");
  const found = await bodyOf<MadeDeliveryView>(asked);
  assert.deepEqual([found.sent?.way, found.receipt?.state], ["network", "arrived"]);
});

test("while it is on its way nothing takes its place", async () => {
  await prepared("pagar");
  const reached = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  network = async (request) => {
    if (request.url.endsWith("/notes")) return new Response("{}");
    reached.resolve();
    await go.promise;
    return straight(request);
  };
  const sending = send("pagar", 1);
  await reached.promise;
  const route = "POST /api/deliveries/pagar/preparation";
  const meanwhile = await leila.request(route, { statedCases: null });
  assert.deepEqual(await problemsOf(meanwhile), ["delivery-being-sent"]);
  go.resolve();
  assert.equal((await bodyOf<MadeDeliveryView>(await sending)).receipt?.state, "arrived");
  network = straight;
  assert.equal((await prepare("pagar")).delivery.sequence, 2);
});

const strangers: readonly (readonly [string, () => Response, RegExp])[] = [
  ["another address", () => Response.redirect("https://example.invalid/", 307), /unreachable/],
  ["a page", () => new Response("<html>", { status: 200 }), /unclear/],
  ["an empty answer", () => new Response("", { status: 200 }), /unclear/],
  ["a receipt of another form", () => Response.json({ state: "perfect" }), /unclear/],
  ["an endless answer", () => new Response(" ".repeat(2_000_000)), /unclear/],
  ["another program's refusal", () => Response.json({ error: 1 }, { status: 403 }), /unclear/],
];

for (const [what, answer, code] of strangers) {
  test(`a receiver that answers ${what} is told as one, and nothing is lost`, async () => {
    const id = `svar-${strangers.findIndex(([each]) => each === what)}`;
    await prepared(id);
    network = answer;
    const refused = await send(id, 1);
    assert.equal(refused.status, 424);
    assert.match((await problemsOf(refused)).join(" "), code);
    network = straight;
    assert.equal((await sentNow(id)).receipt?.state, "arrived");
  });
}

test("a receiver's words are shown without what steers a screen", async () => {
  await prepared("ord");
  network = () =>
    Response.json({
      state: "refused",
      at: "2026-11-02T08:00:00.000Z",
      sentences: ["Nej\u202e\u0007 tack", "x".repeat(1000)],
    });
  const { receipt } = await sentNow("ord");
  assert.equal(receipt?.sentences[0], "Nej   tack");
  assert.ok((receipt?.sentences[1]?.length ?? 0) < 400);
  network = straight;
});

test("a refusal's reason is passed on in the receiver's own words", async () => {
  await prepared("slut");
  await bodyOf(await nora.request("POST /api/rounds/slut/ending", { ended: true }));
  const refused = await send("slut", 1);
  const { problems } = (await refused.json()) as { problems: readonly { sentence: string }[] };
  assert.equal(refused.status, 424);
  assert.match(problems[0]?.sentence ?? "", /^Mottagaren tog inte emot .*Omgång slut/);
});

test("what is taken back over the network is taken back there", async () => {
  await prepared("ater");
  await sentNow("ater");
  await bodyOf(await leila.request("POST /api/deliveries/ater/withdrawal"));
  assert.equal((await sentNow("ater", 2)).receipt?.state, "arrived");
  const all = await arrived("ater");
  assert.equal(all.find(({ isWithdrawal }) => isWithdrawal)?.sequence, 2);
});

test("that the cases are checked is told by itself, and a receiver that is away stops nothing", async () => {
  notes = [];
  const told = Promise.withResolvers<void>();
  network = straight;
  const invitation = await ask("kontrollerad");
  await agreeTo(leila, invitation);
  await tellKey("kontrollerad");
  network = async (request) => {
    const response = await straight(request);
    told.resolve();
    return response;
  };
  await prepare("kontrollerad");
  await told.promise;
  assert.equal(JSON.parse(notes[0] ?? "null")?.note?.kind, "checked");
  const view: RoundView = await bodyOf(await nora.request("GET /api/rounds/kontrollerad"));
  assert.equal(view.participants[0]?.state, "checked");

  const gone = await anInvitation({
    kind: "demo",
    receiver: { address: "http://127.0.0.1:9" },
    round: { id: "stum" },
  });
  await agreeTo(leila, gone.invitation);
  assert.equal((await prepare("stum")).delivery.sequence, 1);
  assert.deepEqual(await problemsOf(await send("stum", 1)), ["receiver-unreachable"]);
});

test("every try, its outcome and what was asked stand in the log", async () => {
  await prepared("logg");
  network = () => new Response("", { status: 502 });
  await send("logg", 1);
  network = straight;
  await sentNow("logg");
  await leila.request("POST /api/deliveries/logg/1/receipt");
  const entries = await here.within(municipality, (tx) => tx.audit.list(0, 1000));
  const about = entries.filter(({ details }) => details.round === "logg");
  assert.deepEqual(
    about
      .map(({ action }) => action)
      .reverse()
      .slice(2),
    [
      "delivery.viewed",
      "delivery.sending",
      "delivery.sending-failed",
      "delivery.sending",
      "delivery.sent",
      "delivery.receipt-asked",
    ],
  );
});

test("a receiver on this very server is sent to without anybody waiting for herself", async () => {
  const allowedOrigins = ["http://127.0.0.1:3210"];
  const both = givenApp(here, { kind: "demo", allowedOrigins });
  const opened = await listen(both.app, { port: 0, mayMove: false });
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  allowedOrigins.unshift(`http://127.0.0.1:${opened.value.port}`);
  const place = { municipality: "0000", role: "nationalAnalyst" } as const;
  const own = { receiver, nora };
  try {
    receiver = both;
    nora = await both.givenPerson({ name: "Nils", ...place });
    const invitation = await ask("samma");
    await agreeTo(leila, invitation);
    await tellKey("samma");
    await prepare("samma");
    const tries = await Promise.all([send("samma", 1), made("samma"), arrived("samma")]);
    assert.equal((await bodyOf<MadeDeliveryView>(tries[0])).receipt?.state, "arrived");
    const asked = await leila.request("POST /api/deliveries/samma/1/receipt");
    assert.equal((await bodyOf<MadeDeliveryView>(asked)).receipt?.state, "arrived");
  } finally {
    ({ receiver, nora } = own);
    await opened.value.close();
  }
});
