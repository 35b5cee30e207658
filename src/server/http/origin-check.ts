import type { MiddlewareHandler } from "hono";
import { problem } from "#kernel";
import { refusal } from "./refusal.ts";

const harmless = new Set(["GET", "HEAD"]);

/** What other servers send: no cookie is looked at there, so no browser can be made to act in a name. */
const fromServers = "/api/intake/";

/**
 * The client's survey: no cookie is looked at there either, and a page that tells nobody where it came
 * from sends `Origin: null`, or nothing where the browser is old.
 */
const fromClients = "/e/";

const withoutCookies = [fromServers, fromClients];

/** A change must come from our own pages: browsers always send `Origin` with one. */
export function originCheck(allowedOrigins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header("Origin");
    const { method, path } = context.req;
    const isOpen = harmless.has(method) || withoutCookies.some((each) => path.startsWith(each));
    if (!isOpen && !(origin && allowedOrigins.includes(origin))) {
      return refusal(problem("foreign-origin"));
    }
    return next();
  };
}
