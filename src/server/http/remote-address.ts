import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The network address that a request came from; requests made in tests have none. */
export function remoteAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}
