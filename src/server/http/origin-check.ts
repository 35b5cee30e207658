import type { MiddlewareHandler } from "hono";
import { problem } from "#kernel";
import { refusal } from "./refusal.ts";

const harmless = new Set(["GET", "HEAD"]);

/** What other servers send: no cookie is looked at there, so no browser can be made to act in a name. */
const fromServers = "/api/intake/";

/** A change must come from our own pages: browsers always send `Origin` with one. */
export function originCheck(allowedOrigins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header("Origin");
    const isOpen = harmless.has(context.req.method) || context.req.path.startsWith(fromServers);
    if (!isOpen && !(origin && allowedOrigins.includes(origin))) {
      return refusal(problem("foreign-origin"));
    }
    return next();
  };
}
