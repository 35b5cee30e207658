import { type AccountId, addDays, type Problem, problem, swedishDay } from "#kernel";
import type { Recovery } from "#store";
import type { Visit } from "../http/route.ts";
import { administratorsIn, type Staff } from "./person-state.ts";

/** Days for which one has been an administrator before one lets others in together with another. */
const daysToBeKnown = 7;

type AllowingRule = (
  asked: Pick<Recovery, "account" | "askedBy">,
  by: AccountId,
) => Problem | undefined;

/**
 * Whether the two who give somebody a way back in are two people. An administrator can invite another and
 * use the link herself: so neither of them may have come in by a link that the other one made, whichever of
 * them asks, and both have been administrators for a week, in which everybody who would object was told.
 * In the municipality's own first week nobody can have been: then the telling is what is left.
 */
export async function allowingRule(
  { tx, at }: Pick<Visit, "tx" | "at">,
  staff: Staff,
): Promise<AllowingRule> {
  const makers = await tx.accountLinks.lastMakers();
  const since = new Map(staff.members.map(({ id, createdAt }) => [id, createdAt]));
  for (const { account, added, at: given } of await tx.logReading.powerActs()) {
    if (added.includes("administrator")) since.set(account, given);
  }
  const known = addDays(swedishDay(at), -daysToBeKnown);
  const isFirstWeek = staff.members.every(({ createdAt }) => swedishDay(createdAt) > known);
  const isNew = (account: AccountId) => swedishDay(since.get(account) ?? at) > known;
  const inNow = new Set(administratorsIn(staff).map(({ id }) => id));

  return ({ account, askedBy }, by) => {
    if (by === askedBy || by === account) return problem("recovery-needs-another");
    if (!inNow.has(askedBy)) return problem("recovery-gone");
    if (makers.get(by) === askedBy || makers.get(askedBy) === by) {
      return problem("recovery-by-own-invitation");
    }
    return !isFirstWeek && (isNew(by) || isNew(askedBy))
      ? problem("recovery-by-somebody-new", undefined, { days: daysToBeKnown })
      : undefined;
  };
}
