import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { policy, type Role } from "#access";
import {
  deliveredCodebooks,
  firstRows,
  generateSigningKey,
  packDelivery,
  publicKeyText,
} from "#delivery";
import { instant, isoDate, municipalityCode, type Round, strongRandomness } from "#kernel";
import { aCase, givenMunicipality } from "#scenario";
import { deliverFromStore } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "../../src/server/testing/index.ts";
import { codebook } from "../nation/canaries.ts";

/** A municipality in the same store as those who receive from it, and nothing of its rows is theirs to see. */
const own = municipalityCode("9071");
const unit = "9071-kanariefageln";
const round: Round = {
  id: "2023-2026",
  period: { from: isoDate("2023-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};
const story = givenMunicipality(own)
  .withUnit("Kanariefågeln")
  .withWorker("Zelmira Vråkfors")
  .withCases(40)
  .withCase(
    aCase()
      .startedOn("2024-03-19")
      .answering({ V01: 1, V02: 1957, V07: [1], V21: 1 })
      .withRiskAssessment({ method: 1, date: "2024-04-23", level: 3 }),
  );

let store: TestStore;
let given: GivenApp;
let canaries: ReadonlySet<string>;
let codes: readonly string[];
let worker: SignedIn;
const receivers = new Map<Role, { readonly person: SignedIn; readonly delivery: string }>();

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  await story.writtenTo(store);
  worker = await given.givenPerson({ name: "Cia", municipality: own, role: "unitManager", unit });
  const isDelivered = deliveredCodebooks({ codebook });
  const records = await store.within(own, async (tx) =>
    (await Array.fromAsync(tx.cases.asAt(round.cutOff))).filter((each) =>
      isDelivered(each.codebook),
    ),
  );
  codes = records.map(({ code }) => code);
  const municipality = { code: own, name: "Xaby", county: "91" };
  const order = { ...firstRows, kind: "demo", municipality, round, codebook } as const;
  const lines = deliverFromStore(store, { ...order, randomness: strongRandomness });
  const text = (await Array.fromAsync(lines, (line) => `${line}\n`)).join("");
  canaries = new Set([
    ...records.flatMap(({ id, code }) => [id, code]),
    ...["Zelmira", "zelmira", "Vråkfors", "vrakfors", "2024-03-19", "2024-04-23"],
    ...text.split("\n").flatMap(fragments),
  ]);
  for (const [role, seat] of [
    ["nationalAnalyst", "0000"],
    ["regionalLead", "0091"],
  ] as const) {
    receivers.set(role, await received(role, seat, text));
  }
});
after(() => store.close());

/** A row's id, and what it answers, as it stands in the package. */
function fragments(line: string): readonly string[] {
  if (!line.startsWith('{"id"')) return [];
  const { id, answers } = JSON.parse(line) as { readonly id: string; readonly answers: object };
  return [id, JSON.stringify(answers).slice(1, 60)];
}

async function received(role: Role, seat: string, text: string) {
  const person = await given.givenPerson({ name: role, role, municipality: seat });
  const asked = { id: round.id, name: "Åren", from: "2023-01-01", through: "2026-12-31" };
  const { id, version } = codebook;
  const more = { cutOff: round.cutOff, codebook: { id, version }, level: "rows", interimDays: [] };
  const words = { legalBasis: "Överenskommelse.", purpose: "Uppföljning." };
  await good(await person.request("POST /api/rounds", { ...asked, ...more, ...words }));
  const path = `/api/rounds/${round.id}`;
  const participants = [{ code: own, name: "Xaby", county: "91" }];
  await good(await person.request(`POST ${path}/participants`, { participants }));
  const signingKey = generateSigningKey(own);
  const change = { keys: [publicKeyText(signingKey)], hasLeft: false };
  await good(await person.request(`PUT ${path}/participants/${own}`, change));
  const key = (await given.services.keys.receivingKey(municipalityCode(seat))).public;
  // One that is sound, and one that is put aside with its rows in it.
  for (const sent of [text, text.replace('"kind":"demo"', '"kind":"real"')]) {
    const bytes = Buffer.from(sent);
    const file = {
      name: "leverans",
      bytes: bytes.length,
      async *open() {
        yield bytes;
      },
    };
    const packing = packDelivery(file, { signingKey, receivers: [key] });
    const body = Buffer.concat(await Array.fromAsync(packing));
    const to = `http://127.0.0.1:3210/api/intake/${seat}/${round.id}/deliveries`;
    await good(await given.app.request(to, { method: "POST", body }));
  }
  const view = (await (await person.request(`GET ${path}`)).json()) as {
    readonly deliveries: readonly { readonly id: string; readonly state: string }[];
  };
  assert.deepEqual(view.deliveries.map(({ state }) => state).sort(), ["quarantined", "waiting"]);
  const waiting = view.deliveries.find(({ state }) => state === "waiting");
  return { person, delivery: waiting?.id ?? "" };
}

async function good(response: Response): Promise<void> {
  assert.equal(response.status, 200, await response.text());
}

/** Every route with parts that lead to something of the municipality's, where they can. */
function addresses(delivery: string): readonly string[] {
  const parts: { readonly [name: string]: string } = {
    round: round.id,
    participant: own,
    delivery,
    sequence: "1",
    receiver: "0000",
    unit,
    code: codes[0] ?? "",
    variable: "V01",
    phase: "background",
    region: own,
    source: own,
    kind: "committee",
    id: codebook.id,
    halfYear: "2026-H1",
  };
  // What ends the session, or lets the round go, comes to nobody's row and ends the walk.
  return Object.keys(policy)
    .filter((route) => route !== "DELETE /api/session" && !route.endsWith("/ending"))
    .map((route) =>
      route.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? "x").replace("/*", "/sida"),
    );
}

const bodies: { readonly [end: string]: object } = {
  participants: { participants: [{ code: own, name: "Xaby", county: "91" }] },
  reminders: { participants: [own] },
  decision: { state: "accepted" },
  release: { isInterim: true },
};

async function toldTo(person: SignedIn, delivery: string): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  for (const address of addresses(delivery)) {
    const end = address.split("/").at(-1) ?? "";
    const body = /^(GET|DELETE)/.test(address) ? undefined : (bodies[end] ?? {});
    const response = await person.request(address, body);
    assert.ok(response.status < 500, `${address}: ${response.status}`);
    const headers = [...response.headers].map((each) => each.join(": ")).join("\n");
    told.set(address, `${headers}\n\n${await response.text()}`);
  }
  return told;
}

function found(told: ReadonlyMap<string, string>): readonly string[] {
  return [...told].flatMap(([address, text]) =>
    [...canaries].filter((each) => text.includes(each)).map((each) => `${address}: ${each}`),
  );
}

for (const role of ["nationalAnalyst", "regionalLead"] as const) {
  test(`no route tells ${role} anything of any row, in the store or in a package`, async () => {
    const { person, delivery } = receivers.get(role) ?? assert.fail();
    const told = await toldTo(person, delivery);
    const view = told.get(`GET /api/rounds/${round.id}`) ?? "";
    assert.match(view, /"cases":\d\d/, "the walk has come to the deliveries");
    assert.deepEqual(found(told), []);
  });
}

test("the same walk finds them for whoever may see them", async () => {
  const told = await toldTo(worker, "0".repeat(64));
  assert.ok(canaries.size > 120, String(canaries.size));
  assert.ok(found(told).some((each) => each.startsWith("GET /api/cases")));
});
