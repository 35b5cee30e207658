import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { MunicipalityCode } from "#kernel";
import { nationPopulation } from "#scenario";
import type { PopulationSize } from "../population-size.ts";
import type { Share } from "./worker.ts";
import { writeDeliveries } from "./write-deliveries.ts";

/** Under this the threads would take longer to start than to work. */
const leastForThreads = 10_000;
const mostThreads = 4;

/** Writes every municipality's delivery file, on several threads where there is much to write. */
export async function writeAllDeliveries(
  folder: string,
  size: PopulationSize,
  written: (cases: number) => void,
): Promise<void> {
  const population = nationPopulation(size);
  const { places } = population;
  const isLarge = size.cases >= leastForThreads;
  const threads = isLarge ? Math.min(availableParallelism(), mostThreads, places.length) : 1;
  const shares = evenShares(places, threads);
  const [only] = shares;
  if (shares.length === 1 && only) {
    return writeDeliveries(folder, { population, seed: size.seed }, only, written);
  }
  await Promise.all(shares.map((codes) => inThread({ folder, size, codes }, written)));
}

/** The largest first, each to the share that has least. */
function evenShares(
  places: readonly { readonly code: MunicipalityCode; readonly cases: number }[],
  count: number,
): readonly (readonly MunicipalityCode[])[] {
  const shares = Array.from({ length: count }, () => ({
    cases: 0,
    codes: [] as MunicipalityCode[],
  }));
  for (const { code, cases } of places.toSorted((a, b) => b.cases - a.cases)) {
    const least = shares.reduce((one, other) => (other.cases < one.cases ? other : one));
    least.cases += cases;
    least.codes.push(code);
  }
  return shares.map(({ codes }) => codes);
}

async function inThread(share: Share, written: (cases: number) => void): Promise<void> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: share });
  worker.on("message", written);
  // A thread that throws makes `once` reject, and the command fails with what it said.
  const [exitCode] = await once(worker, "exit");
  if (exitCode !== 0) throw new Error(`a thread ended with ${exitCode}`);
}
