import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { done, type Outcome, problem, refused } from "#kernel";

/** How many ports above the wanted one are tried. */
const portsToTry = 20;

export type Listening = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Listens on this machine's own address only; a reverse proxy makes it reachable for others.
 * @param mayMove whether the next free port will do when the wanted one is taken.
 */
export async function listen(
  app: { readonly fetch: Hono["fetch"] },
  port: number,
  mayMove: boolean,
): Promise<Outcome<Listening>> {
  const last = mayMove && port !== 0 ? Math.min(port + portsToTry, 65_535) : port;
  for (let candidate = port; candidate <= last; candidate++) {
    const listening = await tryPort(app, candidate);
    if (listening) return done(listening);
  }
  return refused(problem("port-taken", undefined, { port }));
}

function tryPort(
  app: { readonly fetch: Hono["fetch"] },
  port: number,
): Promise<Listening | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening | undefined>();
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (info) =>
    resolve({ port: info.port, close: () => closeServer(server as Server) }),
  ) as Server;
  server.once("error", (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === "EADDRINUSE" || error.code === "EACCES";
    isTaken ? resolve(undefined) : reject(error);
  });
  return promise;
}

function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}
