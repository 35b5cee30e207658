import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { randomId, strongRandomness } from "#kernel";
import { renameDurably } from "../open/whole-file.ts";
import { BackupFault, damaged } from "./backup-format.ts";
import { linesOf } from "./lines-of.ts";
import { publishNew } from "./publish-new.ts";
import { streamOf } from "./stream-of.ts";

const ageBeginning = "age-encryption.org/v1\n";
/** The library holds a header whole, however long it is: ours, of some recipients, is far shorter. */
const longestHeader = 64 * 1024;

export type SealedFile = {
  readonly bytes: number;
  /** Of the bytes on the disk. */
  readonly sha256: string;
};

/**
 * Writes what comes, compressed and sealed, to a file that is there as a whole or not at all. Nothing
 * of it is on the disk in clear, at any time. Until then it lies under a name that nobody else draws.
 * @param recipients public keys (`age1…`), at least one: each opens it alone.
 * @throws the file system's errors, and those of `pieces`; EEXIST where a file of that name is there, also
 * when it came meanwhile, unless it may be replaced.
 */
export async function writeSealed(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  { mayReplace = false }: { readonly mayReplace?: boolean } = {},
): Promise<SealedFile> {
  if (recipients.length === 0) throw new Error("a backup is sealed to somebody");
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  const unfinished = `${path}.${randomId(strongRandomness)}.unfinished`;
  const file = await open(unfinished, "wx", 0o600);
  try {
    const sealed = await encrypter.encrypt(streamOf(through(pieces, createGzip({ level: 1 }))));
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of sealed) {
      await file.writeFile(piece);
      hash.update(piece);
      bytes += piece.length;
    }
    await file.sync();
    await file.close();
    if (mayReplace) renameDurably(unfinished, path);
    else await publishNew(unfinished, path);
    return { bytes, sha256: hash.digest("hex") };
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * The lines that a file holds. Each is as it was sealed; only the end tells that nothing is lacking.
 * @param identities private keys (`AGE-SECRET-KEY-1…`).
 * @throws a fault for a file that cannot be opened, and the file system's errors.
 */
export async function* openedLines(
  path: string,
  identities: readonly string[],
): AsyncGenerator<string> {
  const file = await open(path, "r");
  try {
    await checkHeader(file);
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    const opened = await decrypter.decrypt(streamOf(piecesOf(file)));
    yield* linesOf(through(opened, createGunzip()));
  } catch (reason) {
    throw asFault(reason);
  } finally {
    await file.close();
  }
}

/** Of whatever age and gzip have to say: a flipped byte, an end that lacks. */
function asFault(reason: unknown): unknown {
  if (!(reason instanceof Error) || reason instanceof BackupFault) return reason;
  // The only way that the library has to say it.
  if (reason.message.startsWith("no identity matched")) {
    return new BackupFault("backup-other-recipient");
  }
  const isOfFiles = "syscall" in reason;
  return isOfFiles ? reason : damaged("its seal");
}

async function checkHeader(file: FileHandle): Promise<void> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
  const header = buffer.subarray(0, bytesRead).toString("latin1");
  if (!header.startsWith(ageBeginning)) throw new BackupFault("backup-not-ours");
  if (!/\n--- [^\n]*\n/.test(header)) throw damaged("its seal");
}

async function* piecesOf(file: FileHandle): AsyncGenerator<Buffer> {
  const size = 256 * 1024;
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(size), 0, size, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Compressing and the opposite happen in threads of their own. */
function through(
  pieces: AsyncIterable<Uint8Array>,
  change: ReturnType<typeof createGzip> | ReturnType<typeof createGunzip>,
): AsyncIterable<Buffer> {
  // What goes wrong comes out of the changed pieces, where somebody waits for it.
  return pipeline(Readable.from(pieces, { objectMode: false }), change, () => {});
}
