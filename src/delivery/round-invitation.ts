import { z } from "zod";
import {
  checkText,
  done,
  type Instant,
  type IsoDate,
  instant,
  isoDate,
  type MunicipalityCode,
  municipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import { type DeliveryLevel, deliveryLevels, roundIdForm } from "./delivery-format.ts";
import { doubledName } from "./doubled-name.ts";
import { isReceiver } from "./package/receiving-key.ts";
import { isCanonical } from "./package/signing-key.ts";

export const invitationFormat = "skillnad-round/1";

/**
 * What a receiver asks of those who take part in a round, and all that a participant needs in order to
 * deliver: made once, read by people before they agree, and never changed. As a file it is this as JSON.
 */
export type RoundInvitation = {
  readonly format: typeof invitationFormat;
  readonly kind: "demo" | "real";
  readonly receiver: {
    /** '0000' the nation, '0023' county 23. */
    readonly code: MunicipalityCode;
    readonly name: string;
    /** `age1…`: what deliveries are sealed to. */
    readonly key: string;
    /** Ed25519, 32 bytes, base64url: signs what comes back. */
    readonly signingKey: string;
    /** «https://…» without a path; `null`: deliveries come as files alone. */
    readonly address: string | null;
  };
  readonly round: {
    /** Stands in every delivery: «2026». */
    readonly id: string;
    readonly name: string;
    readonly from: IsoDate;
    /** The last day. */
    readonly through: IsoDate;
    readonly cutOff: Instant;
  };
  readonly codebook: { readonly id: string; readonly version: string };
  /** What leaves; whoever agrees may let less leave. */
  readonly level: DeliveryLevel;
  /** Days of figures under way, of the nation alone; in order, within the round. */
  readonly interimDays: readonly IsoDate[];
  /** On which ground the municipality may hand over, as the receiver sees it. */
  readonly legalBasis: string;
  readonly purpose: string;
};

/** A stranger's words, shown to people who decide by them. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((words) => checkText(words, "", most).length === 0);
const Day = z.iso.date().transform(isoDate);

const Invitation = z.strictObject({
  format: z.literal(invitationFormat),
  kind: z.enum(["demo", "real"]),
  receiver: z.strictObject({
    code: z
      .string()
      .regex(/^\d{4}$/)
      .transform(municipalityCode),
    name: text(100),
    key: z.string().refine(isReceiver),
    signingKey: z.string().refine((key) => isCanonical(key, 32)),
    address: z.nullable(z.string().refine(isOrigin)),
  }),
  round: z.strictObject({
    id: z.string().regex(roundIdForm),
    name: text(100),
    from: Day,
    through: Day,
    cutOff: z.iso.datetime().transform(instant),
  }),
  codebook: z.strictObject({ id: text(100), version: text(40) }),
  level: z.enum(deliveryLevels),
  interimDays: z.array(Day).max(24),
  legalBasis: text(2000),
  purpose: text(2000),
});

/** Without TLS only within this machine, where the demo runs. */
function isOrigin(address: string): boolean {
  const url = URL.parse(address);
  if (!url || address !== url.origin) return false;
  return url.protocol === "https:" || ["127.0.0.1", "localhost"].includes(url.hostname);
}

/** @param at the file's name, for what is wrong with it. */
export function parseInvitation(text: string, at: string): Outcome<RoundInvitation> {
  const wrong = (place: string) => refused(problem("invitation-wrong", at, { place }));
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return wrong("JSON");
  }
  if (doubledName(text) !== undefined) return wrong("JSON");
  const parsed = Invitation.safeParse(input);
  if (!parsed.success) return wrong(parsed.error.issues[0]?.path.map(String).join(".") || "format");
  const { round, interimDays } = parsed.data;
  if (round.from > round.through) return wrong("round.through");
  if (round.cutOff.slice(0, 10) < round.through) return wrong("round.cutOff");
  const days = [round.from, ...interimDays, round.cutOff.slice(0, 10)];
  if (days.some((day, at) => at > 0 && (days[at - 1] ?? "") > day)) return wrong("interimDays");
  return done(parsed.data);
}

export function invitationText(invitation: RoundInvitation): string {
  return `${JSON.stringify(invitation, null, 2)}\n`;
}
