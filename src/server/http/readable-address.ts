import type { MiddlewareHandler } from "hono";
import { notFound } from "./refusal.ts";

/** What stands in an address is searched for: one that is no text, or holds NUL, leads nowhere. */
export const readableAddress: MiddlewareHandler = async ({ req }, next) => {
  if (!isReadable(req.url)) return notFound();
  await next();
  return undefined;
};

function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}
