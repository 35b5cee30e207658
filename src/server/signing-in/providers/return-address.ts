import type { Context } from "hono";
import type { Services } from "../../services.ts";

/** Where the provider sends her back to: this program, by the name that she reached it by. */
export function returnAddress(context: Context, { allowedOrigins }: Services): string {
  const host = context.req.header("Host");
  const origin =
    allowedOrigins.find((each) => new URL(each).host === host) ?? allowedOrigins[0] ?? "";
  return `${origin}/logga-in/klar`;
}
