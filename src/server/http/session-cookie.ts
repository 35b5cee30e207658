import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { parseSessionToken, type SessionToken, writeSessionToken } from "#access";

/**
 * `__Host-` binds the cookie to this very host over TLS. On http, which is served on loopback only,
 * browsers would refuse that prefix (Safari) or the Secure flag, so the demo has a plain name.
 */
function cookieName(isHttps: boolean): string {
  return isHttps ? "__Host-skillnad" : "skillnad";
}

export function readSessionCookie(context: Context, isHttps: boolean): SessionToken | undefined {
  return parseSessionToken(getCookie(context, cookieName(isHttps)));
}

export function setSessionCookie(context: Context, isHttps: boolean, token: SessionToken): void {
  setCookie(context, cookieName(isHttps), writeSessionToken(token), {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    secure: isHttps,
  });
}

/** Also empties the browser's cache of this site, so that the back button shows nothing. */
export function clearSessionCookie(context: Context, isHttps: boolean): void {
  deleteCookie(context, cookieName(isHttps), { path: "/", secure: isHttps });
  context.header("Clear-Site-Data", '"cache", "storage"');
}
