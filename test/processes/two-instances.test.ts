/**
 * A receiver behind TLS with a certificate of its own, and municipalities elsewhere, each a process: one
 * delivers over the network and gets its comparison back, another does the same by files alone.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type {
  ComparisonView,
  CompilingView,
  DeliveriesView,
  MadeDeliveryView,
  PreparedView,
  ReturnedView,
  RoundView,
} from "#server";
import { freePort, type Instance, jsonOf, setClock, startInstance } from "./given-instance.ts";
import { ownCertificate } from "./own-certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-instances-"));
const clock = join(folder, "clock");
const beforeCutOff = "2026-11-02T08:00:00Z";
const published = "2027-02-01T08:00:00Z";
const round = "2023-2026";
const codes = ["9001", "9002", "9003"] as const;

let receiver: Instance;
const municipalities = new Map<string, Instance>();

before(async () => {
  setClock(clock, beforeCutOff);
  const { cert, key } = ownCertificate();
  writeFileSync(join(folder, "cert.pem"), cert);
  writeFileSync(join(folder, "key.pem"), key);
  const days = [beforeCutOff, published];
  const port = await freePort();
  const nation = {
    organisation: "0000",
    role: "nationalAnalyst",
    cases: null,
    returnsEvery: null,
  } as const;
  const receiving = startInstance(
    { ...nation, files: join(folder, "0000"), clock, days },
    {
      PORT: String(port),
      SKILLNAD_ORIGIN: `https://localhost:${port}`,
      SKILLNAD_TLS_CERT: join(folder, "cert.pem"),
      SKILLNAD_TLS_KEY: join(folder, "key.pem"),
    },
    cert,
  );
  const delivering = codes.map(async (organisation) => {
    // One looks by itself now and then for what has been published.
    const returnsEvery = organisation === "9003" ? 500 : null;
    const about = { organisation, role: "coordinator", cases: 30 } as const;
    const order = { ...about, clock, days, returnsEvery };
    // One never reaches the receiver, whose certificate it does not believe.
    const trusting =
      organisation !== "9002" ? { NODE_EXTRA_CA_CERTS: join(folder, "cert.pem") } : {};
    const files = join(folder, organisation);
    const started = await startInstance({ ...order, files }, { PORT: "0", ...trusting }, cert);
    municipalities.set(organisation, started);
  });
  receiver = await receiving;
  await Promise.all(delivering);
});
after(async () => {
  await Promise.all([receiver, ...municipalities.values()].map((each) => each?.stop()));
  rmSync(folder, { recursive: true, force: true });
});

function at(code: string): Instance {
  return municipalities.get(code) ?? assert.fail(code);
}

async function decide(code: string): Promise<void> {
  const { deliveries } = jsonOf<RoundView>(await receiver.ask(`GET /api/rounds/${round}`));
  const found = deliveries.find(({ participant }) => participant?.code === code);
  assert.equal(found?.state, "waiting", found?.sentences.join());
  const decision = `POST /api/rounds/${round}/deliveries/${found.id}/decision`;
  jsonOf(await receiver.ask(decision, { state: "accepted" }));
}

test("the receiver is reached over TLS, says what it asks, and the municipalities agree", async () => {
  assert.match(receiver.address, /^https:\/\/localhost:\d+$/);
  const offered = jsonOf<{ readonly codebooks: readonly { id: string; version: string }[] }>(
    await receiver.ask("GET /api/rounds"),
  );
  const codebook = offered.codebooks.find(({ id }) => id === "su-kvinnofrid-2021");
  jsonOf(
    await receiver.ask("POST /api/rounds", {
      ...{ id: round, name: "Åren 2023–2026", from: "2023-01-01", through: "2026-12-31" },
      cutOff: "2027-01-31T12:00:00.000Z",
      codebook: { id: codebook?.id, version: codebook?.version },
      level: "rows",
      interimDays: [],
      legalBasis: "Överenskommelsen om uppföljning.",
      purpose: "Att följa upp stödet.",
    }),
  );
  const rounds = `/api/rounds/${round}`;
  const participants = codes.map((code) => ({ code, name: `Kommun ${code}`, county: "91" }));
  jsonOf(await receiver.ask(`POST ${rounds}/participants`, { participants }));
  const text = (await receiver.ask(`GET ${rounds}/invitation`)).bytes.toString("utf8");
  for (const code of codes) {
    const decided = { decidedBy: "socialchef", decidedOn: "2026-10-01", reference: "SN 2026-1" };
    const agreed = await at(code).ask("POST /api/agreements", { text, level: "rows", ...decided });
    const { key } = jsonOf<DeliveriesView>(agreed);
    const body = { keys: [key.text], hasLeft: false };
    jsonOf(await receiver.ask(`PUT ${rounds}/participants/${code}`, body));
  }
});

test("one delivers over the network, two hand over files; a person accepts all three", async () => {
  const made = `/api/deliveries/${round}`;
  for (const code of codes) {
    const body = { statedCases: 30 };
    const prepared = jsonOf<PreparedView>(await at(code).ask(`POST ${made}/preparation`, body));
    assert.equal(prepared.delivery.sequence, 1);
    if (code === "9001") {
      const sent = jsonOf<MadeDeliveryView>(await at(code).ask(`POST ${made}/1/sending`));
      assert.equal(sent.receipt?.state, "arrived", sent.receipt?.sentences.join());
      assert.equal(sent.sent?.way, "network");
    } else {
      const { status, bytes } = await at(code).ask(`POST ${made}/1/package`);
      assert.equal(status, 200);
      jsonOf(await receiver.ask(`POST /api/rounds/${round}/deliveries`, new Uint8Array(bytes)));
    }
    await decide(code);
  }
});

test("whoever does not believe the certificate is told that the receiver could not be reached", async () => {
  const asked = await at("9002").ask(`POST /api/deliveries/${round}/return`);
  assert.equal(asked.status, 424);
  assert.match(asked.bytes.toString("utf8"), /gick inte att hämta från https:\/\/localhost/);
  const early = await at("9001").ask(`POST /api/deliveries/${round}/return`);
  assert.match(early.bytes.toString("utf8"), /har inte publicerat något av omgången än/);
});

async function compiled(): Promise<CompilingView["state"]> {
  jsonOf(await receiver.ask(`POST /api/rounds/${round}/release`, { isInterim: false }));
  for (;;) {
    const told = jsonOf<CompilingView>(await receiver.ask(`GET /api/rounds/${round}/release`));
    if (told.state.kind !== "running") return told.state;
    await pause(250);
  }
}

test("after the cut-off the receiver compiles and publishes, and sees it itself", async () => {
  setClock(clock, published);
  for (const each of [receiver, ...municipalities.values()]) await each.ask("the next day");
  const state = await compiled();
  assert.ok(state.kind === "draft", JSON.stringify(state));
  assert.deepEqual(state.coverage.unknown, 0);
  assert.deepEqual(state.missing, []);
  const told = await receiver.ask(`POST /api/rounds/${round}/release/publication`);
  const { published: done, endedAt } = jsonOf<RoundView>(told);
  assert.deepEqual(
    done.map(({ publication, isInterim }) => [publication, isInterim]),
    [[1, false]],
  );
  assert.ok(endedAt, "nothing more is taken in");
  const again = await receiver.ask(`POST /api/rounds/${round}/release`, { isInterim: false });
  assert.match(again.bytes.toString("utf8"), /"ledger-round-final"/);
});

async function comparisonOf(code: string): Promise<NonNullable<ComparisonView["published"]>> {
  const { published: told } = jsonOf<ComparisonView>(await at(code).ask("GET /api/comparison"));
  assert.ok(told, "nothing is published there");
  assert.equal(told.round.id, round);
  assert.equal(told.own?.id, code);
  return told;
}

test("the comparison comes back the same day: own and the nation beside each other, over the network", async () => {
  const back = await at("9001").ask(`POST /api/deliveries/${round}/return`);
  const told = jsonOf<ReturnedView>(back);
  assert.deepEqual([told.publication, told.isInterim, told.isNew], [1, false, true]);
  const { municipalities: of } = await comparisonOf("9001");
  assert.equal(of, 3);
});

test("what is published comes by itself to whoever looks for it", async () => {
  for (let tries = 0; tries < 200; tries++) {
    const view = jsonOf<ComparisonView>(await at("9003").ask("GET /api/comparison"));
    if (view.published) break;
    await pause(250);
  }
  assert.equal((await comparisonOf("9003")).municipalities, 3);
});

test("and the same by a file, that anybody may fetch and nobody can change", async () => {
  const file = await receiver.ask(`GET /api/rounds/${round}/release/file`);
  assert.equal(file.status, 200);
  const open = await receiver.ask(`GET /api/intake/0000/${round}/release`);
  assert.deepEqual(open.bytes, file.bytes);
  const bytes = new Uint8Array(file.bytes);
  const flipped = bytes.slice();
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const path = `POST /api/deliveries/${round}/return/file`;
  assert.equal((await at("9002").ask(path, flipped)).status, 422);
  assert.equal(jsonOf<ReturnedView>(await at("9002").ask(path, bytes)).isNew, true);
  assert.equal((await comparisonOf("9002")).municipalities, 3);
  const again = jsonOf<ReturnedView>(await at("9002").ask(path, bytes));
  assert.equal(again.isNew, false);
});
