import assert from "node:assert/strict";
import type { ReleaseDocument } from "#compilation";
import type { Tendency } from "#scenario";

type What = Tendency["what"];
type Fraction = { readonly numerator: number; readonly denominator: number };

/** An overall indicator: percent, or the mean as it is. */
export function indicatorOf({ indicators }: ReleaseDocument, id: string): number {
  return amountOf(indicators, id);
}

/** The percentage of those who answered that gave one of the codes. */
export function shareOf(document: ReleaseDocument, variable: string, codes: readonly number[]) {
  return percent(fractionOf(document, variable, codes, null));
}

/** A tendency's value: the subgroup's own, less that of all, or as a multiple of the others'. */
export function tendencyOf(
  document: ReleaseDocument,
  { subgroup, what, beside }: Tendency,
): number {
  const own = toldOf(document, what, subgroup);
  if (beside.kind === "nothing") return own;
  if (beside.kind === "less-all") return own - toldOf(document, what, null);
  assert.ok("variable" in what, "only shares are compared with those outside the subgroup");
  const [all, part] = [null, subgroup].map((group) =>
    fractionOf(document, what.variable, what.codes, group),
  ) as [Fraction, Fraction];
  const others = {
    numerator: all.numerator - part.numerator,
    denominator: all.denominator - part.denominator,
  };
  return own / percent(others);
}

/** Whether a number that the subgroup's own is made of is hidden, or merged with another. */
export function isHidden({ tables, subgroups }: ReleaseDocument, { subgroup, what }: Tendency) {
  if (!("variable" in what)) {
    const group = subgroups.find(({ id }) => id === subgroup);
    return group?.indicators.find(({ id }) => id === what.indicator)?.value === null;
  }
  const table = tables.find(
    (each) => each.variable === what.variable && each.by?.subgroup === subgroup,
  );
  const rows = table?.rows.filter(({ codes }) => codes.some((code) => what.codes.includes(code)));
  if (!table || !rows || table.base.answered === null) return true;
  return rows.some(
    ({ codes, count }) => count === null || codes.some((code) => !what.codes.includes(code)),
  );
}

function toldOf(document: ReleaseDocument, what: What, subgroup: string | null): number {
  if ("variable" in what) {
    return percent(fractionOf(document, what.variable, what.codes, subgroup));
  }
  const group = document.subgroups.find(({ id }) => id === subgroup);
  return amountOf(group ? group.indicators : document.indicators, what.indicator);
}

function amountOf(indicators: ReleaseDocument["indicators"], id: string): number {
  const found = indicators.filter((indicator) => indicator.id === id);
  assert.equal(found.length, 1, `${id} stands once`);
  const { value, numerator, denominator } = found[0] as (typeof found)[0];
  assert.ok(value !== null && numerator !== null && denominator !== null, `${id} is published`);
  assert.equal(value, numerator / denominator, `${id} is its numerator by its denominator`);
  return id === "interventions-per-case" ? value : value * 100;
}

/** Of a table's rows: those merged with others cannot be told. */
function fractionOf(
  { tables }: ReleaseDocument,
  variable: string,
  codes: readonly number[],
  subgroup: string | null,
): Fraction {
  const table = tables.find(
    (each) => each.variable === variable && (each.by?.subgroup ?? null) === subgroup,
  );
  assert.ok(table, `${variable} of ${subgroup ?? "all"} is published`);
  const rows = table.rows.filter((row) => row.codes.some((code) => codes.includes(code)));
  const told = rows.flatMap((row) => row.codes).sort((a, b) => a - b);
  assert.deepEqual(told, [...codes], `${variable} of ${subgroup ?? "all"} tells ${codes}`);
  const numerator = rows.reduce((sum, { count }) => sum + (count ?? Number.NaN), 0);
  return { numerator, denominator: table.base.answered ?? Number.NaN };
}

function percent({ numerator, denominator }: Fraction): number {
  return (100 * numerator) / denominator;
}
