import type { Server } from "node:http";
import { createServer } from "node:https";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { done, type Outcome, problem, refused } from "#kernel";

/** How many ports above the wanted one are tried. */
const portsToTry = 20;

export type Listening = { readonly port: number; readonly close: () => Promise<void> };

type App = { readonly fetch: Hono["fetch"] };

export type WayIn = {
  readonly port: number;
  /** Whether the next free port will do when the wanted one is taken. */
  readonly mayMove: boolean;
  /** The certificate with its chain, and its key, both PEM; left out: without TLS. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
};

/**
 * Without a certificate on this machine's own address only, where a reverse proxy makes it reachable for
 * others; with one, on every address.
 */
export async function listen(app: App, way: WayIn): Promise<Outcome<Listening>> {
  const { port, mayMove } = way;
  const last = mayMove && port !== 0 ? Math.min(port + portsToTry, 65_535) : port;
  for (let candidate = port; candidate <= last; candidate++) {
    const listening = await tryPort(app, { ...way, port: candidate });
    if (listening) return done(listening);
  }
  return refused(problem("port-taken", undefined, { port }));
}

function tryPort(app: App, { port, tls }: WayIn): Promise<Listening | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening | undefined>();
  const secured = tls ? { createServer, serverOptions: tls } : { hostname: "127.0.0.1" };
  const server = serve({ fetch: app.fetch, port, ...secured }, (info) =>
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
