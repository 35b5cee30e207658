import type { AnswerSheet, Codebook } from "#codebook";
import type { ItemId } from "#kernel";
import type { CaseHistory } from "#server";
import { rowNumber, rowTitle } from "./steps.ts";

export type RowNames = ReadonlyMap<ItemId, string>;

/** Every row that the history knows: those still there by their number, others as removed. */
export function nameRows(
  revisions: CaseHistory["revisions"],
  codebook: Codebook,
  sheet: AnswerSheet,
): RowNames {
  const added = revisions
    .flatMap(({ changes }) => changes)
    .flatMap((change) => (change.kind === "item-added" ? [change.item] : []));
  return new Map(
    added.map(({ id, group }) => {
      const label = codebook.groups.find((each) => each.id === group)?.label.sv ?? group;
      const number = rowNumber(sheet, id);
      return [id, number > 0 ? rowTitle(label, number - 1) : `${label} (borttagen)`];
    }),
  );
}
