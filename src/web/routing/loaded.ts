import { redirect } from "react-router";
import { isSignedOut, type Reply, sentencesOf } from "../api/reply.ts";

/**
 * What a page's loader was waiting for.
 * @throws a redirect to the sign-in page (router's own way), or a response that the page's boundary
 *   shows: the server's sentences with its status, 503 without contact.
 */
export function loaded<Value>(reply: Reply<Value>, request: Request): Value {
  if (reply.kind === "ok") return reply.value;
  if (isSignedOut(reply)) throw redirect(signInAddress(request.url));
  const status = reply.kind === "refused" ? reply.status : 503;
  throw new Response(sentencesOf(reply).join(" "), { status });
}

/** `/logga-in?till=/arenden`: where to go on afterwards. Only paths of our own are followed. */
export function signInAddress(url: string): string {
  const { pathname } = new URL(url);
  return pathname === "/" ? "/logga-in" : `/logga-in?till=${encodeURIComponent(pathname)}`;
}

/** An address that somebody else put together must not lead away from here. */
export function ownPath(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}
