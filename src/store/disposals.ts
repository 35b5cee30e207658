import type { AccountId, CaseId, Instant } from "#kernel";
import type { DisposalProtocol } from "./schema-of-disposal.ts";
import type { Tenant } from "./tenant.ts";

/** Cases that somebody has proposed to take away, and what became of it. */
export type Disposal = {
  /** 1, 2, 3 … in the municipality. */
  readonly number: number;
  readonly rule: number;
  readonly cases: number;
  /** Over the ids of its cases, in order. */
  readonly listSha256: string;
  readonly proposedBy: AccountId;
  readonly proposedAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** All three `null` until it is executed; then nothing of it changes. */
  readonly executedBy: AccountId | null;
  readonly executedAt: Instant | null;
  readonly protocol: DisposalProtocol | null;
  /** `null`: the cases' keys are not erased yet, and older backups can still be read. */
  readonly keysErasedAt: Instant | null;
};

export type ProposedDisposal = Pick<
  Disposal,
  "number" | "rule" | "cases" | "listSha256" | "proposedBy" | "proposedAt"
>;

export function disposalsOf({ db, municipality }: Tenant) {
  function selectDisposals() {
    return db
      .selectFrom("disposals")
      .select(["disposal_number as number", "rule_number as rule", "case_count as cases"])
      .select(["list_sha256 as listSha256", "proposed_by as proposedBy"])
      .select(["proposed_at as proposedAt", "withdrawn_at as withdrawnAt"])
      .select(["executed_by as executedBy", "executed_at as executedAt", "protocol"])
      .select("keys_erased_at as keysErasedAt")
      .where("municipality_code", "=", municipality);
  }

  return {
    /** The latest first. */
    async list(): Promise<readonly Disposal[]> {
      return selectDisposals().orderBy("disposal_number", "desc").execute();
    },

    async find(number: number): Promise<Disposal | undefined> {
      return selectDisposals().where("disposal_number", "=", number).executeTakeFirst();
    },

    /** As `find`, and nobody else decides about it before this transaction ends. */
    async findForUpdate(number: number): Promise<Disposal | undefined> {
      return selectDisposals().where("disposal_number", "=", number).forUpdate().executeTakeFirst();
    },

    /** @returns `false`: there is one already that nobody has decided about; nothing is written. */
    async propose(proposed: ProposedDisposal): Promise<boolean> {
      const added = await db
        .insertInto("disposals")
        .values({
          municipality_code: municipality,
          disposal_number: proposed.number,
          rule_number: proposed.rule,
          case_count: proposed.cases,
          list_sha256: proposed.listSha256,
          proposed_by: proposed.proposedBy,
          proposed_at: proposed.proposedAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },

    async withdraw(number: number, at: Instant): Promise<void> {
      await db
        .updateTable("disposals")
        .set({ withdrawn_at: at })
        .where("municipality_code", "=", municipality)
        .where("disposal_number", "=", number)
        .where("executed_at", "is", null)
        .execute();
    },

    async writeProtocol(
      number: number,
      protocol: DisposalProtocol,
      { by, at }: { readonly by: AccountId; readonly at: Instant },
    ): Promise<void> {
      await db
        .updateTable("disposals")
        .set({ executed_by: by, executed_at: at, protocol: JSON.stringify(protocol) })
        .where("municipality_code", "=", municipality)
        .where("disposal_number", "=", number)
        .execute();
    },

    /** Cases whose rows are gone, and whose keys are still to be erased. */
    async waitingForErasure(number: number): Promise<readonly CaseId[]> {
      const rows = await db
        .selectFrom("disposal_cases")
        .select("case_id")
        .where("municipality_code", "=", municipality)
        .where("disposal_number", "=", number)
        .orderBy("case_id")
        .execute();
      return rows.map(({ case_id }) => case_id);
    },

    /** From then on nothing here names the cases. */
    async keysErased(number: number, at: Instant): Promise<void> {
      await db
        .deleteFrom("disposal_cases")
        .where("municipality_code", "=", municipality)
        .where("disposal_number", "=", number)
        .execute();
      await db
        .updateTable("disposals")
        .set({ keys_erased_at: at })
        .where("municipality_code", "=", municipality)
        .where("disposal_number", "=", number)
        .where("keys_erased_at", "is", null)
        .execute();
    },
  };
}
