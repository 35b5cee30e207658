/** The program of the thread that compiles a draft. */
import { createReadStream, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { compileRelease, openRelease } from "#compilation";
import type { DeliveryFile } from "#delivery";
import { done, fixedClock, type Outcome } from "#kernel";
import { roundCodebooks } from "#screening";
import type { CompileOrder, FromWorker, Step } from "./compile-apart.ts";
import { type ToldDraft, toldDraft } from "./told-draft.ts";

const order = workerData as CompileOrder;
let told = "";
tell("ended", await compiled());

async function compiled(): Promise<Outcome<ToldDraft>> {
  const { packages, out, ledger, receiving, participants, isInterim, leastParticipants, at } =
    order;
  const outcome = await compileRelease({
    deliveries: packages.map(fileAt),
    receiving,
    out,
    ledger,
    codebooks: roundCodebooks(),
    skipInvalid: false,
    leastParticipants,
    participants,
    isInterim,
    threads: order.threads,
    clock: fixedClock(at),
    progress(read, of) {
      if (read < of) step("reading", read / of);
      else step("counting", null);
    },
    protecting: (safe, of) => step("protecting", safe / of),
    auditing(tried, of) {
      if (tried < of) step("auditing", tried / of);
      else step("writing", null);
    },
  });
  if (outcome.kind === "refused") return outcome;
  const opened = await openRelease(out);
  return opened.kind === "done" ? done(toldDraft(opened.value)) : opened;
}

/** In whole percent, so that nobody is told the same a thousand times. */
function step(name: Step["step"], share: number | null): void {
  const rounded = share === null ? null : Math.floor(share * 100) / 100;
  const text = `${name} ${rounded}`;
  if (text === told) return;
  told = text;
  tell("step", { step: name, share: rounded });
}

function tell<Kind extends FromWorker["kind"]>(
  kind: Kind,
  value: Extract<FromWorker, { kind: Kind }>["value"],
): void {
  parentPort?.postMessage({ kind, value });
}

function fileAt({ name, path }: CompileOrder["packages"][number]): DeliveryFile {
  return { name, bytes: statSync(path).size, open: () => createReadStream(path) };
}
