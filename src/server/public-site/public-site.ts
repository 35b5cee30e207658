import { html } from "hono/html";
import { type CsvForm, tableCsv } from "#report";
import type { ToldRelease } from "../published-nation.ts";
import { chapterPage, panelsOf } from "./chapter-page.ts";
import { dataPage } from "./data-page.ts";
import { methodPage } from "./method-page.ts";
import { placePage, wayTo } from "./place-page.ts";
import { sitePage } from "./site-layout.ts";
import { nationId, type ToldPlace, toldPlace } from "./told-place.ts";

/** A release for anybody, signed in or not: pages of text, without script. Written once each. */
export type PublicSite = {
  /** @param way what stands in the address after the site's own; `undefined`: no such page. */
  readonly page: (way: readonly string[]) => Promise<string | undefined>;
  /** @param file a panel's id, with `~1` for its second table. */
  readonly csv: (place: string, chapter: string, file: string, form: CsvForm) => string | undefined;
};

export function publicSite(release: ToldRelease, isDemo: boolean): PublicSite {
  const places = new Map<string, ToldPlace | undefined>();
  const pages = new Map<string, string>();

  function placeOf(id: string): ToldPlace | undefined {
    const known = release.regions.some((region) => region.id === id);
    if (id !== nationId && !known) return undefined;
    const place = places.get(id) ?? toldPlace(release, id);
    places.set(id, place);
    return place;
  }

  function written(way: readonly string[]) {
    const [id = nationId, chapterId] = way;
    if (way.length === 1 && id === "metod") return methodPage(release, isDemo);
    if (way.length === 1 && id === "data") return dataPage(isDemo);
    const place = placeOf(id);
    if (!place || way.length > 2) return undefined;
    if (chapterId === undefined) return placePage({ release, isDemo }, id, place);
    const chapter = place.chapters.find((each) => each.id === chapterId);
    return chapter && chapterPage(isDemo, id, place, chapter);
  }

  return {
    async page(way) {
      const key = way.join("/");
      const known = pages.get(key);
      if (known !== undefined) return known;
      const page = written(way);
      if (page === undefined) return undefined;
      const text = String(await page);
      pages.set(key, text);
      return text;
    },
    csv(id, chapterId, file, form) {
      const chapter = placeOf(id)?.chapters.find((each) => each.id === chapterId);
      const [, panelId, index = "0"] = /^(.*?)(?:~([1-9]))?$/.exec(file) ?? [];
      const panel = chapter && panelsOf(chapter).find((each) => each.id === panelId);
      return panel && tableCsv(panel, Number(index), form);
    },
  };
}

/** Before the first release. */
export async function nothingPublished(isDemo: boolean): Promise<string> {
  const body = html`<p class="lead">Inget är publicerat ännu.</p>
<p>Här kommer siffror om stödet till våldsutsatta vuxna att stå, när kommunernas uppgifter har sammanställts, skyddats och prövats.</p>
`;
  return String(await sitePage({ title: "Stöd till våldsutsatta vuxna", isDemo, way: [], body }));
}

/** For an address that leads nowhere, or that an earlier release had. */
export async function noSuchPage(isDemo: boolean): Promise<string> {
  const body = html`<p>Adressen kan vara gammal eller felskriven. En senare publicering kan ha andra områden och kommuner än en tidigare.</p>
<p>Börja om från <a href="/publicerat">första sidan</a>.</p>
`;
  return String(await sitePage({ title: "Sidan finns inte", isDemo, way: wayTo(), body }));
}
