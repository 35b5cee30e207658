import type { AccountId, CaseId, UnitId } from "#kernel";
import {
  addSeconds,
  done,
  type Instant,
  type Outcome,
  problem,
  type Randomness,
  randomId,
  refused,
} from "#kernel";
import {
  type CaseRecord,
  type Deciding,
  decideSettleSurvey,
  type Revision,
  today,
} from "#registration";

/** Minutes in which the client has to come in, and then to answer. */
export const openMinutes = 30;
export const answerMinutes = 60;

/** Wrong PINs after which the way in is closed for good. */
export const pinTries = 5;

/** A second press on the same button, or a browser that sends twice, still gets the page. */
export const reopenSeconds = 60;

/** The ways in which the client types herself: on the worker's screen, or on her own device. */
export const invitedModes = ["in-the-room", "own-device"] as const;
export type InvitedMode = (typeof invitedModes)[number];

/** One occasion to answer. Holds no secret: those are told once and kept as hashes alone. */
export type Invitation = {
  readonly id: string;
  readonly case: CaseId;
  readonly unit: UnitId;
  readonly mode: InvitedMode;
  /** What the worker chose; the client may choose another. */
  readonly language: string;
  readonly invitedBy: AccountId;
  readonly invitedAt: Instant;
  /** Not opened before this, it never will be. */
  readonly expiresAt: Instant;
};

export type Inviting = {
  readonly mode: InvitedMode;
  readonly language: string;
  /** For this occasion, in the client's own words: nobody else looks at her device. */
  readonly isDeviceSafe?: boolean;
};

/**
 * The worker invites the client to answer now. It is also what «offered» means, so the case says so.
 * A link to her own device exists only where she has said that it is safe, this time.
 */
export function decideInvite(
  record: CaseRecord,
  { mode, language, isDeviceSafe }: Inviting,
  deciding: Deciding,
  randomness: Randomness,
): Outcome<{ readonly revision: Revision; readonly invitation: Invitation }> {
  if (mode === "own-device" && isDeviceSafe !== true) {
    return refused(problem("device-not-said-safe", "isDeviceSafe"));
  }
  if (record.voided) return refused(problem("case-voided"));
  const offered = { kind: "offered", on: today(deciding), mode } as const;
  const revision = decideSettleSurvey(record, offered, deciding);
  if (revision.kind === "refused") return revision;
  const { by, at } = deciding;
  return done({
    revision: revision.value,
    invitation: {
      id: randomId(randomness),
      case: record.id,
      unit: record.unit,
      mode,
      language,
      invitedBy: by,
      invitedAt: at,
      expiresAt: addSeconds(at, openMinutes * 60),
    },
  });
}
