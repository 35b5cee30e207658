/**
 * The program in earnest, to be killed: server and database on one data folder, with people in it whose
 * sessions are known. Asked on its input it says what memory it holds when everything dead is put away.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import { accountId, addHours, strongRandomness, systemClock } from "#kernel";
import { startServer } from "#server";
import { type OpenStore, openEmbedded } from "#store";
import { type ServingOrder, servedMunicipality, servedUnit } from "./served.ts";

const { people, ...place } = JSON.parse(process.argv[2] ?? "") as ServingOrder;
const { folder } = place;
const passedIn = { clock: systemClock, randomness: strongRandomness };

const opened = await openEmbedded({ ...passedIn, ...place, kind: "real" });
if (opened.kind === "refused") endWith(JSON.stringify(opened.problems));
const store = opened.value;
void store.ended.then((reason) => endWith(`the database ended: ${reason}`));
const started = await startServer({
  ...passedIn,
  store,
  environment: { port: 0, isPortChosen: false, origin: undefined },
  demoAccounts: [],
  files: join(folder, "files"),
  release: null,
}).catch(async () => {
  // Nothing else keeps it alive until the database has said why.
  setInterval(() => {}, 1000);
  return endWith(`the database ended: ${await store.ended}`);
});
if (started.kind === "refused") endWith(JSON.stringify(started.problems));
const { address, close } = started.value;
const known = join(folder, "cookies.json");
if (!existsSync(known)) writeFileSync(known, JSON.stringify(await signIn(store)));
const cookies: unknown = JSON.parse(readFileSync(known, "utf8"));
process.stdout.write(`serves ${JSON.stringify({ address, cookies })}\n`);

createInterface(process.stdin)
  .on("line", () => {
    globalThis.gc?.();
    globalThis.gc?.();
    process.stdout.write(`holds ${JSON.stringify(process.memoryUsage())}\n`);
  })
  // Whoever started it has gone.
  .on("close", end);
process.once("SIGTERM", end);

async function end(): Promise<void> {
  await close();
  await store.close();
  process.exit();
}

/** @returns what each of the people's browsers holds. */
function signIn({ within }: OpenStore): Promise<readonly string[]> {
  const at = systemClock.now();
  return within(servedMunicipality, async (tx) => {
    const name = "Påhittköping";
    await tx.municipality.register({ kind: "municipality", name, county: "90" });
    await tx.units.insert({ id: servedUnit, name: "Stödenheten", isOpenToColleagues: false });
    const signedIn: string[] = [];
    for (let person = 1; person <= people; person++) {
      const id = accountId(`worker-${person}`);
      const token = newSessionToken(servedMunicipality, strongRandomness);
      await tx.accounts.insert({
        id,
        signInName: id,
        displayName: "Maria Ek",
        passwordHash: null,
        createdAt: at,
        disabledAt: null,
        grants: [{ role: "caseWorker", unit: servedUnit }],
      });
      await tx.sessions.insert({
        tokenHash: hashSessionSecret(token.secret),
        account: id,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: addHours(at, 8),
        revokedAt: null,
      });
      signedIn.push(`skillnad=${writeSessionToken(token)}`);
    }
    return signedIn;
  });
}

function endWith(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
