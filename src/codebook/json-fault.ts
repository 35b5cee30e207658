/** The first thing in a text that keeps it from being the JSON we want; line and column from 1. */
export type JsonFault = {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
};

/** Far deeper than any codebook, and shallow enough for every reader of it. */
const deepest = 100;

/**
 * Finds what `JSON.parse` says differently in every browser, or not at all: the place of a mistake, a
 * key written twice (of which the last would win in silence), and nesting without end.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const reader = { text, at: 0 };
  try {
    readValue(reader, 0);
    skipSpace(reader);
    if (reader.at < text.length) refuse(reader, "text after the end");
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const before = text.slice(0, fault.at).split("\n");
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      reason: fault.message,
    };
  }
}

type Reader = { readonly text: string; at: number };

class Fault extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

function refuse({ at, text }: Reader, reason: string): never {
  throw new Fault(at, at >= text.length ? "the text ends too early" : reason);
}

function readValue(reader: Reader, depth: number): void {
  skipSpace(reader);
  if (depth > deepest) refuse(reader, `nested deeper than ${deepest}`);
  const first = reader.text[reader.at];
  if (first === "{") readObject(reader, depth);
  else if (first === "[") readArray(reader, depth);
  else if (first === '"') readString(reader);
  else
    readPattern(reader, /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y, "a value");
}

function readObject(reader: Reader, depth: number): void {
  const keys = new Set<string>();
  readList(reader, "}", () => {
    skipSpace(reader);
    const start = reader.at;
    const key = readString(reader);
    if (keys.has(key)) throw new Fault(start, `the key ${key} is written twice`);
    keys.add(key);
    skipSpace(reader);
    if (reader.text[reader.at] !== ":") refuse(reader, "«:» is missing");
    reader.at++;
    readValue(reader, depth + 1);
  });
}

function readArray(reader: Reader, depth: number): void {
  readList(reader, "]", () => readValue(reader, depth + 1));
}

function readList(reader: Reader, end: string, readElement: () => void): void {
  reader.at++;
  skipSpace(reader);
  if (reader.text[reader.at] === end) {
    reader.at++;
    return;
  }
  for (;;) {
    readElement();
    skipSpace(reader);
    const next = reader.text[reader.at];
    if (next !== "," && next !== end) refuse(reader, `«,» or «${end}» is missing`);
    reader.at++;
    if (next === end) return;
  }
}

function readString(reader: Reader): string {
  const start = reader.at;
  const found = readPattern(reader, /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y, "a string");
  for (let index = 0; index < found.length; index++) {
    if (found.charCodeAt(index) < 0x20) throw new Fault(start + index, "a raw line break or tab");
  }
  return found;
}

function readPattern(reader: Reader, pattern: RegExp, wanted: string): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found === undefined) return refuse(reader, `${wanted} is missing or not finished`);
  reader.at += found.length;
  return found;
}

function skipSpace(reader: Reader): void {
  while (/[ \t\r\n]/.test(reader.text[reader.at] ?? "")) reader.at++;
}
