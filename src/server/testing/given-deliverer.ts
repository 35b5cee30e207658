import assert from "node:assert/strict";
import { openPackage, type ReceivingKey, readDelivery } from "#delivery";
import { municipalityCode } from "#kernel";
import { applyRevision, type Change } from "#registration";
import type { Store } from "#store";
import type {
  CheckView,
  DeliveriesView,
  DeliveryRound,
  PreparedView,
} from "../wire-of-deliveries.ts";
import { type GivenApp, givenApp } from "./given-app.ts";
import { agreeTo, anInvitation } from "./given-invitation.ts";
import { bodyOf } from "./given-team.ts";
import { answerAll, chosen, playCase } from "./play-case.ts";

const municipality = municipalityCode("9001");

/** A municipality with two units, those who work there, and a case in each stage. */
export async function givenDeliverer(store: Store) {
  const given: GivenApp = givenApp(store);
  await given.givenUnit(municipality, "here");
  await given.givenUnit(municipality, "there");
  const here = { municipality, unit: "here" };
  const there = { municipality, unit: "there" };
  const anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  const chief = await given.givenPerson({ name: "Chief", role: "unitManager", ...here });
  const leila = await given.givenPerson({ name: "Leila", role: "coordinator", municipality });
  const samir = await given.givenPerson({ name: "Samir", role: "coordinator", ...there });
  const begun = await anna.startCase("here");
  const whole = await playCase(anna, "here");
  /** Lacks something in a phase that it has come past. */
  const gaping = await anna.startCase("here");
  await answerAll(anna, gaping, { V10: chosen(2) });
  const keys = new Map<string, ReceivingKey>();

  /** A round of this test's own that the municipality has agreed to, whose deliveries can be opened. */
  async function agreed(
    id: string,
    changes: Parameters<typeof anInvitation>[0] = {},
  ): Promise<string> {
    const { invitation, key } = await anInvitation({ ...changes, round: { id, ...changes.round } });
    keys.set(id, key);
    const response = await agreeTo(leila, invitation, { level: invitation.level });
    assert.equal(response.status, 200, await response.text());
    return id;
  }

  async function check(round: string, person = leila): Promise<CheckView> {
    return bodyOf(await person.request(`GET /api/deliveries/${round}/check`));
  }

  async function prepare(round: string, statedCases: number | null = null): Promise<PreparedView> {
    const route = `POST /api/deliveries/${round}/preparation`;
    return bodyOf(await leila.request(route, { statedCases }));
  }

  async function roundOf(id: string, person = leila): Promise<DeliveryRound> {
    const view: DeliveriesView = await bodyOf(await person.request("GET /api/deliveries"));
    return view.rounds.find(({ round }) => round.id === id) ?? assert.fail(`no round ${id}`);
  }

  async function takeFile(round: string, sequence: number): Promise<Buffer> {
    const response = await leila.request(`POST /api/deliveries/${round}/${sequence}/package`);
    assert.equal(response.status, 200);
    return Buffer.from(await response.arrayBuffer());
  }

  /** As the receiver opens it: with its own key, believing the municipality's alone. */
  async function opened(round: string, bytes: Buffer) {
    const file = {
      name: "paketet",
      bytes: bytes.length,
      async *open() {
        yield bytes;
      },
    };
    const { key } = await bodyOf<DeliveriesView>(await leila.request("GET /api/deliveries"));
    const identity = keys.get(round) ?? assert.fail("no key");
    const receiving = { identities: [identity], senders: [JSON.parse(key.text)] };
    const outcome = await openPackage(file, receiving);
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
    const read = await readDelivery(outcome.value, given.services.codebooks.list(municipality));
    if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
    return { sha256: outcome.value.sha256, delivery: read.value };
  }

  /** What no page lets anybody do, straight in the store. */
  async function change(code: string, ...changes: readonly Change[]): Promise<void> {
    await store.within(municipality, async (tx) => {
      const record = await tx.cases.findForUpdate(code);
      assert.ok(record);
      const revision = record.revision + 1;
      const next = { revision, by: anna.account, at: given.clock.now(), changes };
      await tx.cases.save(applyRevision(record, next), next, { birthYear: null });
    });
  }

  async function spoiled(variable: string, code: number, to: string): Promise<void> {
    const value = { kind: "codes", codes: [code] } as const;
    await change(to, { kind: "answer-set", address: { variable }, from: null, to: value });
  }

  const people = { anna, chief, leila, samir };
  const cases = { begun, whole, gaping };
  const seen = { check, roundOf };
  return { given, ...people, ...cases, agreed, ...seen, prepare, takeFile, opened, spoiled };
}

export type GivenDeliverer = Awaited<ReturnType<typeof givenDeliverer>>;
