import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pollUntil } from "./poll-until.ts";
import type { RunningProgram } from "./running-program.ts";

/** Waits until the first page is there, as a browser that is reloaded without pause would. */
export async function untilFirstPage(program: RunningProgram, port: number): Promise<void> {
  await pollUntil("the first page is there", 180, async () => {
    program.checkAlive();
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`);
      const page = await response.text();
      return response.status === 200 && page.includes('id="skillnad"') ? true : undefined;
    } catch {
      return undefined;
    }
  });
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once("error", reject);
  server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  const port = await promise;
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  await closed.promise;
  return port;
}
