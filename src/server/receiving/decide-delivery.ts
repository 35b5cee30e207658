import { type Problem, problem } from "#kernel";
import type { IncomingDelivery } from "#store";
import { type FoundRound, isFinal } from "./find-round.ts";
import { shownState } from "./round-standing.ts";

/** What hinders a person from deciding so; nothing: it may be done. */
export function checkDecision(
  delivery: IncomingDelivery,
  to: "accepted" | "declined" | "waiting",
  round: FoundRound,
): Problem | undefined {
  const { name } = round.invitation.round;
  if (isFinal(round)) return problem("round-published", undefined, { round: name });
  if (delivery.state === "quarantined") return problem("delivery-decided");
  if (shownState(delivery, round.deliveries) === "replaced") return problem("delivery-replaced");
  const isOpen = delivery.state === "waiting";
  return isOpen === (to !== "waiting") ? undefined : problem("delivery-decided");
}
