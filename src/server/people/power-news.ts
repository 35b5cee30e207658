import { caseReadingRoles, grantOfWord, isPowerSign, type PowerAct, type Role } from "#access";
import type { AccountId, Instant, UnitId } from "#kernel";
import type { MunicipalityTransaction } from "#store";

/** Somebody who has come to be able to open, or to come to open, cases of a unit. */
type Newcomer = {
  readonly at: Instant;
  readonly account: AccountId;
  readonly by: AccountId;
  readonly role: Role;
  /** `null`: of all of them. */
  readonly unit: UnitId | null;
};

/**
 * For a manager, the latest first: nobody comes to read her unit's cases without her knowing.
 * @param units those that she manages; `"all"`: every one.
 */
export function newcomersIn(
  acts: readonly PowerAct[],
  units: readonly UnitId[] | "all",
  viewer: AccountId,
): readonly Newcomer[] {
  const isTheirs = (unit: UnitId | null) =>
    unit === null || units === "all" || units.includes(unit);
  return acts
    .filter(({ by }) => by !== viewer)
    .flatMap(({ at, account, by, added }) =>
      added
        .flatMap((word) => grantOfWord(word) ?? [])
        .filter(({ role, unit }) => caseReadingRoles.includes(role) && isTheirs(unit))
        .map((grant) => ({ at, account, by, ...grant })),
    )
    .toReversed();
}

/** What every other administrator and the log's reviewer are told of at once: whoever did it is not. */
export async function powerNews(
  { logReading }: Pick<MunicipalityTransaction, "logReading">,
  since: Instant,
  viewer: AccountId,
): Promise<readonly PowerAct[]> {
  const acts = await logReading.powerActs(since);
  return acts.filter(
    (act) => act.by !== viewer && (act.action === "recovery.asked" || isPowerSign(act)),
  );
}
