import { holdsRole, holdsRoleInUnit } from "#access";
import { publicKeyText } from "#delivery";
import type { CaseRecord } from "#registration";
import type { MadeDelivery } from "#store";
import { fingerprintOf } from "../fingerprint.ts";
import type { Visit } from "../http/route.ts";
import { invitationView } from "../invitation-view.ts";
import type { DeliveriesView, DeliveryRound, DifferencesSince } from "../wire-of-deliveries.ts";
import { namesIn } from "./addressed-delivery.ts";
import { type AgreedRound, codebookOfRound, listAgreed } from "./agreed-round.ts";
import { madeDeliveryView } from "./delivery-views.ts";
import { differencesSince } from "./differences-since.ts";
import { sourcesOfRound } from "./make-delivery.ts";
import { isOfMeetings } from "./meeting-sources.ts";

type Viewing = Pick<Visit, "tx" | "actor" | "services">;

/** All rounds that the municipality takes part in, and how far each has come. */
export async function deliveriesView(viewing: Viewing): Promise<DeliveriesView> {
  const { tx, actor, services } = viewing;
  const names = await namesIn(tx);
  const rounds: DeliveryRound[] = [];
  for (const agreed of await listAgreed(tx)) {
    const { level, decidedBy, decidedOn, reference, endedAt } = agreed;
    const made = await tx.madeDeliveries.list(agreed.round);
    rounds.push({
      ...invitationView(agreed.invitation, services.codebooks),
      agreement: { level, decidedBy, decidedOn, reference, endedAt },
      deliveries: made.map((each) => madeDeliveryView(each, names)),
      since: await since(viewing, agreed, made),
    });
  }
  const key = await services.keys.signingKey(actor.municipality);
  return {
    rounds,
    key: { text: publicKeyText(key), fingerprint: fingerprintOf(key.public) },
    mayDeliver: holdsRole(actor, ["coordinator"]),
  };
}

/**
 * Nothing is asked of a round that the municipality has left, or has taken all back from; nor of meetings,
 * which no more are noted of once they have left.
 */
async function since(
  { tx, actor, services }: Viewing,
  { invitation, endedAt }: AgreedRound,
  made: readonly MadeDelivery[],
): Promise<DifferencesSince | null> {
  const last = made.find(({ sent }) => sent !== null);
  if (!last || last.isWithdrawal || endedAt) return null;
  const codebook = codebookOfRound(services.codebooks, actor.municipality, invitation);
  if (codebook.kind === "refused" || isOfMeetings(codebook.value)) return null;
  const sources = await sourcesOfRound(tx, actor.municipality, invitation, codebook.value);
  return differencesSince(tx, services, last, sources, mayKnowFor(actor));
}

/** Cases of units that one leads or coordinates, and among them those with named readers to these alone. */
export function mayKnowFor(actor: Visit["actor"]): (record: CaseRecord) => boolean {
  return ({ readers, unit }) =>
    (readers === null || readers.includes(actor.account)) &&
    holdsRoleInUnit(actor, ["coordinator", "unitManager"], unit);
}
