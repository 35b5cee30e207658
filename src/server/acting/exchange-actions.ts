import { z } from "zod";
import { noteLimits, type RoundInvitation, type SharedAction, signNote } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type { Action } from "#store";
import { actionsShared, takeSharedActions } from "../actions-of-participants.ts";
import { withReceiverHere } from "../receiver-here.ts";
import { postToReceiver } from "../send-to-receiver.ts";
import type { Services } from "../services.ts";
import type { SharedActionView } from "../wire-of-actions.ts";

type Exchange = {
  readonly from: MunicipalityCode;
  readonly invitation: RoundInvitation;
  /** All of the municipality's in the round. */
  readonly actions: readonly Action[];
};

/** Milliseconds that a page waits for another place. What is sent is sent all the same. */
const patience = 4000;

/**
 * Tells the receiver all that the municipality shares in the round now. Never within a transaction.
 * @returns what the others share; `null`: the receiver cannot be asked now. Whatever is not told now is
 *   told the next time that anybody in the municipality looks.
 */
export async function exchangeActions(
  services: Services,
  exchange: Exchange,
): Promise<readonly SharedActionView[] | null> {
  const { from, invitation } = exchange;
  const actions = exchange.actions.filter(({ isShared }) => isShared).map(sharedPart);
  const { receiver, round } = invitation;
  const { codebooks, clock } = services;
  const here = await withReceiverHere(services, invitation, from, async (tx) => {
    await takeSharedActions(tx, round.id, from, actions, clock.now());
    return actionsShared(tx, codebooks, round.id, from);
  });
  if (here) return here;
  const key = await services.keys.signingKey(from);
  const at = clock.now();
  const note = { kind: "actions", actions } as const;
  const text = signNote(key, { receiver: receiver.code, round: round.id, at, note });
  const answer = await soonEnough(postToReceiver(services, invitation, "notes", text));
  if (answer?.kind !== "done") return null;
  const told = Shared.safeParse(answer.value);
  return told.success ? told.data : null;
}

/** The day, who wrote it and when stay at home. */
function sharedPart({ id, about, intention, responsible, state, outcome }: Action): SharedAction {
  return { id, about, intention, responsible, state, outcome };
}

async function soonEnough<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A stranger's words, as they may be shown: without what steers a screen. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} \n]/gu, " "));

/** More than any round has room for on a page. */
const mostShared = 2000;

const Shared = z
  .array(
    z.strictObject({
      municipality: words(100),
      about: words(200).nullable(),
      intention: words(noteLimits.intention),
      responsible: words(noteLimits.responsible),
      state: z.enum(["planned", "under-way", "done", "dropped"]),
      outcome: words(noteLimits.outcome),
    }),
  )
  .max(mostShared);
