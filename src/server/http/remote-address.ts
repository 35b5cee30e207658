import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

const ownMachine = /^(?:127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/;

/**
 * The network address that a request came from; requests made in tests have none. From this machine it
 * is the reverse proxy that asks, for whom it says last: what stands before may be anybody's invention.
 */
export function remoteAddress(context: Context): string {
  const address = directAddress(context);
  if (!ownMachine.test(address)) return address;
  const told = context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() ?? "";
  return /^[\da-fA-F.:]{3,45}$/.test(told) ? told : address;
}

function directAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}
