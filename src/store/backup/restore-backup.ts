import type { Client } from "pg";
import {
  type Clock,
  done,
  type MunicipalityCode,
  type Outcome,
  problem,
  type Randomness,
  refused,
} from "#kernel";
import { ownerClient } from "../open/connection.ts";
import { obstacleIn, openDatabase } from "../open/open-database.ts";
import { type NewOwnerWay, reachNewOwner, type StorePlace } from "../open/reach-owner.ts";
import type { StampKind } from "../schema.ts";
import type { Store } from "../store.ts";
import { BackupFault } from "./backup-format.ts";
import type { Watching } from "./backup-lines.ts";
import { filesToPlace } from "./carried-files.ts";
import { keysToRestoreBy } from "./keys-to-restore-by.ts";
import { type BackupSummary, refusedFor, summaryOf, withClient } from "./make-backup.ts";
import { restoreLines } from "./restore-lines.ts";
import { openedLines } from "./sealed-file.ts";
import { holdRestoring, settleCommit } from "./settle-commit.ts";
import { tellEveryLog } from "./tell-logs.ts";

export type RestoreOrder = Watching & {
  readonly file: string;
  /** The newest key file; left out: the one beside the backup. */
  readonly keyFile?: string | undefined;
  /** `AGE-SECRET-KEY-1…` */
  readonly identities: readonly string[];
  readonly place: StorePlace;
  /** Where keys and releases are to lie. */
  readonly files: string;
  readonly kind: StampKind;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** `false` for what will be thrown away. */
  readonly isDurable?: boolean;
};

export type RestoredBackup = BackupSummary & {
  /** Cases that were left out: they are erased, and nobody can read them in the backup. */
  readonly erasedCases: number;
  /** Whose log does not hold: it did not when the backup was made either. */
  readonly brokenChains: readonly MunicipalityCode[];
};

/**
 * Puts a backup into an empty folder or database, all of it or nothing; then brings it up to this
 * program, follows every log to its end, and writes there that it was restored.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Outcome<RestoredBackup>> {
  const { place, kind, clock } = order;
  const reached = await reachNewOwner(place, kind, order);
  if (reached.kind === "refused") return reached;
  const way = reached.value;
  let isKept = false;
  try {
    const filled = await fill(way, order, () => {
      isKept = true;
    });
    if (filled.kind === "refused") return filled;
    const opened = await openDatabase(way.owner, { at: way.at, kind, clock });
    if (opened.kind === "refused") return opened;
    const { store, close } = opened.value;
    try {
      const broken = await brokenChains(store);
      const { sha256, at, erasedCases } = filled.value;
      const details = { sha256, at, erasedCases };
      await tellEveryLog(store, { at: clock.now(), action: "store.restored", details });
      return done({ ...filled.value, brokenChains: broken });
    } finally {
      await close();
    }
  } finally {
    await (isKept ? way.close() : way.discard());
  }
}

type Filled = Omit<RestoredBackup, "brokenChains">;

/** @param keep called when what was filled is there to stay, or may be. */
async function fill(
  way: NewOwnerWay,
  order: RestoreOrder,
  keep: () => void,
): Promise<Outcome<Filled>> {
  const files = filesToPlace(order.files);
  const keys = keysToRestoreBy(order, files);
  try {
    return await withClient(ownerClient(way.owner), way.at, async (client) => {
      const obstacle = await obstacleIn(client);
      if (obstacle !== undefined) {
        return refused(problem("database-unusable", way.at, { reason: obstacle }));
      }
      await client.query(
        "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; begin",
      );
      try {
        await holdRestoring(client);
        await checkEmpty(client, way.at);
        const lines = openedLines(order.file, order.identities);
        const { wanted, ...watching } = { ...order, wanted: order.kind };
        const { keysFor } = keys;
        const told = await restoreLines(lines, { ...watching, wanted, client, files, keysFor });
        await files.place();
        // Harmless where the commit fails: a newer book knows all that the older one knew.
        await keys.adopt();
        const settled = await settleCommit(client, () => ownerClient(way.owner));
        if (settled === "taken-back") throw new Error("the connection was lost");
        keep();
        await files.keep();
        if (settled === "unknown") return refused(problem("restore-unknown", way.at));
        return done({ ...summaryOf(told), erasedCases: told.erasedCases });
      } catch (error) {
        await client.query("rollback").catch(() => {});
        throw error;
      }
    });
  } catch (error) {
    const isOfPlace = error instanceof BackupFault && error.code === "restore-not-empty";
    return refusedFor(error, isOfPlace ? way.at : order.file);
  } finally {
    await files.discard();
  }
}

async function checkEmpty(client: Client, at: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace order by relname limit 1`,
  );
  if (rows[0])
    throw new BackupFault("restore-not-empty", { at, found: `the table ${rows[0].name}` });
}

async function brokenChains(store: Store): Promise<readonly MunicipalityCode[]> {
  const broken: MunicipalityCode[] = [];
  for (const { code } of await store.municipalities()) {
    const verdict = await store.within(code, (tx) => tx.audit.verify());
    if (verdict.kind === "broken") broken.push(code);
  }
  return broken;
}
