import { serveStatic } from "@hono/node-server/serve-static";
import { notFound } from "../http/refusal.ts";
import { publicRoute, type Route } from "../http/route.ts";
import { contentSecurityPolicy } from "../http/security-headers.ts";

export const pageRoutes: readonly Route[] = [
  publicRoute("GET /health", () => Response.json({ status: "ok" })),

  // Names carry a hash of the content, so a browser may keep them for ever. They hold no data.
  publicRoute("GET /assets/*", async (context, { pages }) => {
    const served = await serveStatic({ root: pages.folder })(context, async () => {});
    if (!served?.ok) return notFound();
    served.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    return served;
  }),

  // Every page is the same document: which page it is, the browser reads from the address.
  publicRoute("GET /*", (context, { pages, randomness }) => {
    if (context.req.path.startsWith("/api/")) return notFound();
    // A link to the client's survey that was mangled on its way must not lead to pages that tell.
    if (context.req.path.startsWith("/e/")) return context.redirect("/e", 303);
    const nonce = Buffer.from(randomness.bytes(18)).toString("base64url");
    return new Response(pages.document.replaceAll("__CSP_NONCE__", nonce), {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": contentSecurityPolicy(nonce),
      },
    });
  }),
];
