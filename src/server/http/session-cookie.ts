import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { parseSessionToken, type SessionToken, writeSessionToken } from "#access";
import type { Services } from "../services.ts";

/** Of whom the cookies are. */
type Whose = Pick<Services, "isHttps" | "kind">;

/**
 * `__Host-` binds the cookie to this very host over TLS. On http, which is served on loopback only,
 * browsers would refuse that prefix (Safari) or the Secure flag, so there it has a plain name. Browsers
 * do not tell ports apart: an installation to practise in on the same host has names of its own, so that
 * neither ever sees, or takes away, a session of the other.
 */
export function ownCookieName({ isHttps, kind }: Whose): string {
  return `${isHttps ? "__Host-skillnad" : "skillnad"}${kind === "demo" ? "-demo" : ""}`;
}

export function readSessionCookie(context: Context, whose: Whose): SessionToken | undefined {
  return parseSessionToken(getCookie(context, ownCookieName(whose)));
}

export function setSessionCookie(context: Context, whose: Whose, token: SessionToken): void {
  setCookie(context, ownCookieName(whose), writeSessionToken(token), {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    secure: whose.isHttps,
  });
}

/**
 * Whether somebody was signed in by this browser lately: her session was left to grow too old, or she
 * signed out. To be asked by whoever is about to let somebody in.
 */
export function hasEndedSession(context: Context, whose: Whose): boolean {
  const isLeft = getCookie(context, ownCookieName(whose)) !== undefined;
  return isLeft || getCookie(context, leftCookieName(whose)) !== undefined;
}

function leftCookieName(whose: Whose): string {
  return `${ownCookieName(whose)}-left`;
}

/**
 * Also empties the browser's cache of this site, so that the back button shows nothing. Where people come
 * in by a provider, that somebody signed out is remembered for a day, longer than any sign-in there may be
 * old; elsewhere nothing is left.
 */
export function clearSessionCookie(
  context: Context,
  whose: Whose & Pick<Services, "providers">,
): void {
  deleteCookie(context, ownCookieName(whose), { path: "/", secure: whose.isHttps });
  if (whose.providers.list.length > 0) {
    setCookie(context, leftCookieName(whose), "1", {
      path: "/",
      httpOnly: true,
      sameSite: "Strict",
      secure: whose.isHttps,
      maxAge: 86_400,
    });
  }
  context.header("Clear-Site-Data", '"cache", "storage"');
}
