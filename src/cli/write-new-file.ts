import { open } from "node:fs/promises";
import { done, type Outcome, problem, refused } from "#kernel";

/**
 * A file that was not there: never in the place of another. What has begun and cannot be finished is
 * left as it is, and said to be unwritable.
 * @param mode who may read it: a private key nobody but its owner (0o600).
 */
export async function writeNewFile(
  path: string,
  content: string | AsyncIterable<Uint8Array>,
  mode = 0o666,
): Promise<Outcome<undefined>> {
  try {
    const file = await open(path, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    return done(undefined);
  } catch (reason) {
    const { code, message } = reason as NodeJS.ErrnoException;
    if (code === "EEXIST") return refused(problem("file-exists", path));
    return refused(problem("file-unwritable", path, { reason: message }));
  }
}
