import { parentPort, workerData } from "node:worker_threads";
import type { MunicipalityCode } from "#kernel";
import { nationPopulation } from "#scenario";
import type { PopulationSize } from "../population-size.ts";
import { writeDeliveries } from "./write-deliveries.ts";

/** What one of several threads is asked to write. */
export type Share = {
  readonly folder: string;
  readonly size: PopulationSize;
  readonly codes: readonly MunicipalityCode[];
};

const { folder, size, codes } = workerData as Share;
// Each thread deals the plan anew: it is made sooner than it would be handed over.
const planned = { population: nationPopulation(size), seed: size.seed };
await writeDeliveries(folder, planned, codes, (cases) => parentPort?.postMessage(cases));
