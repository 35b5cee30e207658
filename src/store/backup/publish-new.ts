import { link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { renameDurably } from "../open/whole-file.ts";

/** What a file system that knows no second name of a file says to one. */
const hasNoLinks = new Set([
  "EPERM",
  "ENOSYS",
  "ENOTSUP",
  "EOPNOTSUPP",
  "EMLINK",
  "EXDEV",
  "EINVAL",
]);

/**
 * Gives a whole file its name, also after a power cut, if nobody has taken that name: of two that publish
 * at the same time one is refused, and neither takes the other's place.
 * @throws EEXIST where the name is taken, and the file system's other errors.
 */
export async function publishNew(
  unfinished: string,
  path: string,
  tie: typeof link = link,
): Promise<void> {
  try {
    await tie(unfinished, path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!hasNoLinks.has(code)) throw error;
    // An empty file holds the name, and the whole one takes its place.
    await (await open(path, "wx", 0o600)).close();
    renameDurably(unfinished, path);
    return;
  }
  await rm(unfinished, { force: true });
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
