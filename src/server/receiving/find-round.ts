import { invitationFormat, type Receiving, type RoundInvitation, type Sender } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type {
  IncomingDelivery,
  KeptRound,
  MunicipalityTransaction,
  PublishedRelease,
  RoundParticipant,
} from "#store";
import type { KeyCupboard } from "../key-cupboard.ts";

/** A round with all that is kept of it, but the packages themselves. */
export type FoundRound = {
  readonly kept: KeptRound;
  readonly invitation: RoundInvitation;
  /** In the order of their codes. */
  readonly participants: readonly RoundParticipant[];
  /** The latest first. */
  readonly deliveries: readonly IncomingDelivery[];
  /** The latest first. */
  readonly published: readonly PublishedRelease[];
};

/** Of the receiver whose transaction it is. */
export async function findRound(
  tx: MunicipalityTransaction,
  id: string,
): Promise<FoundRound | undefined> {
  const kept = await tx.rounds.find(id);
  if (!kept) return undefined;
  const published = await tx.publishedReleases.list();
  return {
    kept,
    invitation: invitationOf(kept),
    participants: await tx.rounds.participants(id),
    deliveries: await tx.incomingDeliveries.list(id),
    published: published.filter(({ round }) => round === id),
  };
}

/** As it was checked when the round was made. */
export function invitationOf({ invitation }: KeptRound): RoundInvitation {
  const kept = invitation as unknown as RoundInvitation;
  if (kept.format !== invitationFormat) throw new Error(`an invitation of ${kept.format}`);
  return kept;
}

/** From then on nothing that arrives, or is decided, changes what has been told. */
export function isFinal({ published }: FoundRound): boolean {
  return published.some(({ isInterim }) => !isInterim);
}

/** Whose signatures are believed: also of those who have left, who are told just that. */
export function sendersOf(participants: readonly RoundParticipant[]): readonly Sender[] {
  return participants.flatMap(({ code: municipality, signingKeys }) =>
    signingKeys.map((key) => ({ municipality, key })),
  );
}

const identities = new WeakMap<object, Receiving["identities"]>();

/** The same list for the same key each time: what opens packages is made once for a list. */
export async function receivingIn(
  keys: KeyCupboard,
  receiver: MunicipalityCode,
  participants: readonly RoundParticipant[],
): Promise<Receiving> {
  const key = await keys.receivingKey(receiver);
  const list = identities.get(key) ?? [key];
  identities.set(key, list);
  return { identities: list, senders: sendersOf(participants) };
}
