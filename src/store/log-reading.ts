import { sql } from "kysely";
import { type CaseTie, type CaseTies, type PowerAct, powerActions } from "#access";
import type { AccountId, CaseId, Instant } from "#kernel";
import type { Change } from "#registration";
import { type AuditLine, selectLines } from "./audit.ts";
import { oneOf } from "./one-of.ts";
import { readPowerActs } from "./power-acts.ts";
import type { Tenant } from "./tenant.ts";

/**
 * Somebody's line about a case or its client's answers, about what an account may or how it is opened, or
 * of a page that she was refused.
 */
export type ActLine = {
  readonly sequence: number;
  readonly at: Instant;
  readonly account: AccountId;
  readonly action: string;
  readonly case: CaseId | null;
};

/** Why a case was opened, and until when that held. */
export type GivenReason = {
  readonly account: AccountId;
  readonly case: CaseId;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant;
};

/** What a review of the log, or of who has looked at a case, needs to read. */
export function logReadingOf(tenant: Tenant) {
  const { db, municipality } = tenant;

  function selectActs() {
    return db
      .selectFrom("audit_log")
      .select(["sequence", "at", "account_id as account", "action", "case_id as case"])
      .where("municipality_code", "=", municipality)
      .where("account_id", "is not", null)
      .$narrowType<{ account: AccountId }>()
      .where(({ or, eb }) =>
        or([
          eb("action", "like", "case.%"),
          eb("action", "in", ["route.refused", "survey.extract-made", ...powerActions]),
        ]),
      )
      .orderBy("sequence");
  }

  return {
    /** The first and the last line from a sequence on, and from a moment on; `undefined`: there is none. */
    async stretch(from: number, since?: Instant): Promise<LogStretch | undefined> {
      const end = (direction: "asc" | "desc") =>
        db
          .selectFrom("audit_log")
          .select(["sequence", "at"])
          .where("municipality_code", "=", municipality)
          .where("sequence", ">=", from)
          .$if(since !== undefined, (query) => query.where("at", ">=", since as Instant))
          .orderBy("sequence", direction)
          .limit(1)
          .executeTakeFirst();
      const [first, last] = [await end("asc"), await end("desc")];
      return first && last ? { first, last } : undefined;
    },

    /** Roles that were given and taken away, and ways in, from a moment on; in the log's order. */
    async powerActs(since?: Instant): Promise<readonly PowerAct[]> {
      return readPowerActs(tenant, since);
    },

    /** In the log's order. */
    async acts(from: number, through: number): Promise<readonly ActLine[]> {
      return selectActs().where("sequence", ">=", from).where("sequence", "<=", through).execute();
    },

    /** Before a line of the log, and not before a moment; in the log's order. */
    async actsBefore(sequence: number, since: Instant): Promise<readonly ActLine[]> {
      return selectActs().where("sequence", "<", sequence).where("at", ">=", since).execute();
    },

    /** What people did in these cases after a line, or from a moment on. */
    async actsIn(
      cases: readonly CaseId[],
      after: { readonly sequence: number } | { readonly since: Instant },
    ): Promise<readonly ActLine[]> {
      if (cases.length === 0) return [];
      const acts = selectActs().where(oneOf("case_id", cases));
      return "since" in after
        ? acts.where("at", ">=", after.since).execute()
        : acts.where("sequence", ">", after.sequence).execute();
    },

    /** Lines by their numbers, the oldest first. */
    async lines(sequences: readonly number[]): Promise<readonly AuditLine[]> {
      return selectLines(tenant)
        .where(sql<boolean>`audit_log.sequence = any(${[...sequences]}::bigint[])`)
        .orderBy("audit_log.sequence")
        .execute();
    },

    /** What people did and read in a case, and who was refused it; the latest first. */
    async linesOfCase(id: CaseId, limit: number): Promise<readonly AuditLine[]> {
      return selectLines(tenant)
        .where("audit_log.case_id", "=", id)
        .where("audit_log.account_id", "is not", null)
        .orderBy("audit_log.sequence", "desc")
        .limit(limit)
        .execute();
    },

    /** What was written into the chain when a review was signed; `undefined`: it says nothing of that. */
    async signature(review: number): Promise<string | undefined> {
      const line = await db
        .selectFrom("audit_log")
        .select("details")
        .where("municipality_code", "=", municipality)
        .where("action", "=", "log-review.signed")
        .where(sql<boolean>`details->>'review' = ${String(review)}`)
        .orderBy("sequence")
        .limit(1)
        .executeTakeFirst();
      const digest = line?.details.digest;
      return typeof digest === "string" ? digest : undefined;
    },

    async reasons(cases: readonly CaseId[]): Promise<readonly GivenReason[]> {
      if (cases.length === 0) return [];
      return db
        .selectFrom("access_reasons")
        .select(["account_id as account", "case_id as case", "reason", "at", "until"])
        .where("municipality_code", "=", municipality)
        .where(oneOf("case_id", cases))
        .orderBy("at")
        .execute();
    },

    /** Whose each case has been, from its beginning. */
    async ties(cases: readonly CaseId[]): Promise<CaseTies> {
      if (cases.length === 0) return new Map();
      const owners = await db
        .selectFrom("cases")
        .select(["case_id as case", "unit_id as unit"])
        .where("municipality_code", "=", municipality)
        .where(oneOf("case_id", cases))
        .execute();
      const revisions = await db
        .selectFrom("case_revisions")
        .select(["case_id as case", "at", "changes"])
        .where("municipality_code", "=", municipality)
        .where(oneOf("case_id", cases))
        .where(sql<boolean>`changes @? ${tyingChanges}::jsonpath`)
        .orderBy("case_id")
        .orderBy("revision")
        .execute();
      const pasts = Map.groupBy(revisions, (each) => each.case);
      return new Map(
        owners.map((each) => [each.case, tiesOf(each.unit, pasts.get(each.case) ?? [])]),
      );
    },
  };
}

export type LogStretch = {
  readonly first: { readonly sequence: number; readonly at: Instant };
  readonly last: { readonly sequence: number; readonly at: Instant };
};

/** Those that say whose a case is. */
const tying = ["case-started", "case-assigned", "case-shared", "case-transferred", "readers-named"];
const tyingChanges = `$[*] ? (${tying.map((kind) => `@.kind == "${kind}"`).join(" || ")})`;

type Tying = { readonly at: Instant; readonly changes: readonly Change[] };

/** @param unit the one that owns it now: where it began is told by the first transfer, if there was one. */
function tiesOf(unit: CaseTie["unit"], past: readonly Tying[]): readonly CaseTie[] {
  const first = past
    .flatMap(({ changes }) => changes)
    .find((change) => change.kind === "case-transferred");
  let tie: Omit<CaseTie, "from"> = {
    unit: first?.from ?? unit,
    assignee: null,
    sharedWith: null,
    readers: null,
  };
  return past.map(({ at, changes }) => {
    tie = changes.reduce(tieAfter, tie);
    return { ...tie, from: at };
  });
}

function tieAfter(tie: Omit<CaseTie, "from">, change: Change): Omit<CaseTie, "from"> {
  switch (change.kind) {
    case "case-started":
      return { ...tie, assignee: change.assignee };
    case "case-assigned":
      return { ...tie, assignee: change.to };
    case "case-shared":
      return { ...tie, sharedWith: change.to };
    case "case-transferred":
      return { ...tie, unit: change.to };
    case "readers-named":
      return { ...tie, readers: change.to };
    default:
      return tie;
  }
}
