import type { AccountId, JsonValue } from "#kernel";
import type { MadeDelivery, MunicipalityTransaction } from "#store";
import type { Visit } from "../http/route.ts";
import { type AgreedRound, findAgreed } from "./agreed-round.ts";

/** Somebody at an address of a round, within a transaction. */
export type Acting = Pick<Visit, "context" | "services" | "tx" | "actor" | "at">;

export function roundIn({ context }: Pick<Visit, "context">): string {
  return context.req.param("round") ?? "";
}

/** `undefined` for what is no number of a delivery: then there is no such delivery. */
export function sequenceIn({ context }: Pick<Visit, "context">): number | undefined {
  const written = context.req.param("sequence") ?? "";
  return /^[1-9]\d{0,6}$/.test(written) ? Number(written) : undefined;
}

export type AddressedDelivery = {
  readonly agreed: AgreedRound;
  readonly made: MadeDelivery;
  /** The latest that has left, of whatever number. */
  readonly lastSent: number;
};

/** The delivery that the address is about; nobody else changes it before the transaction ends. */
export async function addressedDelivery(acting: Acting): Promise<AddressedDelivery | undefined> {
  const agreed = await findAgreed(acting.tx, roundIn(acting), true);
  const sequence = sequenceIn(acting);
  if (!agreed || sequence === undefined) return undefined;
  const all = await acting.tx.madeDeliveries.list(agreed.round);
  const made = all.find((each) => each.sequence === sequence);
  const lastSent = all.find(({ sent }) => sent !== null)?.sequence ?? 0;
  return made && { agreed, made, lastSent };
}

/** Every step is in the log, by its round. */
export function logDelivery(
  { tx, at, actor, context }: Acting,
  action: string,
  details: { readonly [key: string]: JsonValue } = {},
): void {
  const round = context.req.param("round");
  const about = { ...(round === undefined ? {} : { round }), ...details };
  tx.audit.append({ at, account: actor.account, action, details: about });
}

/** What people are called, by account. */
export async function namesIn({
  accounts,
}: Pick<MunicipalityTransaction, "accounts">): Promise<ReadonlyMap<AccountId, string>> {
  return new Map((await accounts.list()).map(({ id, displayName }) => [id, displayName]));
}
