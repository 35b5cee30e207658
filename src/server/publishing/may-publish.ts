import { type Instant, type Problem, problem, swedishDay } from "#kernel";
import { type FoundRound, isFinal } from "../receiving/find-round.ts";

/**
 * Whether a release may be made now, as the participants have agreed: figures under way once for each day
 * that the invitation names, on that day or after it, until the cut-off; the final ones once, after it. The
 * ledger's own rules come on top.
 */
export function mayPublish(
  found: FoundRound,
  isInterim: boolean,
  at: Instant,
): Problem | undefined {
  const { round, interimDays } = found.invitation;
  if (isFinal(found)) return problem("ledger-round-final", undefined, { round: round.id });
  const isOver = at >= round.cutOff;
  if (!isInterim) {
    const day = swedishDay(round.cutOff);
    return isOver ? undefined : problem("release-final-early", undefined, { day });
  }
  if (isOver) return problem("release-interim-late");
  const used = found.published.length;
  const day = interimDays[used];
  if (day === undefined) return problem("release-interim-none-left");
  return day <= swedishDay(at) ? undefined : problem("release-interim-not-agreed", day, { day });
}
