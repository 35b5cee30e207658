import type { AccountId, CaseId, Instant } from "#kernel";
import type { MunicipalityTransaction } from "#store";

type GivenReason = Awaited<ReturnType<MunicipalityTransaction["logReading"]["reasons"]>>[number];

/** The reason that held when somebody was in a case; of several the latest. */
export function reasonAt(
  reasons: readonly GivenReason[],
  {
    account,
    case: of,
    at,
  }: { readonly account: AccountId | null; readonly case: CaseId | null; readonly at: Instant },
): string | null {
  const held = reasons.findLast(
    (each) => each.account === account && each.case === of && each.at <= at && at < each.until,
  );
  return held?.reason ?? null;
}
