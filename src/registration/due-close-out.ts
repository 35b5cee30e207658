import type { Codebook } from "#codebook";
import { addDays, type IsoDate } from "#kernel";
import type { CaseRecord } from "./case-record.ts";

/** Days after the last support has ended, before anybody is asked to close the case. */
export const closeOutDays = 14;

/** `lastDay`: of the support; `null` where its end is told by the phase alone. */
export type DueCloseOut = { readonly lastDay: IsoDate | null };

/**
 * Whether an open case's support seems to be over: «during» is complete, or every row that has a last
 * day (a date that may not lie before another of the row, such as an intervention's) has passed it.
 */
export function dueCloseOut(
  record: Pick<CaseRecord, "state" | "sheet" | "completed">,
  codebook: Codebook,
  today: IsoDate,
): DueCloseOut | undefined {
  if (record.state === "closed") return undefined;
  const lastDay = lastDayOf(record, codebook);
  if (record.completed.during) return { lastDay: lastDay ?? null };
  if (!lastDay || addDays(lastDay, closeOutDays) > today) return undefined;
  return { lastDay };
}

/** `undefined` while a row has no last day yet, and where there is none. */
function lastDayOf({ sheet }: Pick<CaseRecord, "sheet">, codebook: Codebook): IsoDate | undefined {
  let latest: IsoDate | undefined;
  for (const { id: group, fields } of codebook.groups) {
    const last = fields.find(({ dateLimits }) => dateLimits?.notBefore !== undefined);
    if (!last) continue;
    for (const { answers } of sheet.items.filter((item) => item.group === group)) {
      const value = Object.hasOwn(answers, last.id) ? answers[last.id] : undefined;
      if (value?.kind !== "date") return undefined;
      if (!latest || value.date > latest) latest = value.date;
    }
  }
  return latest;
}
