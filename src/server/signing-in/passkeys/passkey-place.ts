import type { Context } from "hono";

/** Where a passkey is made and used: it is bound to the name, and of no use at another. */
export type PasskeyPlace = { readonly origin: string; readonly host: string };

/**
 * As the browser says of the page that asks, which is one of ours: nothing else gets past the check of
 * origins. A passkey belongs to a name: at a bare number (127.0.0.1) browsers offer none.
 */
export function passkeyPlace(context: Context): PasskeyPlace {
  const origin = context.req.header("Origin") ?? "";
  return { origin, host: new URL(origin).hostname };
}
