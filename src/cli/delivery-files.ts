import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DeliveryFile } from "#delivery";
import { done, type Outcome, problem, refused } from "#kernel";

/** Bytes read at a time: a wait for each small piece would take longer than its lines. */
const pieceLength = 1024 * 1024;

/**
 * Every ordinary file of a folder, by name; hidden ones (`.DS_Store`) are nobody's delivery, and links
 * and pipes could lead anywhere.
 */
export async function deliveryFilesIn(folder: string): Promise<Outcome<readonly DeliveryFile[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
    return done(await Promise.all(names.map((name) => deliveryFile(folder, name))));
  } catch (error) {
    return refused(problem("file-unreadable", folder, { reason: (error as Error).message }));
  }
}

/** One file, by its path. */
export async function deliveryFileAt(path: string): Promise<Outcome<DeliveryFile>> {
  try {
    const entry = await stat(path);
    if (!entry.isFile()) throw new Error("it is not a file");
    return done(await deliveryFile(dirname(path), basename(path)));
  } catch (error) {
    return refused(problem("file-unreadable", path, { reason: (error as Error).message }));
  }
}

async function deliveryFile(folder: string, name: string): Promise<DeliveryFile> {
  const path = join(folder, name);
  const { size } = await stat(path);
  return { name, bytes: size, open: () => createReadStream(path, { highWaterMark: pieceLength }) };
}
