import { cautionOf, type InternalTable, type SafeTable } from "#disclosure";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import type { Specification, Telling } from "./about.ts";
import { type ChangeTables, changeFindings } from "./change-findings.ts";
import { crossingFindings } from "./crossing-findings.ts";
import { differenceFindings } from "./difference-findings.ts";
import { type Draft, type Findings, mostImportant } from "./findings.ts";
import { frequencyFindings } from "./frequency-findings.ts";
import { meanFindings } from "./mean-findings.ts";
import { nestedFindings } from "./nested-findings.ts";
import { casesFindings, openFindings } from "./open-findings.ts";
import { positionFindings } from "./position-findings.ts";
import { shareFindings } from "./share-findings.ts";
import { trendFindings } from "./trend-findings.ts";

/** One question put to one or several tables. */
export type Asked =
  /** What it says by itself. A change needs the two beside it: without them that is what is said. */
  | { readonly kind: "table"; readonly table: InternalTable }
  | ({ readonly kind: "change" } & ChangeTables)
  /** One share in two periods, or in a subgroup and all. */
  | { readonly kind: "difference"; readonly one: InternalTable; readonly other: InternalTable }
  /** Against all municipalities together, as published. */
  | { readonly kind: "position"; readonly own: InternalTable; readonly all: SafeTable };

/**
 * What the tables say: what stands out, how sure it is, what is missing, what to talk about. For those
 * who may open the unit's cases, like the tables themselves. Rules: `docs/methods/findings.md`.
 * @throws for tables of another codebook, and for crossings of more than two dimensions.
 */
export function findingsOf(asked: readonly Asked[], telling: Telling): Findings {
  const { missing } = findingWordsOf(telling.language);
  const drafts = asked.map((each) => draftOf(each, telling));
  return mostImportant(drafts, missing.of);
}

function draftOf(asked: Asked, telling: Telling): Draft {
  switch (asked.kind) {
    case "table":
      return cautioned(tableFindings(asked.table, telling), asked.table.specification, telling);
    case "change":
      return cautioned(changeFindings(asked, telling), asked.change.specification, telling);
    case "difference":
      return cautioned(
        differenceFindings(asked.one, asked.other, telling),
        asked.one.specification,
        telling,
      );
    case "position":
      return positionFindings(asked.own, asked.all, telling);
  }
}

/** An outcome among those who got an intervention: a crossing says it among its sentences already. */
function cautioned(draft: Draft, specification: Specification, telling: Telling): Draft {
  const isSaid = specification.measure.kind === "crossing";
  if (isSaid || cautionOf(telling.codebook, specification) === null) return draft;
  const { comparisons } = findingWordsOf(telling.language);
  return {
    ...draft,
    howSure: [comparisons.chosenByNeed, ...draft.howSure],
    questions: [{ about: "needs", text: comparisons.whichNeeds }, ...draft.questions],
  };
}

function tableFindings(table: InternalTable, telling: Telling): Draft {
  const { measure } = table.specification;
  switch (measure.kind) {
    case "cases":
      return casesFindings(table, telling);
    case "share":
      return shareFindings(table, telling);
    case "frequencies":
      return frequencyFindings(table, telling);
    case "mean-distinct":
      return meanFindings(table, telling);
    case "nested":
      return nestedFindings(table, telling);
    case "change":
      return changeFindings({ change: table, goal: [], client: [] }, telling);
    case "crossing": {
      if (measure.rows.kind === "duration") return openFindings(table, telling);
      const isSeries = measure.columns.some(({ kind }) => kind === "time");
      return isSeries ? trendFindings(table, telling) : crossingFindings(table, telling);
    }
  }
}
