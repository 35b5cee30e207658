import { Worker } from "node:worker_threads";
import type {
  CampaignToFreeze,
  FrozenCampaign,
  FrozenHalfYear,
  LocalReleaseToFreeze,
} from "#compilation";
import type { Outcome } from "#kernel";

export type WorkOfFreezing =
  | { readonly kind: "half-year"; readonly order: LocalReleaseToFreeze }
  | { readonly kind: "campaign"; readonly order: CampaignToFreeze };

/** Freezes a half-year in a thread of its own: it counts for seconds and attacks for minutes. */
export async function freezeApart(
  order: LocalReleaseToFreeze,
  signal?: AbortSignal,
): Promise<Outcome<FrozenHalfYear>> {
  return inThread<Outcome<FrozenHalfYear>>({ kind: "half-year", order }, signal);
}

/** A campaign takes a second, in which nobody else need wait. */
export async function freezeCampaignApart(
  order: CampaignToFreeze,
): Promise<Outcome<FrozenCampaign>> {
  return inThread<Outcome<FrozenCampaign>>({ kind: "campaign", order });
}

async function inThread<Answer>(work: WorkOfFreezing, signal?: AbortSignal): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./freeze-worker.ts", import.meta.url), { workerData: work });
  const end = () => void worker.terminate();
  signal?.addEventListener("abort", end, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the freezing thread ended without an answer")));
    });
  } finally {
    signal?.removeEventListener("abort", end);
    await worker.terminate();
  }
}
