import type { AnswerSheet } from "./answer.ts";
import type { Codebook, RepeatGroup, Text } from "./codebook.ts";
import { evaluate } from "./evaluate.ts";
import { type MeasuredChange, measuredChange } from "./measured-change.ts";
import { measuredTwice } from "./measured-twice.ts";

/** Whether what was measured in a case before and after the support can be compared at all. */
export type ChangeSight = {
  readonly group: string;
  readonly label: Text;
  /** It ships as a measure that was switched on, such as the open measure. */
  readonly isMeasure: boolean;
  readonly kind: /** The same was measured before and after, by the same method where there are several. */
  "can-show" | "only-one-moment" | "different-methods" | "not-measured";
};

/** One for each repeat group that has a field measured twice: what its fields show, taken together. */
export function changeSights(codebook: Codebook, sheet: AnswerSheet): readonly ChangeSight[] {
  const evaluation = evaluate(codebook, sheet);
  const changes = new Map<RepeatGroup, MeasuredChange[]>();
  for (const measured of measuredTwice(codebook)) {
    const change = measuredChange(measured, sheet.items, ({ id: item }, { id: variable }) =>
      evaluation.valueOf({ variable, item }),
    );
    changes.set(measured.group, [...(changes.get(measured.group) ?? []), change]);
  }
  return [...changes].map(([{ id, label }, all]) => ({
    group: id,
    label,
    isMeasure: id.startsWith("m"),
    kind: kindOf(all),
  }));
}

function kindOf(changes: readonly MeasuredChange[]): ChangeSight["kind"] {
  if (changes.some(({ pair }) => pair)) return "can-show";
  const isBefore = ({ before }: MeasuredChange) => before !== undefined;
  const isAfter = ({ after }: MeasuredChange) => after !== undefined;
  if (changes.some((change) => isBefore(change) && isAfter(change))) return "different-methods";
  if (changes.some((change) => isBefore(change) || isAfter(change))) return "only-one-moment";
  return "not-measured";
}
