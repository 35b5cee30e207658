import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import { generateReceivingKey, generateSigningKey, openPackage, readDelivery } from "#delivery";
import { municipalityCode } from "#kernel";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { asOf, deliveredLines, openIntake, packing } from "./harness/intake-round.ts";
import { canSeeProcesses } from "./harness/process-tree.ts";
import { runToEnd } from "./harness/run-command.ts";
import { projectFolder, scriptCommand } from "./harness/running-program.ts";
import { timeOf } from "./harness/time-of.ts";

const municipalities = 290;
const casesOfEach = 1000;

export const takingIn: Benchmark = {
  ids: {
    "intake-290":
      "290 packages of 1 000 cases each, sent over HTTP one after another, opened, checked and kept",
  },
  async measure(progress) {
    progress("inventing 1 000 cases, and a round for 290");
    const codes = Array.from({ length: municipalities }, (_, at) => String(9001 + at));
    const lines = await deliveredLines(casesOfEach);
    const intake = await openIntake(makeBenchFolder(), codes);
    const own = await generateReceivingKey();
    const codebooks = effectiveCodebooks();
    let [taken, floor] = [0, 0];
    progress("sending them");
    for (const code of codes) {
      const key = generateSigningKey(municipalityCode(code));
      await intake.believe(key);
      const content = asOf(lines, code);
      const whole = async function* () {
        yield content;
      };
      const sealedTo = async (receiver: string) =>
        Buffer.concat(await Array.fromAsync(packing(whole, code, receiver, key)));
      const [sent, plain] = [await sealedTo(intake.receiver), await sealedTo(own.public)];
      taken += await timeOf(async () => {
        const state = await intake.send(sent);
        if (state !== "arrived") throw new Error(state);
      });
      const senders = [{ municipality: municipalityCode(code), key: key.public }];
      const receiving = { identities: [own], senders };
      floor += await timeOf(async () => {
        const file = {
          name: code,
          bytes: plain.length,
          async *open() {
            yield plain;
          },
        };
        const opened = await openPackage(file, receiving);
        if (opened.kind === "refused") throw new Error("the package was refused");
        const read = await readDelivery(opened.value, codebooks);
        if (read.kind === "refused") throw new Error("the delivery was refused");
      });
    }
    await intake.close();
    const against = { what: "opening and reading the same without a store", value: floor / 1000 };
    return [atMost({ id: "intake-290", value: taken / 1000, unit: "s", goal: 60, against })];
  },
};

export const intakeMemory: Benchmark = {
  ids: {
    "intake-memory":
      "the most memory (PSS) of a nation's server and its database while a package of 256 MB is taken in",
  },
  async measure(progress) {
    if (!canSeeProcesses()) throw new Error("only Linux tells the memory of a process");
    const asServer = scriptCommand("start").slice(0, -2);
    const megabytesOf = async (megabytes: number) => {
      progress(`taking in a package of ${megabytes} MB`);
      const program = join(projectFolder, "bench/harness/receive-package.ts");
      const words = [program, makeBenchFolder(), String(megabytes)];
      return (await runToEnd([...asServer, ...words])).megabytes;
    };
    const value = await megabytesOf(256);
    const floor = await megabytesOf(1);
    const against = { what: "the same with a package of 1 MB", value: floor };
    return [atMost({ id: "intake-memory", value, unit: "MB", goal: 512, against })];
  },
};
