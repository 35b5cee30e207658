import { type Codebook, evaluate, type PhaseId } from "#codebook";
import { type ItemId, problem, refused } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

/** More rows than any case has had: a loop, not a person. */
const mostItems = 200;

export function decideAddItem(
  record: CaseRecord,
  codebook: Codebook,
  item: { readonly group: string; readonly phase: PhaseId; readonly id: ItemId },
  deciding: Deciding,
): Decision {
  const group = codebook.groups.find((each) => each.id === item.group);
  // The client's own answers are sealed: no row of a worker's belongs among them.
  if (!group?.phases.includes(item.phase) || item.phase === "client")
    return refused(problem("unknown-group", item.group));
  if (!/^[0-9a-f]{32}$/.test(item.id)) return refused(problem("malformed-request", "id"));
  // The browser chooses the id, so a repeated request adds nothing.
  if (record.sheet.items.some((each) => each.id === item.id)) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  if (record.completed[item.phase]) return refused(problem("phase-completed", item.phase));
  if (record.sheet.items.length >= mostItems) {
    return refused(problem("too-many-items", item.group, { limit: mostItems }));
  }
  if (evaluate(codebook, record.sheet).groupState(item.group) !== "asked") {
    return refused(problem("not-asked", item.group));
  }
  return decided(record, deciding, [{ kind: "item-added", item }]);
}

/** The removed row stays in the history with all its answers. */
export function decideRemoveItem(record: CaseRecord, id: ItemId, deciding: Deciding): Decision {
  const item = record.sheet.items.find((each) => each.id === id);
  if (!item) return refused(problem("unknown-item", id));
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  if (record.completed[item.phase]) return refused(problem("phase-completed", item.phase));
  return decided(record, deciding, [{ kind: "item-removed", item }]);
}
