import { type Codebook, measuredTwice } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { ChangeTables } from "../findings/change-findings.ts";
import { plainId } from "../findings/chosen-cases.ts";
import { type Asked, findingsOf } from "../findings/findings-of.ts";
import type { Panel } from "../panel.ts";
import { panelOf } from "../panel-of-figure.ts";
import type { ResultSection, Results } from "../results.ts";
import { unitFigure } from "../unit-figure.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import { changePanel } from "./change-panel.ts";
import { amongSaid, isChosen, type ResultsOf } from "./choice.ts";
import { clientPanel } from "./figure-panel.ts";
import { headlineOf } from "./headline.ts";
import { nestedPanel } from "./nested-panel.ts";
import { type SectionToTell, sectionsToTell, tellsChange } from "./result-sections.ts";
import { unitStrip } from "./unit-strip.ts";
import { isOfClient, type UnitTables, unitTables } from "./unit-tables.ts";

/**
 * What there is to read of a unit, for those who may open its cases: from the tables of
 * `resultSpecifications` for the same choice, as far as there was anything to count.
 * @throws for tables of another codebook.
 */
export function unitResults(tables: readonly InternalTable[], of: ResultsOf): Results<"internal"> {
  const counted = unitTables(tables);
  return {
    headline: headlineOf(counted, of),
    strip: unitStrip(counted, of),
    sections: sectionsToTell(of.codebook).map((section) => sectionOf(section, counted, of)),
  };
}

function sectionOf(
  section: SectionToTell,
  counted: UnitTables,
  of: ResultsOf,
): ResultSection<"internal"> {
  const { id, label } = section.chapter;
  const { codebook, language } = of;
  const named = (ids: readonly string[]) => ids.flatMap((each) => counted.find(each) ?? []);
  const indicators = section.chapters.map((chapter) => named(chapter.indicators));
  const variables = section.chapters.map((chapter) => named(chapter.variables));
  const told = section.chapters.flatMap((_, at) => [
    ...(indicators[at] ?? []),
    ...(variables[at] ?? []),
  ]);
  const changes = tellsChange(section, codebook) ? changesIn(counted, of) : [];
  const note = noteOf(told, changes, counted, of);
  if (told.length > 0 && told.every((table) => isWaiting(table, codebook))) {
    return { id, label, findings: null, panels: [], note };
  }
  const compared = changes.filter(({ change }) => isCompared(change));
  // Its three sentences are all that there is room for among the findings.
  const [inFindings] = compared;
  const asked: readonly Asked[] = [
    ...compared.map((each) => ({ kind: "change", ...each }) as const),
    ...told.map((table) => ({ kind: "table", table }) as const),
  ];
  return {
    id,
    label,
    findings:
      asked.length === 0 ? null : findingsOf(asked, { codebook, language, isChoiceSaid: true }),
    panels: section.chapters.flatMap((_, at) => [
      ...(indicators[at] ?? []).flatMap((table) => panelsOf(table, counted, of)),
      // Beside the goal, before all else that is told of the close.
      ...(at === 0 ? changes.map((each) => changePanel(each, of, each === inFindings)) : []),
      ...(variables[at] ?? []).flatMap((table) => panelsOf(table, counted, of)),
    ]),
    note,
  };
}

function panelsOf(
  table: InternalTable,
  { find }: UnitTables,
  of: ResultsOf,
): readonly Panel<"internal">[] {
  const { codebook, language } = of;
  const figure = unitFigure(table, codebook, language, true, of.survey);
  if (!figure) return [];
  if (isOfClient(table, codebook)) return [clientPanel(figure, language)];
  const panel = panelOf(figure, language);
  const among = amongSaid(of, figure.population === "closed");
  const steps = find(`${plainId(figure.id)} in steps`);
  const nested = steps && nestedPanel(steps, of, figure.label[language]);
  return [{ ...panel, sentences: [...panel.sentences, ...among] }, ...(nested ? [nested] : [])];
}

/** Her answers come by fives: where none have come there is nothing but that to say. */
function isWaiting(table: InternalTable, codebook: Codebook): boolean {
  const { counts } = table;
  return isOfClient(table, codebook) && "base" in counts && "answered" in counts.base
    ? counts.base.answered === 0
    : false;
}

/** Each with the goal and what the client says: alone it is not told. */
function changesIn({ find }: UnitTables, { codebook }: ResultsOf): readonly ChangeTables[] {
  const beside = (voice: "goal" | "client") =>
    codebook.indicators
      .filter(({ besideChange }) => besideChange === voice)
      .flatMap(({ id }) => find(id) ?? []);
  return measuredTwice(codebook).flatMap(({ group, field }) => {
    const change = find(`change of ${group.id}.${field.id}`);
    return change ? [{ change, goal: beside("goal"), client: beside("client") }] : [];
  });
}

function isCompared({ counts }: InternalTable): boolean {
  return counts.kind === "change" && counts.base.compared > 0;
}

function noteOf(
  told: readonly InternalTable[],
  changes: readonly ChangeTables[],
  { cases, closed }: UnitTables,
  of: ResultsOf,
): string | null {
  const words = resultWordsOf(of.language).note;
  const isOfClients = told.length > 0 && told.every((table) => isOfClient(table, of.codebook));
  if (isOfClients) {
    if (told.every((table) => isWaiting(table, of.codebook))) return words.clientsWait;
    return isChosen(of) ? words.clientOfAll : null;
  }
  if (cases === 0 && closed === 0) return isChosen(of) ? words.noCasesChosen : words.noCases;
  if (told.length === 0) return words.noneClosed;
  const hasVoice = changes.some(({ client }) => client.length > 0);
  return isChosen(of) && hasVoice ? words.clientBesideOfAll : null;
}
