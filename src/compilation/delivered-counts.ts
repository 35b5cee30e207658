import { deliveredTable } from "#delivery";
import type { RawTable } from "#tabulation";

const format = "skillnad-delivered-counts/1";

/**
 * `private/delivered-counts.json`: what the extract beside it lacks of the release, the tables of each
 * municipality that delivered counts alone, as it delivered them; one a line.
 */
export function deliveredCountsText(tables: readonly RawTable[]): string {
  const lines = tables.map((table) => {
    const { scope } = table;
    const municipality = scope.kind === "region" ? scope.code : "";
    return `  ${JSON.stringify({ municipality, ...deliveredTable(table) })}`;
  });
  const listed = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n ]`;
  return `{\n "format": ${JSON.stringify(format)},\n "tables": ${listed}\n}\n`;
}
