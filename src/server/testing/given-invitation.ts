import { effectiveCodebook } from "#codebook";
import {
  generateReceivingKey,
  generateSigningKey,
  invitationFormat,
  invitationText,
  type ReceivingKey,
  type RoundInvitation,
} from "#delivery";
import { instant, isoDate, municipalityCode } from "#kernel";
import type { SignedIn } from "./given-app.ts";

const id = "su-kvinnofrid-2021";

function common(): RoundInvitation["codebook"] {
  const version = effectiveCodebook(id)?.version;
  if (version === undefined) throw new Error(`the library has no ${id}`);
  return { id, version };
}

type Changes = {
  readonly kind?: RoundInvitation["kind"];
  readonly level?: RoundInvitation["level"];
  readonly codebook?: RoundInvitation["codebook"];
  readonly receiver?: Partial<RoundInvitation["receiver"]>;
  readonly round?: Partial<RoundInvitation["round"]>;
};

/** What the nation asks, and the key that opens what comes; files alone, unless an address is given. */
export async function anInvitation(
  changes: Changes = {},
): Promise<{ readonly invitation: RoundInvitation; readonly key: ReceivingKey }> {
  const key = await generateReceivingKey();
  const code = municipalityCode("0000");
  const invitation: RoundInvitation = {
    format: invitationFormat,
    kind: changes.kind ?? "real",
    receiver: {
      code,
      name: "Riket",
      key: key.public,
      signingKey: generateSigningKey(code).public,
      address: null,
      ...changes.receiver,
    },
    round: {
      id: "2026",
      name: "Uppföljning 2026",
      from: isoDate("2026-01-01"),
      through: isoDate("2026-12-31"),
      cutOff: instant("2027-01-31T23:00:00Z"),
      ...changes.round,
    },
    codebook: changes.codebook ?? common(),
    level: changes.level ?? "rows",
    interimDays: [],
    legalBasis: "Nämnden får lämna ut avidentifierade uppgifter för uppföljning.",
    purpose: "Att se om stödet gör skillnad.",
  };
  return { invitation, key };
}

export const decided = {
  level: "rows",
  decidedBy: "Socialchefen",
  decidedOn: "2026-10-01",
  reference: "SN 2026/117",
} as const;

export async function agreeTo(
  coordinator: SignedIn,
  invitation: RoundInvitation,
  changes: object = {},
): Promise<Response> {
  const text = invitationText(invitation);
  return coordinator.request("POST /api/agreements", { text, ...decided, ...changes });
}
