import type { DuckdbCounter } from "../counting/duckdb-counter.ts";
import { openDuckdbCounter } from "../counting/duckdb-counter.ts";
import type { Scope } from "../raw-table.ts";
import type { Askable, ColumnarExtract } from "./columnar-extract.ts";
import { type NationLayout, relationsOf } from "./nation-layout.ts";
import { closedFlag, startedFlag, timeKeys } from "./relation.ts";

export type NationScope = Scope & { readonly kind: "nation" };

/**
 * The cases of a round, whole: the client's answers stand in the case's own row, so that what is nested
 * or crossed can be counted. Never leaves through a page; its tables are for `disclosure`.
 */
export type Extract = ColumnarExtract & {
  readonly scope: NationScope;
  readonly layout: NationLayout;
  readonly counter: DuckdbCounter;
};

/** 300 000 cases are 30 MB of columns; the rest is room for counting and for a larger nation. */
const megabytes = 1024;

export async function openNationCounter(threads = 2): Promise<DuckdbCounter> {
  return await openDuckdbCounter({ threads, megabytes });
}

export function nationExtract(
  scope: NationScope,
  layout: NationLayout,
  counter: DuckdbCounter,
): Extract {
  return { ...askableIn(layout), scope, layout, counter, close: counter.close };
}

/** What can be asked of rows in this layout, whoever they are of. */
export function askableIn(layout: NationLayout): Omit<Askable, "scope"> {
  return {
    codebook: layout.codebook,
    codebooks: layout.codebooks,
    relations: relationsOf(layout),
    populations: {
      started: { flags: [startedFlag], ranges: [] },
      closed: { flags: [closedFlag], ranges: [] },
      // Also one that was closed after the round, before its cut-off, is closed.
      open: { flags: [startedFlag], ranges: [{ column: timeKeys.closed, from: 0, to: 0 }] },
    },
    conditions: layout.flagged.flags,
  };
}
