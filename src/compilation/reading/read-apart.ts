import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type DeliveryFile, type DeliveryHeading, limits } from "#delivery";
import { done, type Outcome } from "#kernel";
import type { CodedRows } from "#tabulation";
import type { DeliveriesReader, ReadDelivery, ReadingRules } from "./deliveries-reader.ts";

/** What a thread is given: a file's bytes, which it believes no more than the file. */
export type ReadFile = {
  readonly name: string;
  readonly bytes: number;
  readonly content: readonly Uint8Array[];
  /** Why it could not be read to its end. */
  readonly fault: string | null;
};

export type ReadResult = Outcome<{ readonly heading: DeliveryHeading; readonly rows: CodedRows }>;

/** In threads of their own, for many and large deliveries; what comes of each is the same as here. */
export function readApart(rules: ReadingRules, threads: number): DeliveriesReader {
  const program = new URL("./read-worker.ts", import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(program, { workerData: rules }));
  const free = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];

  function release(worker: Worker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else free.push(worker);
  }

  async function read(file: DeliveryFile): Promise<Outcome<ReadDelivery>> {
    const worker = free.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
    worker.postMessage(await contentOf(file));
    // A thread that ends in an error rejects this: it is our fault, and nothing may come of it.
    const [result] = (await once(worker, "message")) as [ReadResult];
    release(worker);
    if (result.kind === "refused") return result;
    const { heading, rows } = result.value;
    return done({ heading, takeInto: (intake) => intake.addCoded(rows) });
  }

  return {
    atOnce: threads + 1,
    read,
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** No more than a delivery may have: the thread then says so. */
async function contentOf({ name, bytes, open }: DeliveryFile): Promise<ReadFile> {
  const content: Uint8Array[] = [];
  let read = 0;
  try {
    // What is too large already is not opened.
    for await (const chunk of bytes > limits.bytes ? [] : open()) {
      content.push(chunk);
      read += chunk.length;
      if (read > limits.bytes) break;
    }
  } catch (reason) {
    const fault = reason instanceof Error ? reason.message : String(reason);
    return { name, bytes, content, fault };
  }
  return { name, bytes, content, fault: null };
}
