import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Codebook } from "#codebook";
import { canonicalJson, type Instant, type JsonValue, type Problem, problem } from "#kernel";
import type { Schema } from "./schema.ts";

/** Shared by all municipalities: what was asked must stay readable in ten years. */
export function codebooksOf(db: Kysely<Schema>) {
  return {
    /**
     * Keeps the versions that are new here. A version that is here already with other content is a
     * problem: a published version is never edited.
     */
    async publish(codebooks: readonly Codebook[], at: Instant): Promise<readonly Problem[]> {
      const problems: Problem[] = [];
      for (const codebook of codebooks) {
        const sha256 = hashOf(codebook);
        const { id, version } = codebook;
        await db
          .insertInto("codebooks")
          .values({
            codebook_id: id,
            version,
            content: JSON.stringify(codebook),
            sha256,
            published_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const kept = await db
          .selectFrom("codebooks")
          .select("sha256")
          .where("codebook_id", "=", id)
          .where("version", "=", version)
          .executeTakeFirstOrThrow();
        if (kept.sha256 !== sha256) {
          problems.push(problem("codebook-version-edited", id, { version }));
        }
      }
      return problems;
    },

    /** What municipalities have published upon common codebooks, the first published first. */
    async local(): Promise<readonly Codebook[]> {
      const rows = await db
        .selectFrom("codebooks")
        .select("content")
        .where(sql<boolean>`content -> 'extends' is not null`)
        .orderBy("published_at")
        .orderBy("codebook_id")
        .execute();
      return rows.map(({ content }) => content);
    },

    /** Every version, the first published first. */
    async list(): Promise<readonly Codebook[]> {
      const rows = await db
        .selectFrom("codebooks")
        .select("content")
        .orderBy("published_at")
        .orderBy("codebook_id")
        .orderBy("version")
        .execute();
      return rows.map(({ content }) => content);
    },
  };
}

function hashOf(codebook: Codebook): string {
  // Through JSON, so that what is absent and what is undefined hash alike.
  const plain = JSON.parse(JSON.stringify(codebook)) as JsonValue;
  return createHash("sha256").update(canonicalJson(plain)).digest("hex");
}
