import { shownCases } from "#disclosure";
import {
  type NationChapter,
  nationFigures,
  type PublishedFindings,
  placeFigures,
  publishedFindings,
} from "#report";
import type { ToldRelease } from "../published-nation.ts";
import { sitePath } from "./site-layout.ts";

/** What the site tells of the nation, an area or a municipality. */
export type ToldPlace = {
  readonly name: string;
  readonly level: "nation" | "area" | "municipality";
  readonly path: string;
  /** `null`: may not be shown. */
  readonly cases: number | null;
  /** Those of which anything may be shown. */
  readonly chapters: readonly NationChapter[];
  readonly findings: readonly PublishedFindings[];
};

export const nationId = "riket";

/** @param id `riket`, or a region's; `undefined` for what is none of the release's. */
export function toldPlace(release: ToldRelease, id: string): ToldPlace | undefined {
  const { codebook, tables, regions } = release;
  const region = regions.find((each) => each.id === id);
  if (id !== nationId && !region) return undefined;
  const chapters = region
    ? placeFigures(region, tables, codebook, "sv")
    : nationFigures(tables, codebook, "sv");
  const told = chapters
    .map((chapter) => ({
      ...chapter,
      figures: chapter.figures.filter(({ certainty }) => certainty !== "hidden"),
    }))
    .filter(({ figures }) => figures.length > 0);
  const place = region?.name ?? null;
  return {
    name: place ?? "Riket",
    level: region ? (region.level === "municipality" ? "municipality" : "area") : "nation",
    path: region ? `${sitePath}/${encodeURIComponent(id)}` : sitePath,
    cases: shownCases(region?.tables ?? tables, "cases started"),
    chapters: told,
    findings: publishedFindings(told, codebook, "sv", place),
  };
}

/** Where a place's chapter is; the nation's has a place in the address too. */
export function chapterPath(id: string, chapter: string): string {
  return `${sitePath}/${encodeURIComponent(id)}/${encodeURIComponent(chapter)}`;
}
