/**
 * The program of one instance: the server as it is started in earnest, over a store of its own, at a time
 * that the test decides. Says where it serves, and who may sign in.
 */
import { readFileSync } from "node:fs";
import { hashSessionSecret, newSessionToken, type Role, writeSessionToken } from "#access";
import {
  accountId,
  addHours,
  type Clock,
  type Instant,
  instant,
  municipalityCode,
  strongRandomness,
} from "#kernel";
import { givenMunicipality } from "#scenario";
import { readEnvironment, startServer } from "#server";
import { openTestStore } from "#store/testing";

export type InstanceOrder = {
  readonly organisation: string;
  readonly role: Role;
  /** How many, where it is a municipality; `null`: it receives. */
  readonly cases: number | null;
  readonly files: string;
  /** A file that says what time it is. */
  readonly clock: string;
  /** Milliseconds between looks for what has been published; `null`: nobody looks unasked. */
  readonly returnsEvery: number | null;
  /** The days on which somebody signs in. */
  readonly days: readonly string[];
};

const order = JSON.parse(process.argv[2] ?? "") as InstanceOrder;
const clock: Clock = { now: (): Instant => instant(readFileSync(order.clock, "utf8")) };
const environment = readEnvironment(process.env);
if (environment.kind === "refused") throw new Error(JSON.stringify(environment.problems));
const store = await openTestStore();
const code = municipalityCode(order.organisation);
if (order.cases === null) {
  const name = "Riksmottagaren";
  await store.within(code, (tx) =>
    tx.municipality.register({ kind: "nation", name, county: null }),
  );
} else {
  await givenMunicipality(code, { seed: Number(code) })
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(order.cases)
    .writtenTo(store);
}
const cookies = [];
for (const day of order.days) cookies.push(await signedIn(instant(day)));
const started = await startServer({
  store,
  clock,
  randomness: strongRandomness,
  environment: environment.value,
  demoAccounts: [],
  files: order.files,
  release: null,
  returnsEvery: order.returnsEvery ?? undefined,
});
if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
const { address } = started.value;
process.stdout.write(`serves ${JSON.stringify({ address, cookies })}\n`);
process.once("SIGTERM", async () => {
  await started.value.close();
  await store.close();
});

/** @returns what her browser holds on that day. */
async function signedIn(at: Instant): Promise<string> {
  const account = accountId(`person ${at}`);
  const token = newSessionToken(code, strongRandomness);
  await store.within(code, async (tx) => {
    await tx.accounts.insert({
      id: account,
      signInName: account,
      displayName: "Leila Aho",
      passwordHash: null,
      createdAt: at,
      disabledAt: null,
      grants: [{ role: order.role, unit: null }],
    });
    await tx.sessions.insert({
      tokenHash: hashSessionSecret(token.secret),
      account,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: addHours(at, 8),
      revokedAt: null,
    });
  });
  return writeSessionToken(token);
}
