import type { PhaseId } from "#codebook";
import { type ItemId, itemId, randomId, strongRandomness } from "#kernel";
import { saving } from "../../saving/use-saving.ts";

/** A new row without answers, under a name of its own. */
export function addRow(caseCode: string, group: string, phase: PhaseId): ItemId {
  const id = itemId(randomId(strongRandomness));
  saving.change(caseCode, { kind: "add-item", item: { id, group, phase } });
  return id;
}
