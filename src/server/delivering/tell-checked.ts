import { type RoundInvitation, signNote } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type { Visit } from "../http/route.ts";
import { postToReceiver } from "../send-to-receiver.ts";
import type { Services } from "../services.ts";

/**
 * Tells the receiver that the cases are checked, once that is on the disk. Nobody waits for it, and
 * whatever becomes of it stops nothing: the delivery itself says as much.
 */
export function tellChecked(
  { services, actor, onceSaved }: Visit,
  invitation: RoundInvitation,
): void {
  if (invitation.receiver.address === null) return;
  onceSaved(() => {
    tell(services, actor.municipality, invitation).catch(services.telemetry.failed);
  });
}

async function tell(
  services: Services,
  municipality: MunicipalityCode,
  invitation: RoundInvitation,
): Promise<void> {
  const note = signNote(await services.keys.signingKey(municipality), {
    receiver: invitation.receiver.code,
    round: invitation.round.id,
    at: services.clock.now(),
    note: { kind: "checked" },
  });
  await postToReceiver(services, invitation, "notes", note);
}
