import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DeliveryFile } from "#delivery";
import { done, type Outcome, problem, refused } from "#kernel";

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
  // In the stream's own pieces: of many files the beginnings are read first, and larger pieces, read for
  // nothing then, lie outside the heap, where they are paid for with a collection of all of it now and again.
  return { name, bytes: size, open: () => createReadStream(path) };
}
