import type { SafeTable } from "../safe-table.ts";

/** All that it tells, in one line. */
export function tableInWords({ specification: { id }, by, counts }: SafeTable): string {
  const number = (told: number | null) => (told === null ? ".." : `${told}`);
  const column = by === null ? "" : ` among ${by.variable} ${by.code}`;
  if (counts.kind === "cases") return `  ${id}: ${number(counts.cases)}`;
  const { eligible, asked, answered, valid } = counts.base;
  const chain = [eligible, asked, answered, valid].map(number).join("/");
  const rest =
    counts.kind === "frequencies"
      ? counts.rows.map(({ codes, count }) => `${codes.join("+")} ${number(count)}`).join(", ")
      : counts.kind === "share"
        ? `${number(counts.numerator)} of ${number(counts.denominator)}`
        : `${number(counts.total)} by ${number(counts.denominator)}`;
  return `  ${id}${column}: ${chain}; ${rest}`;
}
