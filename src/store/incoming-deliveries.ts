import type { AccountId, Instant, JsonValue, MunicipalityCode } from "#kernel";
import type { DeliveryWay, IncomingState } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** A package that came to a receiver, sealed as it is. */
export type IncomingDelivery = {
  readonly round: string;
  /** SHA-256 of the delivery in it; of a package that could not be opened, of its bytes. */
  readonly id: string;
  /** `null`: nobody knows whose it is. */
  readonly participant: MunicipalityCode | null;
  readonly way: DeliveryWay;
  readonly arrivedAt: Instant;
  readonly packageBytes: number;
  readonly state: IncomingState;
  /** The delivery's first line; `null`: it could not be read. */
  readonly heading: JsonValue;
  readonly cases: number | null;
  /** Each a `Problem`. */
  readonly problems: JsonValue;
  /** From the one before it; nothing of a single case. */
  readonly differences: JsonValue;
  readonly decidedBy: AccountId | null;
  readonly decidedAt: Instant | null;
};

export type Decision = {
  readonly state: "accepted" | "declined" | "waiting";
  readonly by: AccountId;
  readonly at: Instant;
};

/** No piece of a package is larger in the database. */
const pieceBytes = 1024 * 1024;

/** What came, and what became of it. Nothing is ever removed: what was refused is evidence. */
export function incomingDeliveriesOf({ db, municipality }: Tenant) {
  const columns = [
    "round_id as round",
    "delivery_id as id",
    "participant_code as participant",
    "way",
    "arrived_at as arrivedAt",
    "package_bytes as packageBytes",
    "state",
    "heading",
    "case_count as cases",
    "problems",
    "differences",
    "decided_by as decidedBy",
    "decided_at as decidedAt",
  ] as const;
  return {
    /** `known`: it came before, and stays as it was taken in. */
    async insert(
      delivery: Omit<IncomingDelivery, "decidedBy" | "decidedAt">,
      content: Uint8Array | AsyncIterable<Uint8Array>,
    ): Promise<{ readonly kind: "saved" | "known" }> {
      const key = {
        municipality_code: municipality,
        round_id: delivery.round,
        delivery_id: delivery.id,
      };
      const inserted = await db
        .insertInto("incoming_deliveries")
        .values({
          ...key,
          participant_code: delivery.participant,
          way: delivery.way,
          arrived_at: delivery.arrivedAt,
          package_bytes: delivery.packageBytes,
          state: delivery.state,
          heading: JSON.stringify(delivery.heading),
          case_count: delivery.cases,
          problems: JSON.stringify(delivery.problems),
          differences: JSON.stringify(delivery.differences),
          decided_by: null,
          decided_at: null,
        })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "round_id", "delivery_id"]).doNothing(),
        )
        .returning("delivery_id")
        .executeTakeFirst();
      if (!inserted) return { kind: "known" };
      let number = 0;
      for await (const piece of piecesOf(content)) {
        await db
          .insertInto("incoming_pieces")
          .values({ ...key, piece_number: number++, content: piece })
          .execute();
      }
      return { kind: "saved" };
    },

    /** What was refused may come again when nothing hinders it any more; any other stays as it is. */
    async admit(
      round: string,
      id: string,
      found: Pick<
        IncomingDelivery,
        "arrivedAt" | "way" | "heading" | "cases" | "problems" | "differences"
      >,
    ): Promise<void> {
      await db
        .updateTable("incoming_deliveries")
        .set({
          state: "waiting",
          way: found.way,
          arrived_at: found.arrivedAt,
          heading: JSON.stringify(found.heading),
          case_count: found.cases,
          problems: JSON.stringify(found.problems),
          differences: JSON.stringify(found.differences),
        })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("delivery_id", "=", id)
        .where("state", "=", "quarantined")
        .execute();
    },

    /** The latest first. */
    async list(round: string): Promise<readonly IncomingDelivery[]> {
      return db
        .selectFrom("incoming_deliveries")
        .select(columns)
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .orderBy("arrived_at", "desc")
        .orderBy("delivery_id")
        .execute();
    },

    async find(round: string, id: string): Promise<IncomingDelivery | undefined> {
      return db
        .selectFrom("incoming_deliveries")
        .select(columns)
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("delivery_id", "=", id)
        .executeTakeFirst();
    },

    /** The package's bytes, a piece at a time. */
    async *pieces(round: string, id: string): AsyncGenerator<Uint8Array> {
      for (let number = 0; ; number++) {
        const row = await db
          .selectFrom("incoming_pieces")
          .select("content")
          .where("municipality_code", "=", municipality)
          .where("round_id", "=", round)
          .where("delivery_id", "=", id)
          .where("piece_number", "=", number)
          .executeTakeFirst();
        if (!row) return;
        yield row.content;
      }
    },

    async decide(round: string, id: string, { state, by, at }: Decision): Promise<void> {
      await db
        .updateTable("incoming_deliveries")
        .set({ state, decided_by: by, decided_at: at })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("delivery_id", "=", id)
        .execute();
    },
  };
}

/** As large as the database's are; no more than one of them is held. */
async function* piecesOf(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for await (const part of content instanceof Uint8Array ? [content] : content) {
    for (let at = 0; at < part.length; ) {
      const taken = part.subarray(at, at + pieceBytes - length);
      begun.push(taken);
      length += taken.length;
      at += taken.length;
      if (length < pieceBytes) continue;
      yield Buffer.concat(begun);
      begun = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(begun);
}
