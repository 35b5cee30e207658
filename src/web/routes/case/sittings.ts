import type { CaseHistory } from "#server";
import { exactMoment } from "../../words/calendar.ts";

type Revisions = CaseHistory["revisions"];

/** What one person did within one minute, in the order it was done. */
export type Sitting = {
  readonly when: string;
  readonly by: string;
  readonly revisions: Revisions;
};

/** The history as it is read: the newest sitting first. */
export function sittingsOf(revisions: Revisions): readonly Sitting[] {
  const sittings: Sitting[] = [];
  for (const revision of revisions.toSorted((a, b) => b.revision - a.revision)) {
    const when = exactMoment(revision.at);
    const last = sittings.at(-1);
    if (last && last.when === when && last.by === revision.by) {
      sittings[sittings.length - 1] = { ...last, revisions: [revision, ...last.revisions] };
    } else {
      sittings.push({ when, by: revision.by, revisions: [revision] });
    }
  }
  return sittings;
}
