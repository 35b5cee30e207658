/** The program of the preparing process: fills the store, compiles the nation, and gives its memory back. */
import { writeFile } from "node:fs/promises";
import { seededRandomness, strongRandomness, swedishDay, systemClock } from "#kernel";
import { demoAccounts, demoWorld, fillDemo } from "#scenario";
import { readEnvironment } from "#server";
import { type OpenStore, openEmbedded } from "#store";
import { counted } from "../counted.ts";
import { fail } from "../fail.ts";
import { openStore } from "../open-store.ts";
import { showProgress } from "../show-progress.ts";
import { untilStopped } from "../until-stopped.ts";
import { compileDemo } from "./compile-demo.ts";
import { deliverDemo } from "./deliver-demo.ts";
import { type DemoFound, type DemoOrder, deliveriesIn, foundIn, interimIn } from "./demo-order.ts";
import { halfYearIn } from "./freeze-demo.ts";

const order = JSON.parse(process.argv[2] ?? "") as DemoOrder;
// Nothing of a preparation that was interrupted is used; the database ends with this process.
void untilStopped().then(() => process.exit(1));

say("Starting a database …");
const opened = await openForFilling(order);
if (opened.kind === "refused") fail(opened.problems);
else await prepare(opened.value, order);

async function openForFilling({ folder }: DemoOrder) {
  if (folder !== undefined) {
    const passedIn = { clock: systemClock, randomness: strongRandomness };
    return openEmbedded({ ...passedIn, folder, kind: "demo", isDurable: false });
  }
  const environment = readEnvironment(process.env);
  return environment.kind === "refused" ? environment : openStore(environment.value, "demo");
}

/** A demo that was kept has its cases already. */
async function prepare(store: OpenStore, { size, workshop }: DemoOrder): Promise<void> {
  const world = demoWorld(size.seed, swedishDay(systemClock.now()), size);
  if ((await store.municipalities()).length === 0) {
    say(
      `Inventing ${counted(size.municipalities, "municipality", "municipalities")} with people and cases …`,
    );
    const progress = showProgress(world.organisations.length, "places");
    await fillDemo(store, world, progress.add);
    progress.end();
  }
  say("Compiling what they deliver …");
  await deliverDemo(store, world, deliveriesIn(workshop), seededRandomness(size.seed));
  await store.close();
  const compiled = await compileDemo(workshop, interimIn(workshop), { isInterim: true });
  if (compiled.kind === "refused") return fail(compiled.problems);
  const found: DemoFound = { accounts: demoAccounts(world), halfYear: halfYearIn(world) };
  await writeFile(foundIn(workshop), JSON.stringify(found));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
