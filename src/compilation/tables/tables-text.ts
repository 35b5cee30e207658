import type { ReleaseTables, ReleaseVerdict, UnauditedTables } from "./release-tables.ts";

const verdictLine = ' "verdict": ';

/**
 * `tables.json` as text that can be read and compared line by line: one line for each key, each region,
 * table, cell and relation. Without a verdict it is what an audit is of.
 */
export function tablesText(tables: UnauditedTables, verdict?: ReleaseVerdict): string {
  const { regions, tables: specified, cells, relations, ...head } = tables;
  const parts = [
    ...Object.entries(head).map(
      ([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    ),
    ...(verdict ? [`${verdictLine}${JSON.stringify(verdict)}`] : []),
    listed("regions", regions),
    listed("tables", specified),
    listed("cells", cells),
    listed("relations", relations),
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}

export function listed(key: string, values: readonly unknown[]): string {
  const lines = values.map((value) => `  ${JSON.stringify(value)}`).join(",\n");
  return ` ${JSON.stringify(key)}: [\n${lines}${lines === "" ? "" : "\n"} ]`;
}

/** The text that the verdict is of: all lines but its own. */
export function withoutVerdict(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.startsWith(verdictLine))
    .join("\n");
}

/** The tables and the verdict, apart. */
export function apart({ verdict, ...tables }: ReleaseTables): {
  readonly tables: UnauditedTables;
  readonly verdict: ReleaseVerdict;
} {
  return { tables, verdict };
}
