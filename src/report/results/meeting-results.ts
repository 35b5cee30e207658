import type { Codebook } from "#codebook";
import { type InternalTable, type SafeTable, type Shown, shownCases } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { findingsOf } from "../findings/findings-of.ts";
import { nationFigures } from "../nation-figures.ts";
import { panelOf } from "../panel-of-figure.ts";
import type { Results } from "../results.ts";
import { unitFigure } from "../unit-figure.ts";
import { meetingWordsOf } from "../words/results/meeting-words.ts";
import { besideEarlier, type EarlierCampaign } from "./beside-earlier.ts";
import { meetingStrip, type StripShare } from "./meeting-strip.ts";

export type MeetingResultsOf = { readonly codebook: Codebook; readonly language: Language };

/** What there is to read of a campaign in a municipality: what may not be shown is in none of it. */
export function meetingResults(
  tables: readonly SafeTable[],
  of: MeetingResultsOf,
  earlier: EarlierCampaign | null = null,
): Results<"safe"> {
  const { codebook, language } = of;
  const words = meetingWordsOf(language);
  const meetings = shownCases(tables, "cases started");
  const chapters = nationFigures(tables, codebook, language);
  return {
    headline: headlineOf(chapters[0]?.figures[0], meetings, of),
    strip: { lane: "safe", ...meetingStrip(meetings, sharesIn(tables, of), language) },
    sections: chapters.map(({ id, label, figures }) => {
      const isHidden = figures.every(({ certainty }) => certainty === "hidden");
      const panels = figures.map((figure) => {
        const panel = panelOf(figure, language);
        return earlier ? besideEarlier(panel, figure, tables, earlier, of) : panel;
      });
      return { id, label, findings: null, panels, note: isHidden ? words.hidden : null };
    }),
  };
}

/** The same of one unit, exact: for its own people, once the campaign is closed. */
export function unitMeetingResults(
  tables: readonly InternalTable[],
  of: MeetingResultsOf,
): Results<"internal"> {
  const { codebook, language } = of;
  const words = meetingWordsOf(language);
  const meetings = meetingsIn(tables);
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => tables.find(({ specification }) => specification.id === id) ?? []);
  const { indicators: shares } = codebook;
  // Of a unit by itself its kind is known.
  const kind = codebook.variables.find(({ concept }) => concept === "kindOfUnit")?.id;
  const isTold = (variable: string) => variable !== kind;
  const first = named(codebook.chapters[0]?.indicators ?? [])[0];
  return {
    headline: headlineOf(first && unitFigure(first, codebook, language), meetings, of),
    strip: { lane: "internal", ...meetingStrip(meetings, sharesIn(tables, of), language) },
    sections: codebook.chapters.map(({ id, label, indicators, variables }) => {
      const told = meetings === 0 ? [] : named([...indicators, ...variables.filter(isTold)]);
      const measured = new Set(shares.filter(({ id }) => indicators.includes(id)).map(variableOf));
      const asked = told
        .filter(({ specification }) => !measured.has(specification.id))
        .map((table) => ({ kind: "table", table }) as const);
      return {
        id,
        label,
        findings: told.length === 0 ? null : findingsOf(asked, { codebook, language }),
        panels: told.flatMap((table) => {
          const figure = unitFigure(table, codebook, language);
          return figure ? [panelOf(figure, language)] : [];
        }),
        note: meetings === 0 ? words.noted(0) : null,
      };
    }),
  };
}

/** Told as a share already, it is not said again as an answer. */
function variableOf({ variable }: Codebook["indicators"][number]): string {
  return variable;
}

/** How many were asked, of how many meetings; where that may not be told, how many meetings there were. */
function headlineOf(
  figure: Figure | null | undefined,
  meetings: Shown,
  { language }: MeetingResultsOf,
): string {
  const words = meetingWordsOf(language);
  if (figure && figure.certainty !== "hidden" && figure.certainty !== "empty") {
    const [sentence = figure.message] = figure.sentence.split(/(?<=\.) /);
    return sentence;
  }
  return meetings === null ? words.hidden : words.noted(meetings);
}

function meetingsIn(tables: readonly InternalTable[]): number {
  for (const { counts } of tables) if (counts.kind === "cases") return counts.cases;
  throw new Error("no count of meetings");
}

/** Those of the codebook's shares of which each is asked of a part of those in the one before. */
function sharesIn(
  tables: readonly (SafeTable | InternalTable)[],
  { codebook, language }: MeetingResultsOf,
): readonly StripShare[] {
  const steps = new Set<string>();
  return codebook.indicators.flatMap(({ id, variable, label }) => {
    if (steps.has(variable)) return [];
    steps.add(variable);
    const counts = tables.find(({ specification }) => specification.id === id)?.counts;
    return counts?.kind === "share" ? [{ label: label[language], count: counts.numerator }] : [];
  });
}
