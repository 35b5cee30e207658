import type { MiddlewareHandler } from "hono";
import { problem } from "#kernel";
import { refusal } from "./refusal.ts";

const harmless = new Set(["GET", "HEAD"]);

/** A change must come from our own pages: browsers always send `Origin` with one. */
export function originCheck(allowedOrigins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header("Origin");
    if (!harmless.has(context.req.method) && !(origin && allowedOrigins.includes(origin))) {
      return refusal(problem("foreign-origin"));
    }
    return next();
  };
}
