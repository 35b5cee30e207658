import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** That a release was published, or came back; its figures lie in a folder. */
export type PublishedRelease = {
  readonly round: string;
  /** Of a round from 1. */
  readonly publication: number;
  readonly isInterim: boolean;
  /** Its name among the releases of this installation. */
  readonly folder: string;
  /** Of its manifest. */
  readonly sha256: string;
  /** The auditor's, in Swedish. */
  readonly verdict: string;
  /** `null`: it came back by itself. */
  readonly by: AccountId | null;
  readonly at: Instant;
};

/** Only ever added to. */
export function publishedReleasesOf({ db, municipality }: Tenant) {
  return {
    /** `taken`: that publication of the round is there already. */
    async insert(release: PublishedRelease): Promise<{ readonly kind: "saved" | "taken" }> {
      const inserted = await db
        .insertInto("published_releases")
        .values({
          municipality_code: municipality,
          round_id: release.round,
          publication: release.publication,
          is_interim: release.isInterim,
          folder: release.folder,
          sha256: release.sha256,
          verdict: release.verdict,
          published_by: release.by,
          published_at: release.at,
        })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "round_id", "publication"]).doNothing(),
        )
        .returning("round_id")
        .executeTakeFirst();
      return { kind: inserted ? "saved" : "taken" };
    },

    /** The latest first. */
    async list(): Promise<readonly PublishedRelease[]> {
      return db
        .selectFrom("published_releases")
        .select(["round_id as round", "publication", "is_interim as isInterim", "folder", "sha256"])
        .select(["verdict", "published_by as by", "published_at as at"])
        .where("municipality_code", "=", municipality)
        .orderBy("published_at", "desc")
        .orderBy("publication", "desc")
        .execute();
    },
  };
}
