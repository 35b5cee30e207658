import { parentPort, workerData } from "node:worker_threads";
import type { MunicipalityCode } from "#kernel";
import type { PopulationSize } from "../population-size.ts";
import { writeDeliveries } from "./write-deliveries.ts";

/** What one of several threads is asked to write. */
export type Share = {
  readonly folder: string;
  readonly size: PopulationSize;
  readonly codes: readonly MunicipalityCode[];
};

const { folder, size, codes } = workerData as Share;
await writeDeliveries(folder, size, codes, (cases) => parentPort?.postMessage(cases));
