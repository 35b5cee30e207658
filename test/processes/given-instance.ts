import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request as plain } from "node:http";
import { request as secured } from "node:https";
import { createServer } from "node:net";
import { join } from "node:path";
import type { InstanceOrder } from "./instance.ts";
import { startProgram } from "./running-program.ts";

const entry = join(import.meta.dirname, "instance.ts");

/** A server in a process of its own, and somebody signed in there. */
export type Instance = {
  readonly address: string;
  /** As her browser asks, on the day that it is now. @param body bytes, or what is sent as JSON. */
  readonly ask: (route: string, body?: unknown) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

export type Answer = { readonly status: number; readonly bytes: Buffer };

export function jsonOf<Body>({ status, bytes }: Answer): Body {
  const text = bytes.toString("utf8");
  if (status >= 300) throw new Error(`${status} ${text}`);
  return JSON.parse(text) as Body;
}

/** @param trusted a certificate that is believed besides those of the system. */
export async function startInstance(
  order: InstanceOrder,
  environment: { readonly [name: string]: string },
  trusted: string,
): Promise<Instance> {
  const program = startProgram(process.execPath, [entry, JSON.stringify(order)], environment);
  const [, told = ""] = await program.says(/^serves (.+)$/m);
  const { address, cookies } = JSON.parse(told) as { address: string; cookies: readonly string[] };
  let day = 0;
  const isHttps = address.startsWith("https:");
  return {
    address,
    async ask(route, body) {
      if (route === "the next day") {
        day++;
        return { status: 200, bytes: Buffer.from("null") };
      }
      const [method = "", path = ""] = route.split(" ");
      const cookie = `${isHttps ? "__Host-skillnad-demo" : "skillnad-demo"}=${cookies[day]}`;
      const key = Buffer.from(`${route} ${day} ${Math.trunc(performance.now() * 1000)}`);
      const headers = {
        Origin: address,
        Cookie: cookie,
        "Idempotency-Key": key.toString("hex").slice(-32),
        "Content-Type":
          body instanceof Uint8Array ? "application/octet-stream" : "application/json",
      };
      const asking = (isHttps ? secured : plain)(`${address}${path}`, {
        method,
        headers,
        ca: trusted,
      });
      asking.end(body instanceof Uint8Array ? body : JSON.stringify(body));
      const [answer] = await once(asking, "response");
      const bytes = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>));
      return { status: answer.statusCode, bytes };
    },
    async stop() {
      program.process.kill("SIGTERM");
      await program.ended;
    },
  };
}

/** One that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export function setClock(file: string, at: string): void {
  writeFileSync(file, at);
}
