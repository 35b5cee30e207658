import type { Context } from "hono";
import { csvForms } from "#report";
import { publicRoute, type Route } from "../http/route.ts";
import { dataFiles } from "../public-site/data-page.ts";
import {
  noSuchPage,
  nothingPublished,
  type PublicSite,
  publicSite,
} from "../public-site/public-site.ts";
import { siteStyle } from "../public-site/site-style.ts";
import type { PublishedNation } from "../published-nation.ts";
import type { Services } from "../services.ts";

// A publication is for anybody: no session, no log of who reads, nothing about the reader is kept.
export const publicSiteRoutes: readonly Route[] = [
  publicRoute("GET /publicerat", (_, services) => page(services, [])),
  publicRoute("GET /publicerat/stil.css", () =>
    sent(siteStyle, { "Content-Type": "text/css; charset=utf-8" }),
  ),
  publicRoute("GET /publicerat/:place", (context, services) =>
    page(services, [param(context, "place")]),
  ),
  publicRoute("GET /publicerat/data/:file", openDataFile),
  publicRoute("GET /publicerat/:place/:chapter", (context, services) =>
    page(services, [param(context, "place"), param(context, "chapter")]),
  ),
  publicRoute("GET /publicerat/:place/:chapter/:table", csvFile),
];

const sites = new WeakMap<PublishedNation, PublicSite>();

function siteOf({ release, kind }: Services): PublicSite | null {
  if (!release) return null;
  const site = sites.get(release) ?? publicSite(release.told, kind === "demo");
  sites.set(release, site);
  return site;
}

async function page(services: Services, way: readonly string[]): Promise<Response> {
  const site = siteOf(services);
  const isDemo = services.kind === "demo";
  if (!site && way.length === 0) return written(await nothingPublished(isDemo), 200);
  const text = await site?.page(way);
  return text === undefined ? written(await noSuchPage(isDemo), 404) : written(text, 200);
}

async function openDataFile(context: Context, services: Services): Promise<Response> {
  const file = dataFiles.find(({ name }) => name === param(context, "file"));
  const bytes = file && (await services.release?.told.openData(file.name));
  if (!file || !bytes) return written(await noSuchPage(services.kind === "demo"), 404);
  return sent(bytes, {
    "Content-Type": file.type,
    "Content-Disposition": `attachment; filename="skillnad-${file.name}"`,
  });
}

async function csvFile(context: Context, services: Services): Promise<Response> {
  const wished = context.req.query("form");
  const form = csvForms.find((each) => each === wished) ?? "excel";
  const file = /^(.+)\.csv$/.exec(param(context, "table"))?.[1];
  const [place, chapter] = [param(context, "place"), param(context, "chapter")];
  const text = file && siteOf(services)?.csv(place, chapter, file, form);
  if (!text) return written(await noSuchPage(services.kind === "demo"), 404);
  const name = `skillnad-${place}-${file}`.replace(/[^\w.-]+/g, "-");
  return sent(text, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
  });
}

function param(context: Context, name: string): string {
  return context.req.param(name) ?? "";
}

function written(text: string, status: 200 | 404): Response {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
  return sent(text, headers, status);
}

/** For everybody the same; a later release is seen within minutes. */
function sent(
  body: string | Uint8Array<ArrayBuffer>,
  headers: { readonly [name: string]: string },
  status = 200,
): Response {
  const cache = status === 200 ? "public, max-age=300" : "no-store";
  return new Response(body, { status, headers: { ...headers, "Cache-Control": cache } });
}
