import type { Context, MiddlewareHandler } from "hono";
import type { RouteKey } from "#access";
import type { Telemetry } from "./telemetry.ts";

const routes = new WeakMap<Request, RouteKey>();

/** Which of our routes the request turned out to be for. */
export function tellRoute(context: Context, route: RouteKey): void {
  routes.set(context.req.raw, route);
}

/** Times every answer. What was asked for is told by its route's pattern alone. */
export function watchRequests(telemetry: Telemetry): MiddlewareHandler {
  return async (context, next) => {
    const begun = performance.now();
    await next();
    telemetry.answered({
      route: routes.get(context.req.raw) ?? "none",
      status: context.res.status,
      milliseconds: Math.round(performance.now() - begun),
    });
  };
}
