import type { RoundInvitation } from "#delivery";
import type { CodebookShelf } from "./codebook-shelf.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { InvitationView } from "./wire-of-deliveries.ts";

/** What a receiver asks, for those who decide whether to take part. */
export function invitationView(
  { receiver, round, codebook, ...asked }: RoundInvitation,
  shelf: Pick<CodebookShelf, "get">,
): InvitationView {
  const { code, name, key, signingKey, address } = receiver;
  const { level, interimDays, legalBasis, purpose } = asked;
  const known = shelf.get(codebook.id);
  return {
    receiver: { name, code, address, fingerprint: fingerprintOf(key, signingKey) },
    round,
    codebook: {
      ...codebook,
      label: known?.label.sv ?? codebook.id,
      counts: known?.counts ?? "cases",
    },
    level,
    interimDays,
    legalBasis,
    purpose,
  };
}
