import { Worker } from "node:worker_threads";
import type { NamedParticipant } from "#compilation";
import type { Receiving } from "#delivery";
import type { Instant, Outcome } from "#kernel";
import type { CompilingView } from "../wire-of-rounds.ts";
import type { ToldDraft } from "./told-draft.ts";

export type CompileOrder = {
  /** Sealed as they came; the name is what a problem calls it. */
  readonly packages: readonly { readonly name: string; readonly path: string }[];
  readonly receiving: Receiving;
  readonly participants: readonly NamedParticipant[];
  readonly out: string;
  /** A copy of the ledger, in which the draft is entered. */
  readonly ledger: string;
  readonly isInterim: boolean;
  readonly leastParticipants: number;
  readonly threads: number;
  readonly at: Instant;
};

export type Step = Pick<Extract<CompilingView["state"], { kind: "running" }>, "step" | "share">;

export type FromWorker =
  | { readonly kind: "step"; readonly value: Step }
  | { readonly kind: "ended"; readonly value: Outcome<ToldDraft> };

/**
 * Compiles in a thread of its own, which takes minutes. It may be ended whenever anybody likes: all that it
 * writes lies in a workshop.
 * @throws where the signal ends it.
 */
export async function compileApart(
  order: CompileOrder,
  stepping: (step: Step) => void,
  signal: AbortSignal,
): Promise<Outcome<ToldDraft>> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./compile-worker.ts", import.meta.url), { workerData: order });
  const { promise, resolve, reject } = Promise.withResolvers<Outcome<ToldDraft>>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  worker.on("message", (message: FromWorker) => {
    if (message.kind === "step") stepping(message.value);
    else resolve(message.value);
  });
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("the compiling thread ended without an answer")));
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
