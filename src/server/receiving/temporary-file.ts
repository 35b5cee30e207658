import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type DeliveryFile, deliveryLimits, mostPackageBytes } from "#delivery";
import { done, type Outcome, problem, randomId, refused, strongRandomness } from "#kernel";

/** What came, on the disk while it is looked at. */
export type TemporaryFile = DeliveryFile & {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  readonly remove: () => Promise<void>;
};

/** Bytes read at a time. */
const pieceLength = 256 * 1024;

export type Pieces = AsyncIterable<Uint8Array>;

/**
 * Writes what comes to a file that this account alone may read, and no more of it than a package may have.
 * @param name as people know it: what every problem names.
 * @param folder made where it is not there.
 */
export async function temporaryFile(
  folder: string,
  name: string,
  pieces: Pieces,
): Promise<Outcome<TemporaryFile>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomId(strongRandomness));
  const remove = () => rm(path, { force: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > mostPackageBytes) {
        await remove();
        return refused(problem("delivery-too-large", name, { limit: deliveryLimits.megabytes }));
      }
      hash.update(piece);
      await file.write(piece);
    }
  } catch (reason) {
    await remove();
    throw reason;
  } finally {
    await file.close();
  }
  const opened = () => createReadStream(path, { highWaterMark: pieceLength });
  return done({ name, bytes, open: opened, sha256: hash.digest("hex"), remove });
}
