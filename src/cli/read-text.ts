import { readFile, stat } from "node:fs/promises";
import { done, type Outcome, problem, refused } from "#kernel";

/** A key, or a list of them; anything larger was named by mistake. */
const mostBytes = 1024 * 1024;

/** A small file of somebody's own. */
export async function readText(path: string): Promise<Outcome<string>> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new Error("it is too large");
    return done(await readFile(path, "utf8"));
  } catch (error) {
    return refused(problem("file-unreadable", path, { reason: (error as Error).message }));
  }
}
