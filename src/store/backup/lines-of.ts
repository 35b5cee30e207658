import { damaged } from "./backup-format.ts";

/** A row may hold a whole delivery as text; nothing that we write is longer. */
export const longestLine = 400_000_000;

/** The lines of a text that comes in pieces. No more is held than the line that is being read. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      const last = piece.subarray(from, end);
      const isWhole = begun.length === 0;
      const line = isWhole
        ? Buffer.from(last.buffer, last.byteOffset, last.length)
        : Buffer.concat([...begun, last]);
      yield line.toString("utf8");
      begun = [];
      length = 0;
      from = end + 1;
    }
    if (from === piece.length) continue;
    begun.push(piece.subarray(from));
    length += piece.length - from;
    if (length > longestLine) throw damaged("a line that does not end");
  }
  if (begun.length > 0) throw damaged("the last line");
}

/** Lines put together to pieces that are worth handing on. */
export async function* piecesOfLines<Result>(
  lines: AsyncGenerator<string, Result>,
  atEnd: (result: Result) => void,
): AsyncGenerator<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const next = await lines.next();
      if (next.done) {
        if (waiting.length > 0) yield Buffer.from(`${waiting.join("\n")}\n`);
        atEnd(next.value);
        return;
      }
      waiting.push(next.value);
      length += next.value.length;
      if (length < 256 * 1024) continue;
      yield Buffer.from(`${waiting.join("\n")}\n`);
      waiting = [];
      length = 0;
    }
  } finally {
    // Left early: the transaction that is read from must not stay open.
    await lines.return(undefined as Result);
  }
}
