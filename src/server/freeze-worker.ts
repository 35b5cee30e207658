/** The program of the thread that freezes. */
import { parentPort, workerData } from "node:worker_threads";
import { freezeCampaign, freezeHalfYear } from "#compilation";
import type { WorkOfFreezing } from "./freeze-apart.ts";

const work = workerData as WorkOfFreezing;
const outcome =
  work.kind === "campaign" ? await freezeCampaign(work.order) : await freezeHalfYear(work.order);
parentPort?.postMessage(outcome);
