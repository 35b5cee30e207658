import { type RoundInvitation, signNote, type ToldParticipation } from "#delivery";
import { type MunicipalityCode, swedishDay } from "#kernel";
import { participationOf } from "#screening";
import { findAgreed } from "../delivering/agreed-round.ts";
import { withReceiverHere } from "../receiver-here.ts";
import { takeParticipation } from "../receiving/take-participation.ts";
import { postToReceiver } from "../send-to-receiver.ts";
import type { Services } from "../services.ts";
import { participationTold } from "./participation-told.ts";

type Telling = {
  readonly from: MunicipalityCode;
  readonly invitation: RoundInvitation;
  readonly participation: ToldParticipation;
};

/**
 * Tells the receivers of rounds how far the municipalities have come that let them see it, from the first day
 * until the month is closed. By the program alone, again and again: no moment at which somebody noted or
 * looked can be told from it. Whatever does not get there is told the next time.
 */
export async function tellParticipation(services: Services): Promise<void> {
  for (const { code } of await services.store.municipalities()) {
    for (const telling of await whatIsTold(services, code)) await tell(services, telling);
  }
}

async function whatIsTold(
  { store, clock }: Services,
  from: MunicipalityCode,
): Promise<readonly Telling[]> {
  const today = swedishDay(clock.now());
  return store.within(from, async (tx) => {
    const campaigns = (await tx.screening.campaigns()).filter(
      ({ tellsReceiver, closedAt, firstDay }) =>
        tellsReceiver && closedAt === null && firstDay <= today,
    );
    const tellings: Telling[] = [];
    for (const campaign of campaigns) {
      const agreed = await findAgreed(tx, campaign.round ?? "", false);
      if (!agreed || agreed.endedAt !== null) continue;
      const rows = await tx.screening.daySums(campaign.id);
      const participation = participationTold(participationOf(campaign, rows, today), today);
      tellings.push({ from, invitation: agreed.invitation, participation });
    }
    return tellings;
  });
}

async function tell(
  services: Services,
  { from, invitation, participation }: Telling,
): Promise<void> {
  const { receiver, round } = invitation;
  const at = services.clock.now();
  const isHere = await withReceiverHere(services, invitation, from, async (tx, participant) => {
    await takeParticipation(tx, round.id, participant, participation, at);
    return true;
  });
  if (isHere) return;
  const key = await services.keys.signingKey(from);
  const note = { kind: "participation", participation } as const;
  const text = signNote(key, { receiver: receiver.code, round: round.id, at, note });
  await postToReceiver(services, invitation, "notes", text);
}
