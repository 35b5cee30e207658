import type { MiddlewareHandler } from "hono";

/**
 * Nothing is allowed but what is named, without exceptions. The page's own scripts and styles carry
 * a nonce that is new in every response; answers that are not pages need nothing at all.
 * Source: OWASP ASVS 5.0, chapter 3 (web frontend security).
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

const nothingAllowed = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

export function securityHeaders(isHttps: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has("Content-Security-Policy")) {
      headers.set("Content-Security-Policy", nothingAllowed);
    }
    // What a signed-in person sees must not stay in a shared computer's cache.
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.set("X-Frame-Options", "DENY");
    if (isHttps) headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  };
}
