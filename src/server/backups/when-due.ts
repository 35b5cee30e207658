import { addDays, addHours, type Instant, type IsoDate, swedishDay, swedishTime } from "#kernel";
import type { BackupDiary, BackupPlan } from "#store";

/** After a failure, until the next try. */
const pauseHours = 1;

export type Slot = { readonly day: IsoDate; readonly time: string };

/** Whether the backup of the plan's last time is still to be made. */
export function isDue(
  { time }: Pick<BackupPlan, "time">,
  { made, failed }: Pick<BackupDiary, "made" | "failed">,
  now: Instant,
): boolean {
  if (failed !== null && failed.at <= now && now < addHours(failed.at, pauseHours)) return false;
  // Made in the future: the clock was wrong then.
  if (made === null || made.at > now) return true;
  const today = swedishDay(now);
  const day = clockIn(now) >= time ? today : addDays(today, -1);
  return `${swedishDay(made.at)} ${clockIn(made.at)}` < `${day} ${time}`;
}

/** When the clock shows the plan's time next. */
export function nextSlot({ time }: Pick<BackupPlan, "time">, now: Instant): Slot {
  const today = swedishDay(now);
  return { day: clockIn(now) < time ? today : addDays(today, 1), time };
}

/** «02:15», as it is set. */
function clockIn(at: Instant): string {
  return swedishTime(at).replace(".", ":");
}
