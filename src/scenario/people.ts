import type { Role } from "#access";
import { accountId, addDays, type IsoDate, instantOn, type UnitId, unitId } from "#kernel";
import { followedRound } from "./population/round.ts";
import { firstSecond, workdayUntil } from "./workday.ts";
import type { Person } from "./world.ts";

/** Days for which people have had their accounts: longer than any case that is at work. */
const longEnough = 1200;
/** And since before the round, whose cases they have registered. */
const beforeTheRound = addDays(followedRound.period.from, -100);

/** `9001-anna-tallvik`: readable in a database, and never two of one municipality. */
export function slugOf(municipality: string, name: string): string {
  return `${municipality}-${plain(name, "-")}`;
}

export function unitOf(municipality: string, name: string): UnitId {
  return unitId(slugOf(municipality, name));
}

/** @param units none: the role holds in the whole municipality. */
export function personOf(
  municipality: string,
  name: string,
  role: Role,
  units: readonly UnitId[],
  today: IsoDate,
): Person {
  const longAgo = addDays(today, -longEnough);
  const since = workdayUntil(longAgo < beforeTheRound ? longAgo : beforeTheRound);
  return {
    account: accountId(slugOf(municipality, name)),
    name,
    signInName: plain(name, "."),
    since: instantOn(since, firstSecond),
    grants: units.length === 0 ? [{ role, unit: null }] : units.map((unit) => ({ role, unit })),
  };
}

function plain(name: string, between: string): string {
  const letters = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return letters
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(between);
}
