import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { done, type Outcome, problem, refused } from "#kernel";
import type { Services } from "./services.ts";

export async function readPages(folder: string): Promise<Outcome<Services["pages"]>> {
  try {
    return done({ folder, document: await readFile(join(folder, "index.html"), "utf8") });
  } catch {
    return refused(problem("pages-not-built", folder));
  }
}
