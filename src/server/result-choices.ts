import type { Codebook, Subgroup } from "#codebook";
import type { InternalTable } from "#disclosure";
import { isoDate, type Period } from "#kernel";
import { yearsIn } from "#report";

/** A period as its address names it: `2025`, or two years together, `2024-2025`. */
export function readYears(id: string): Period | undefined {
  const [, first = "", second = first] = /^([12]\d{3})(?:-([12]\d{3}))?$/.exec(id) ?? [];
  const [from, through] = [Number(first), Number(second)];
  const isTwoYears = id.includes("-");
  if (first === "" || through - from !== (isTwoYears ? 1 : 0)) return undefined;
  return { from: isoDate(`${first}-01-01`), until: isoDate(`${through + 1}-01-01`) };
}

export function findGroup({ subgroups }: Codebook, id: string): Subgroup | undefined {
  return subgroups.find((each) => each.id === id);
}

type Years = { readonly id: string; readonly label: string };

/**
 * Each year in which any case was started or closed, and every two of them that follow each other; the
 * latest first. From the unit's own exact tables: those who read them may open its cases.
 */
export function yearsOffered(tables: readonly InternalTable[]): readonly Years[] {
  const years = [...new Set(tables.flatMap(yearsOf))].sort((one, other) => other - one);
  const single = years.map((year) => String(year));
  const double = years
    .filter((year) => years.includes(year - 1))
    .map((year) => `${year - 1}-${year}`);
  return [...single, ...double].flatMap((id) => {
    const period = readYears(id);
    return period ? [{ id, label: yearsIn(period) }] : [];
  });
}

function yearsOf({ counts }: InternalTable): readonly number[] {
  if (counts.kind !== "crossing") return [];
  return counts.rows.flatMap(({ code }, index) =>
    counts.columns.some(({ counts: own }) => (own[index] ?? 0) > 0) ? [code] : [],
  );
}
