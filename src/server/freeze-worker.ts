/** The program of the thread that freezes. */
import { parentPort, workerData } from "node:worker_threads";
import { freezeHalfYear, type LocalReleaseToFreeze } from "#compilation";

parentPort?.postMessage(await freezeHalfYear(workerData as LocalReleaseToFreeze));
