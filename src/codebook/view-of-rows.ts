import type { Item } from "./answer.ts";
import type { MissingCode, View } from "./codebook.ts";
import { type Seen, seenAnswer, unansweredSeen } from "./seen.ts";
import type { Truth } from "./truth.ts";

/** One row of a repeat group during an evaluation. */
export type Row = {
  readonly item: Item;
  /** The positions of its group's fields. */
  readonly names: ReadonlyMap<string, number> | undefined;
  /** Known as soon as the group's own condition is. */
  shown: Truth;
  /** By position of the field in its group; filled in the order of evaluation. */
  readonly fields: Seen[];
};

/** A view with its names resolved to positions. */
export type ResolvedView = {
  readonly view: View;
  readonly group: number;
  readonly field: number;
  readonly orderBy: number | undefined;
};

/** What the rows amount to as one answer. No rows: not answered. */
export function viewOfRows(resolved: ResolvedView, groupRows: readonly Row[]): Seen {
  const { phases, take, notAskedAs = 97 } = resolved.view;
  const rows = groupRows.filter(
    ({ item, shown }) => shown !== false && (phases?.includes(item.phase) ?? true),
  );
  if (rows.length === 0) return unansweredSeen;
  if (take === "set") return setOf(rows, resolved.field, notAskedAs);
  return seenInRow(chosenRow(rows, take, resolved.orderBy), resolved.field, notAskedAs);
}

/**
 * The distinct codes of all rows. A missing code counts only where no row has a real one; of several
 * missing codes the highest, which tells most («do not know» before «no information»).
 */
function setOf(rows: readonly Row[], field: number, notAskedAs: MissingCode): Seen {
  const codes: number[] = [];
  let missing = 0;
  let settled = true;
  for (const row of rows) {
    const seen = seenInRow(row, field, notAskedAs);
    settled &&= seen.settled;
    if (seen.value?.kind === "missing") missing = Math.max(missing, seen.value.code);
    else for (const code of seen.codes) if (!codes.includes(code)) codes.push(code);
  }
  if (codes.length > 0) {
    codes.sort((a, b) => a - b);
    return { state: "asked", codes, settled, value: { kind: "codes", codes } };
  }
  if (!settled || missing === 0) return unansweredSeen;
  return seenAnswer({ kind: "missing", code: missing as MissingCode });
}

function seenInRow(row: Row | undefined, field: number, notAskedAs: MissingCode): Seen {
  const seen = row?.fields[field] ?? unansweredSeen;
  if (seen.state === "not-asked") return seenAnswer({ kind: "missing", code: notAskedAs });
  // Whether the view itself is asked does not hang on a question in one row.
  return seen.state === "pending" ? unansweredSeen : seen;
}

/** Rows that lack the value to order by are looked at only when all do; ties fall by order of entry. */
function chosenRow(
  rows: readonly Row[],
  take: "first" | "last",
  orderBy: number | undefined,
): Row | undefined {
  let chosen = take === "first" ? rows[0] : rows.at(-1);
  if (orderBy === undefined) return chosen;
  let best: number | string | undefined;
  for (const row of rows) {
    const rank = rankOf(row.fields[orderBy]);
    if (rank === undefined) continue;
    if (best === undefined || (take === "first" ? rank < best : rank >= best)) {
      best = rank;
      chosen = row;
    }
  }
  return chosen;
}

function rankOf(seen: Seen | undefined): number | string | undefined {
  const value = seen?.value;
  if (value?.kind === "codes") return value.codes[0];
  if (value?.kind === "number") return value.number;
  return value?.kind === "date" ? value.date : undefined;
}
