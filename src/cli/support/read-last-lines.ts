import { open } from "node:fs/promises";

const most = 200;
/** Bytes; two hundred of our lines are a tenth of it. */
const enough = 1_000_000;

/** The last lines of a file, however long it is; or a sentence about why not. */
export async function readLastLines(path: string): Promise<readonly string[] | string> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - enough);
      const bytes = Buffer.alloc(size - from);
      await file.read(bytes, 0, bytes.length, from);
      return bytes.toString("utf8").split("\n").filter(Boolean).slice(-most);
    } finally {
      await file.close();
    }
  } catch (error) {
    return `${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown"}.`;
  }
}
