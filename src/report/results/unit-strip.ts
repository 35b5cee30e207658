import type { Panel, ShownTable } from "../panel.ts";
import { drawStrip } from "../picture/draw-strip.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import type { StripStep } from "../words/results/told-results.ts";
import { isChosen, type ResultsOf, yearsIn } from "./choice.ts";
import { isOfClient, type UnitTables } from "./unit-tables.ts";

type Step = { readonly label: string; readonly count: number };

/**
 * All cases → closed → asked → whose answers are included. What is asked of the client is not divided: of a
 * period or a group only the cases are told, and of a period there is no picture, since those that were
 * closed in it are no part of those that were started in it.
 */
export function unitStrip(tables: UnitTables, of: ResultsOf): Panel<"internal"> {
  const { cases, closed } = tables;
  const { language, subgroup, period } = of;
  const words = resultWordsOf(language).strip;
  const told = {
    cases,
    closed,
    group: subgroup?.noun[language] ?? null,
    period: period ? yearsIn(period) : null,
  };
  const step = (name: StripStep, count: number): Step => ({
    label: words.step(name, period !== undefined),
    count,
  });
  const client = isChosen(of) ? null : clientChain(tables, of);
  const steps = [
    step("cases", cases),
    step("closed", closed),
    ...(client ? [step("asked", client.asked), step("included", client.answered)] : []),
  ];
  return {
    lane: "internal",
    id: "strip",
    title: words.title(told),
    label: words.label,
    sentences: [
      words.cases(told),
      ...(client ? [words.client(client.asked, client.answered)] : []),
      ...(period && closed > 0 ? [words.notSameCases] : []),
    ],
    certainty: cases === 0 && closed === 0 ? "empty" : "solid",
    reconstructed: false,
    base: null,
    population: null,
    tables: [stripTable(steps, of)],
    picture:
      cases === 0 || period
        ? null
        : drawStrip({ name: words.label, notes: [words.notes], steps }, language),
  };
}

/** Of the question that is told beside every change: each is batched by itself. */
function clientChain({ find }: UnitTables, { codebook }: ResultsOf) {
  const beside = codebook.indicators.filter(({ besideChange }) => besideChange === "client");
  const ids = [
    ...beside.map(({ variable }) => variable),
    ...codebook.variables.map(({ id }) => id),
  ];
  for (const id of ids) {
    const table = find(id);
    if (table?.counts.kind === "frequencies" && isOfClient(table, codebook)) {
      return table.counts.base;
    }
  }
  return null;
}

function stripTable(steps: readonly Step[], { language }: ResultsOf): ShownTable {
  const words = resultWordsOf(language).strip;
  return {
    caption: words.label,
    corner: words.corner,
    columns: [{ label: words.count, unit: "count" }],
    rows: steps.map(({ label, count }) => ({ label, isMissing: false, cells: [count] })),
  };
}
