/**
 * A program that keeps a store open and saves until it is killed: `node hold-open.ts <folder>`. Each
 * line it prints is a save that was acknowledged.
 */
import { argv, stdout } from "node:process";
import { strongRandomness, systemClock } from "#kernel";
import { openEmbedded } from "../open/open-embedded.ts";
import { registerExample, startExampleCase } from "./examples.ts";

const folder = argv[2] ?? "";
const randomness = strongRandomness;
const opened = await openEmbedded({ folder, kind: "demo", clock: systemClock, randomness });
if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
const store = opened.value;
const here = await registerExample(store, "9001");
stdout.write("open\n");
for (;;) {
  const { record, first } = startExampleCase(here);
  const isTaken = await store.within(here.code, async (tx) => {
    if (await tx.cases.isCodeTaken(record.code)) return true;
    await tx.cases.insert(record, first, { birthYear: null });
    tx.audit.append({ at: first.at, account: here.worker, action: "start", case: record.id });
    return false;
  });
  if (!isTaken) stdout.write(`${record.code}\n`);
}
