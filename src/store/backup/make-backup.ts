import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Client } from "pg";
import {
  type Clock,
  done,
  type Instant,
  instant,
  type Outcome,
  problem,
  type Randomness,
  refused,
} from "#kernel";
import { ownerClient } from "../open/connection.ts";
import { connectionProblem } from "../open/open-database.ts";
import { reachOwner, type StorePlace } from "../open/reach-owner.ts";
import { fileReason } from "../open/whole-file.ts";
import { BackupFault } from "./backup-format.ts";
import { backupLines, type Told, type Watching } from "./backup-lines.ts";
import { openCaseKeyBook } from "./case-key-book.ts";
import { piecesOfLines } from "./lines-of.ts";
import { writeSealed } from "./sealed-file.ts";

export type BackupOrder = Watching & {
  readonly place: StorePlace;
  /** The folder with keys and releases, and the book of case keys. */
  readonly files: string;
  readonly out: string;
  /** `age1…`, at least one. */
  readonly recipients: readonly string[];
  readonly clock: Clock;
  readonly randomness: Randomness;
};

/** What a backup is, for people and machines: nothing of what it holds. */
export type BackupSummary = {
  readonly kind: "demo" | "real";
  readonly at: Instant;
  readonly migration: string;
  readonly municipalities: number;
  readonly rows: number;
  readonly files: number;
  /** Of all that it holds: the same for every backup of the same content. */
  readonly sha256: string;
};

export type MadeBackup = BackupSummary & {
  readonly bytes: number;
  /** Without it, which lies beside the backup, none of its cases can be restored. */
  readonly keyFile: string;
};

/** Writes a store's backup, and the newest key file beside it; also while a Skillnad serves it. */
export async function makeBackup(order: BackupOrder): Promise<Outcome<MadeBackup>> {
  const { out, recipients, place, files, clock } = order;
  if (existsSync(out)) return refused(problem("file-exists", out));
  const way = await reachOwner(place, order);
  if (way.kind === "refused") return way;
  const { owner, at, close } = way.value;
  try {
    return await withClient(ownerClient(owner), at, async (client) => {
      let [told, keyFile]: [Told | undefined, string] = [undefined, ""];
      const book = openCaseKeyBook(files);
      const beside = { folder: dirname(resolve(out)), recipients };
      const keysFor = (cases: readonly string[]) => book.keysFor(cases, beside);
      async function* lines() {
        const read = yield* backupLines({ ...order, client, keysFor, at: clock.now() });
        // Before the backup is there: it is never there without what opens it.
        keyFile = await book.writeKeyFile(beside);
        return read;
      }
      const pieces = piecesOfLines(lines(), (ended) => {
        told = ended;
      });
      const { bytes } = await writeSealed(out, pieces, recipients).catch((error) => {
        throw error instanceof Error && "syscall" in error ? new Unwritable(error) : error;
      });
      if (told === undefined) throw new Error("a backup that is written has an end");
      return done({ ...summaryOf(told), bytes, keyFile });
    });
  } catch (error) {
    if (error instanceof Unwritable) {
      // Somebody else's, who took the name while this one was being written.
      if (error.isTaken) return refused(problem("file-exists", out));
      return refused(problem("file-unwritable", out, { reason: fileReason(error.cause) }));
    }
    return refusedFor(error, at);
  } finally {
    await close();
  }
}

class Unwritable extends Error {
  readonly isTaken: boolean;

  constructor(cause: Error) {
    super("the file cannot be written", { cause });
    this.isTaken = "code" in cause && cause.code === "EEXIST";
  }
}

export function summaryOf({ heading, footer }: Told): BackupSummary {
  const { kind, at, migrations, municipalities, tables } = heading;
  return {
    kind,
    at: instant(at),
    migration: migrations.at(-1)?.name ?? "",
    municipalities,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: footer.files.count,
    sha256: footer.sha256,
  };
}

/** Connected for as long as `work` lasts. Problems: database-unreachable, database-unusable. */
export async function withClient<Value>(
  client: Client,
  at: string,
  work: (client: Client) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    try {
      await client.connect();
    } catch (error) {
      return refused(connectionProblem(error, at));
    }
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a person is told of what stopped a backup or a restoring. @throws what is a bug. */
export function refusedFor(error: unknown, at: string): Outcome<never> {
  if (error instanceof BackupFault) return refused(problem(error.code, at, error.details));
  if (error instanceof Error && error.name === "AbortError")
    return refused(problem("backup-stopped"));
  if (error instanceof Error && "syscall" in error && "path" in error) {
    const details = { reason: fileReason(error) };
    return refused(problem("file-unreadable", String(error.path), details));
  }
  return refused(connectionProblem(error, at));
}
