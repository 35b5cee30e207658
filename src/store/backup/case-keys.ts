import { open } from "node:fs/promises";
import { z } from "zod";
import { randomId, strongRandomness } from "#kernel";
import { BackupFault } from "./backup-format.ts";

/**
 * Which key opens which case in the backups. A line of JSON, then a line for each case: its id and its
 * key (base64), or `null` for a case that is erased for good. The same text is the book in the files
 * folder and, sealed, the key file beside the backups.
 */
const format = "skillnad-case-keys/1";

/** Where backups were written, and to whom: there the key file is renewed when a case is erased. */
const Place = z.strictObject({
  folder: z.string(),
  recipients: z.array(z.string()).min(1),
  /** Of the book, when its key file was last written there. */
  generation: z.int().min(0),
  /** Of that key file's bytes: another one in its place is not the one that has to be renewed. */
  sha256: z.string().optional(),
  /** No key file has been written there yet, and none lies there that has to be reached. */
  isAwaited: z.literal(true).optional(),
});
export type Place = z.infer<typeof Place>;

const BookHeading = z.strictObject({
  format: z.literal(format),
  book: z.string().regex(/^[0-9a-f]{32}$/),
  /** One more with every change of a key: tells an older key file from a newer one. */
  generation: z.int().min(0),
  /** The generation in which cases were last erased. */
  erasedIn: z.int().min(0),
  places: z.array(Place),
});
type BookHeading = z.infer<typeof BookHeading>;

const Entry = z.tuple([z.string(), z.string().length(44).nullable()]);

export type CaseKeys = Omit<BookHeading, "format"> & {
  /** Base64 of 32 bytes; `null`: erased, and no key is ever made for it again. */
  readonly keys: Map<string, string | null>;
};

export function newCaseKeys(): CaseKeys {
  const book = randomId(strongRandomness);
  return { book, generation: 0, erasedIn: 0, places: [], keys: new Map() };
}

/** By nothing that is handed in: what a test can repeat is no key. */
export function drawKey(): string {
  return Buffer.from(strongRandomness.bytes(32)).toString("base64");
}

/** A line at a time, each with its end. */
export function* linesOfCaseKeys({ keys, ...heading }: CaseKeys): Generator<string> {
  yield `${JSON.stringify({ format, ...heading })}\n`;
  for (const entry of keys) yield `${JSON.stringify(entry)}\n`;
}

/** @throws a fault for what is no book of keys: a new one in its place would open no earlier backup. */
export async function readCaseKeys(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<CaseKeys> {
  let heading: BookHeading | undefined;
  const keys: CaseKeys["keys"] = new Map();
  for await (const line of lines) {
    if (heading === undefined) heading = parsed(BookHeading, line);
    else {
      const [id, key] = parsed(Entry, line);
      keys.set(id, key);
    }
  }
  if (heading === undefined) throw new BackupFault("case-keys-damaged");
  const { format: _, ...said } = heading;
  return { ...said, keys };
}

/** Its first line alone. `undefined`: there is no such file. */
export async function readCaseKeysHeading(path: string): Promise<BookHeading | undefined> {
  const file = await open(path).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw reason;
  });
  if (file === undefined) return undefined;
  for await (const line of file.readLines()) return parsed(BookHeading, line);
  throw new BackupFault("case-keys-damaged");
}

function parsed<Form extends z.ZodType>(form: Form, line: string): z.output<Form> {
  try {
    return form.parse(JSON.parse(line));
  } catch {
    throw new BackupFault("case-keys-damaged");
  }
}
