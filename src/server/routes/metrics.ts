import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { notFound } from "../http/refusal.ts";
import { remoteAddress } from "../http/remote-address.ts";
import { publicRoute, type Route } from "../http/route.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";

export const metricsRoutes: readonly Route[] = [
  publicRoute("GET /metrics", (context, { telemetry }) => {
    if (!mayRead(context, telemetry)) return notFound();
    const headers = { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" };
    return new Response(telemetry.metrics(), { headers });
  }),
];

/**
 * With the token, if there is one; else from this machine, unless a reverse proxy stands here: through
 * it everybody comes from this machine.
 */
function mayRead(context: Context, { token, isBehindProxy }: Telemetry): boolean {
  if (token !== undefined) {
    const given = /^Bearer (.+)$/.exec(context.req.header("Authorization") ?? "")?.[1] ?? "";
    return timingSafeEqual(sha256(given), sha256(token));
  }
  if (isBehindProxy || context.req.header("X-Forwarded-For") || context.req.header("Forwarded")) {
    return false;
  }
  return /^(?:127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/.test(remoteAddress(context));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
