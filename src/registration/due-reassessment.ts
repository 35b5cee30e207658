import type { Answers, AnswerValue, Codebook, Item, RepeatGroup } from "#codebook";
import { addDays, type IsoDate } from "#kernel";
import type { CaseRecord } from "./case-record.ts";

export type DueReassessment = {
  /** The repeat group in which the next assessment is a new row. */
  readonly group: RepeatGroup;
  readonly assessedOn: IsoDate;
  /** The first day on which it is due. */
  readonly dueOn: IsoDate;
};

/**
 * The assessment that should be made anew, by the codebook's own intervals; the one longest due where
 * there are several. `undefined` while none is due, in a closed case, and where no level was ever set:
 * an assessment without a level starts no time.
 */
export function dueReassessment(
  record: Pick<CaseRecord, "state" | "sheet">,
  codebook: Codebook,
  today: IsoDate,
): DueReassessment | undefined {
  if (record.state === "closed") return undefined;
  const due = codebook.groups.flatMap((group) => {
    const rows = record.sheet.items.filter((item) => item.group === group.id);
    const next = nextAssessment(group, rows);
    return next && next.dueOn <= today ? [next] : [];
  });
  return due.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0];
}

/** Of several assessments on the latest day, the one that is due soonest decides. */
function nextAssessment(group: RepeatGroup, rows: readonly Item[]): DueReassessment | undefined {
  const { reassess } = group;
  if (!reassess) return undefined;
  let latest: DueReassessment | undefined;
  for (const { answers } of rows) {
    const day = own(answers, reassess.date);
    const level = own(answers, reassess.level);
    if (day?.kind !== "date" || level?.kind !== "codes") continue;
    const rule = reassess.within.find((each) => level.codes.some((code) => each.in.includes(code)));
    if (!rule) continue;
    const assessedOn = day.date;
    const dueOn = addDays(assessedOn, rule.days);
    const isLater = !latest || assessedOn > latest.assessedOn;
    const isSooner = latest && assessedOn === latest.assessedOn && dueOn < latest.dueOn;
    if (isLater || isSooner) latest = { group, assessedOn, dueOn };
  }
  return latest;
}

function own(answers: Answers, field: string): AnswerValue | undefined {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}
