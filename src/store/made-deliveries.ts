import type { AccountId, CaseId, Instant, JsonValue } from "#kernel";
import type { DeliveryWay, LeavingLevel } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** A delivery of the municipality's own, as it was made. */
export type MadeDelivery = {
  readonly round: string;
  readonly sequence: number;
  readonly isWithdrawal: boolean;
  readonly level: LeavingLevel;
  readonly statedCases: number | null;
  readonly cases: number;
  /** SHA-256 of its lines. */
  readonly sha256: string;
  readonly by: AccountId;
  readonly at: Instant;
  /** `null`: prepared, and nothing has left. */
  readonly sent: {
    readonly way: DeliveryWay;
    readonly by: AccountId;
    readonly at: Instant;
  } | null;
  /** What the receiver answered. */
  readonly receipt: JsonValue;
  /** A case in it has been disposed of: since then only its first line is kept. */
  readonly contentDisposedAt: Instant | null;
};

export type DeliveredCaseDigest = { readonly case: CaseId; readonly digest: string };

export type DeliveryToKeep = Omit<MadeDelivery, "sent" | "receipt" | "contentDisposedAt"> & {
  /** Its lines, each with its line feed. */
  readonly content: string;
  readonly caseDigests: readonly DeliveredCaseDigest[];
};

export function madeDeliveriesOf({ db, municipality }: Tenant) {
  const columns = [
    "round_id as round",
    "sequence",
    "is_withdrawal as isWithdrawal",
    "level",
    "stated_cases as statedCases",
    "case_count as cases",
    "sha256",
    "made_by as by",
    "made_at as at",
    "way",
    "sent_by",
    "sent_at",
    "receipt",
    "content_disposed_at as contentDisposedAt",
  ] as const;
  const ofRound = (round: string) =>
    db
      .selectFrom("made_deliveries")
      .select(columns)
      .where("municipality_code", "=", municipality)
      .where("round_id", "=", round);
  return {
    /** Instead of what was prepared of the round and has not been sent. */
    async prepare(delivery: DeliveryToKeep): Promise<void> {
      await db
        .deleteFrom("made_deliveries")
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", delivery.round)
        .where("sent_at", "is", null)
        .execute();
      const key = {
        municipality_code: municipality,
        round_id: delivery.round,
        sequence: delivery.sequence,
      };
      await db
        .insertInto("made_deliveries")
        .values({
          ...key,
          is_withdrawal: delivery.isWithdrawal,
          level: delivery.level,
          stated_cases: delivery.statedCases,
          case_count: delivery.cases,
          content: delivery.content,
          sha256: delivery.sha256,
          made_by: delivery.by,
          made_at: delivery.at,
          way: null,
          sent_by: null,
          sent_at: null,
          receipt: null,
        })
        .execute();
      const rows = delivery.caseDigests.map((each) => ({
        ...key,
        case_id: each.case,
        digest: each.digest,
      }));
      for (let at = 0; at < rows.length; at += 1000) {
        await db
          .insertInto("made_delivery_cases")
          .values(rows.slice(at, at + 1000))
          .execute();
      }
    },

    /** The latest first. */
    async list(round: string): Promise<readonly MadeDelivery[]> {
      const rows = await ofRound(round).orderBy("sequence", "desc").execute();
      return rows.map(asMade);
    },

    async find(round: string, sequence: number): Promise<MadeDelivery | undefined> {
      const row = await ofRound(round).where("sequence", "=", sequence).executeTakeFirst();
      return row && asMade(row);
    },

    /** Its lines. */
    async content(round: string, sequence: number): Promise<string | undefined> {
      const row = await db
        .selectFrom("made_deliveries")
        .select("content")
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("sequence", "=", sequence)
        .executeTakeFirst();
      return row?.content;
    },

    async caseDigests(round: string, sequence: number): Promise<readonly DeliveredCaseDigest[]> {
      return db
        .selectFrom("made_delivery_cases")
        .select(["case_id as case", "digest"])
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("sequence", "=", sequence)
        .execute();
    },

    /** Where a case has gone: the deliveries that left with it, the earliest first. */
    async sentWith(
      id: CaseId,
    ): Promise<readonly { readonly round: string; readonly sentAt: Instant }[]> {
      return db
        .selectFrom("made_delivery_cases as held")
        .innerJoin("made_deliveries as made", (join) =>
          join
            .onRef("made.municipality_code", "=", "held.municipality_code")
            .onRef("made.round_id", "=", "held.round_id")
            .onRef("made.sequence", "=", "held.sequence"),
        )
        .select(["made.round_id as round", "made.sent_at as sentAt"])
        .where("held.municipality_code", "=", municipality)
        .where("held.case_id", "=", id)
        .where("made.sent_at", "is not", null)
        .$narrowType<{ sentAt: Instant }>()
        .orderBy("made.sent_at")
        .execute();
    },

    /** That it left: the first time stands. The receiver's answer may come later, and change. */
    async send(
      round: string,
      sequence: number,
      sent: NonNullable<MadeDelivery["sent"]>,
    ): Promise<void> {
      await db
        .updateTable("made_deliveries")
        .set({ way: sent.way, sent_by: sent.by, sent_at: sent.at })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("sequence", "=", sequence)
        .where("sent_at", "is", null)
        .execute();
    },

    async saveReceipt(round: string, sequence: number, receipt: JsonValue): Promise<void> {
      await db
        .updateTable("made_deliveries")
        .set({ receipt: JSON.stringify(receipt) })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("sequence", "=", sequence)
        .execute();
    },
  };
}

type Row = Omit<MadeDelivery, "sent"> & {
  readonly way: DeliveryWay | null;
  readonly sent_by: AccountId | null;
  readonly sent_at: Instant | null;
};

function asMade({ way, sent_by: by, sent_at: at, ...made }: Row): MadeDelivery {
  return { ...made, sent: way && by && at ? { way, by, at } : null };
}
