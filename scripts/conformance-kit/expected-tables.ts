import type { PlainCase, PlainCodebook } from "./kit-forms.ts";
import { type CountedTable, plainCount } from "./plain-count.ts";
import { plainTables } from "./plain-tables.ts";

export type ExpectedTables = {
  readonly format: "skillnad-conformance/1";
  readonly codebook: { readonly id: string; readonly version: string };
  readonly round: unknown;
  readonly municipalities: number;
  readonly tables: readonly CountedTable[];
};

/** From the bytes of deliveries, and the codebook as its file says it, to the nation's tables. */
export function expectedTables(
  codebook: PlainCodebook,
  deliveries: readonly string[],
): ExpectedTables {
  const cases: PlainCase[] = [];
  let round: unknown;
  for (const text of deliveries) {
    const [heading = "", ...rest] = text.trimEnd().split("\n");
    round = JSON.parse(heading).round;
    for (const line of rest.slice(0, -1)) cases.push(JSON.parse(line));
  }
  return {
    format: "skillnad-conformance/1",
    codebook: { id: codebook.id, version: codebook.version },
    round,
    municipalities: deliveries.length,
    tables: plainTables(codebook).map((table) => plainCount(codebook, cases, table)),
  };
}

/** Each table on a line of its own, so that two of them can be compared by `diff`. */
export function tablesText({ tables, ...about }: ExpectedTables): string {
  const lines = tables.map((table) => ` ${JSON.stringify(table)}`).join(",\n");
  return `${JSON.stringify(about).slice(0, -1)},"tables":[\n${lines}\n]}\n`;
}
