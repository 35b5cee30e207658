import { sql } from "kysely";
import {
  type AuditLink,
  type ChainHead,
  type ChainVerdict,
  closeChain,
  emptyChain,
  followLink,
  linkEntry,
} from "#access";
import type { AccountId, CaseId, Instant, JsonValue } from "#kernel";
import { insertRows } from "./insert-rows.ts";
import type { Tenant } from "./tenant.ts";

/** What somebody did or read; never what a case says. */
export type AuditNote = {
  readonly at: Instant;
  /** `null`: nobody was signed in. */
  readonly account: AccountId | null;
  readonly action: string;
  readonly case?: CaseId | null;
  readonly details?: { readonly [key: string]: JsonValue };
};

/** A link as the log page shows it. */
export type AuditLine = AuditLink & { readonly caseCode: string | null };

const columns = [
  "municipality_code as municipality",
  "sequence",
  "at",
  "account_id as account",
  "action",
  "case_id as case",
  "details",
  "previous_hash as previousHash",
  "hash",
] as const;

/** @param pending notes of this transaction, which `writeNotes` adds to the chain at its end. */
export function auditOf({ db, municipality }: Tenant, pending: AuditNote[]) {
  return {
    /**
     * Goes into the chain as the transaction's last act before it commits (and fails it if it
     * cannot): so the chain's head, which all of a municipality's transactions share, is locked
     * briefly and always after every other lock.
     */
    append(note: AuditNote): void {
      pending.push(note);
    },

    /** The latest first. */
    async list(from: number, limit: number): Promise<readonly AuditLine[]> {
      return selectLines({ db, municipality })
        .orderBy("audit_log.sequence", "desc")
        .offset(from)
        .limit(limit)
        .execute();
    },

    /** Reads the whole chain, in pieces, and follows every link up to the head. */
    async verify(batchSize = 1000): Promise<ChainVerdict> {
      const tenant = { db, municipality };
      // Others may add links meanwhile: what counts is the chain up to the head as it is now.
      const { head, last } = await chainEnd(tenant);
      let reached = emptyChain;
      while (reached.sequence < head.sequence) {
        const links = await readLinks(tenant, reached.sequence, head.sequence, batchSize);
        if (links.length === 0) break;
        for (const link of links) {
          const next = followLink(reached, link);
          if ("kind" in next) return next;
          reached = next;
        }
      }
      const verdict = closeChain(reached, head);
      if (verdict.kind === "broken" || last <= head.sequence) return verdict;
      return { kind: "broken", at: head.sequence + 1, why: "added" };
    },
  };
}

/** Lines with their cases' codes. */
export function selectLines({ db, municipality }: Tenant) {
  return db
    .selectFrom("audit_log")
    .leftJoin("cases", (join) =>
      join
        .onRef("cases.municipality_code", "=", "audit_log.municipality_code")
        .onRef("cases.case_id", "=", "audit_log.case_id"),
    )
    .select(columns.map((column) => `audit_log.${column}` as const))
    .select("cases.case_code as caseCode")
    .where("audit_log.municipality_code", "=", municipality);
}

async function readLinks(
  { db, municipality }: Tenant,
  after: number,
  upTo: number,
  limit: number,
): Promise<readonly AuditLink[]> {
  return db
    .selectFrom("audit_log")
    .select(columns)
    .where("municipality_code", "=", municipality)
    .where("sequence", ">", after)
    .where("sequence", "<=", upTo)
    .orderBy("sequence")
    .limit(limit)
    .execute();
}

/** The head and the highest sequence, of one moment: one statement sees one state of the database. */
async function chainEnd({
  db,
  municipality,
}: Tenant): Promise<{ readonly head: ChainHead; readonly last: number }> {
  const end = await sql<{ sequence: number | null; hash: string | null; last: number | null }>`
    select
      (select sequence from audit_heads where municipality_code = ${municipality}) as sequence,
      (select hash from audit_heads where municipality_code = ${municipality}) as hash,
      (select max(sequence) from audit_log where municipality_code = ${municipality}) as last
  `.execute(db);
  const { sequence, hash, last } = end.rows[0] ?? { sequence: null, hash: null, last: null };
  const head = sequence === null || hash === null ? emptyChain : { sequence, hash };
  return { head, last: last ?? 0 };
}

/** Adds the transaction's notes to the municipality's chain. */
export async function writeNotes(
  { db, municipality }: Tenant,
  notes: readonly AuditNote[],
): Promise<void> {
  if (notes.length === 0) return;
  let head = await lockHead({ db, municipality });
  const links = notes.map(({ at, account, action, case: caseId, details }) => {
    const entry = { municipality, at, account, action, case: caseId ?? null };
    const link = linkEntry(head, { ...entry, details: details ?? {} });
    head = { sequence: link.sequence, hash: link.hash };
    return link;
  });
  const rows = links.map((link) => ({
    municipality_code: municipality,
    sequence: link.sequence,
    at: link.at,
    account_id: link.account,
    action: link.action,
    case_id: link.case,
    details: link.details,
    previous_hash: link.previousHash,
    hash: link.hash,
  }));
  await insertRows(db, "audit_log", rows);
  await db
    .updateTable("audit_heads")
    .set(head)
    .where("municipality_code", "=", municipality)
    .execute();
}

async function lockHead(tenant: Tenant): Promise<ChainHead> {
  const locked = await selectHead(tenant).forUpdate().executeTakeFirst();
  if (locked) return locked;
  await tenant.db
    .insertInto("audit_heads")
    .values({ municipality_code: tenant.municipality, ...emptyChain })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return selectHead(tenant).forUpdate().executeTakeFirstOrThrow();
}

function selectHead({ db, municipality }: Tenant) {
  return db
    .selectFrom("audit_heads")
    .select(["sequence", "hash"])
    .where("municipality_code", "=", municipality);
}
