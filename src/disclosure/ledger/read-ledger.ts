import { done, type Outcome, problem, refused } from "#kernel";
import { beforeAll, emptyLedger, endLine } from "./extend-ledger.ts";
import { type Ledger, type LedgerCell, type LedgerRelease, sha256 } from "./ledger.ts";
import { type CellsLine, LedgerLine } from "./ledger-line.ts";

/**
 * The ledger as it stands in a file. Refused as damaged, with the first line where it shows, when a byte
 * has changed, a line is lost, added or moved, or the file ends too early.
 * @param at what the problem names: the file.
 */
export function readLedger(bytes: Uint8Array, at?: string): Outcome<Ledger> {
  const damaged = (line: number) => refused(problem("ledger-damaged", at, { line }));
  const texts = linesOf(bytes);
  const unreadable = texts.indexOf(undefined);
  if (unreadable >= 0) return damaged(unreadable + 1);

  const lines = texts.slice(0, -1) as readonly string[];
  const releases: LedgerRelease[] = [];
  let head = beforeAll;
  let expected:
    | { readonly release: LedgerRelease; tables: number; cells: LedgerCell[] }
    | undefined;
  for (const [index, text] of lines.entries()) {
    const line = parseLine(text);
    if (line === undefined || line.previous !== head) return damaged(blamed(index, line));
    const isFirst = index === 0;
    if ((line.kind === "ledger") !== isFirst) return damaged(index + 1);
    if (isFirst && text !== emptyLedger.lines[0]) return damaged(1);
    if (line.kind === "release") {
      if (expected && expected.tables > 0) return damaged(index + 1);
      const { kind: _, tables, previous: follows, ...heading } = line;
      const cells: LedgerCell[] = [];
      const release = { ...heading, follows, cells };
      expected = { release, tables, cells };
      releases.push(release);
    }
    if (line.kind === "cells") {
      if (!expected || expected.tables === 0) return damaged(index + 1);
      expected.tables--;
      expected.cells.push(...cellsOf(line));
    }
    head = sha256(text);
  }
  const end = texts.at(-1);
  const isWhole = lines.length > 0 && (expected?.tables ?? 0) === 0;
  if (!isWhole || end !== endLine({ releases, head }))
    return damaged(blamedAtEnd(end, lines, head));
  return done({ releases, lines, head });
}

/** Each line with its line feed taken off; `undefined` for what is no text, or has no line feed. */
function linesOf(bytes: Uint8Array): readonly (string | undefined)[] {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lines: (string | undefined)[] = [];
  for (let from = 0; from < bytes.length; ) {
    const until = bytes.indexOf(lineFeed, from);
    if (until < 0) return [...lines, undefined];
    lines.push(decoded(decoder, bytes.subarray(from, until)));
    from = until + 1;
  }
  return lines.length > 0 ? lines : [undefined];
}

const lineFeed = 0x0a;

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function parseLine(text: string): LedgerLine | undefined {
  try {
    return LedgerLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A line that can be read, and does not follow: then it is the one before that has changed. */
function blamed(index: number, line: LedgerLine | undefined): number {
  return line === undefined ? index + 1 : Math.max(index, 1);
}

function blamedAtEnd(end: string | undefined, lines: readonly string[], head: string): number {
  const isEnd = /^\{"kind":"end","previous":"[0-9a-f]{64}","releases":\d+\}$/.test(end ?? "");
  return isEnd && !end?.includes(head) ? Math.max(lines.length, 1) : lines.length + 1;
}

function cellsOf({ region, table, population, among, cells }: CellsLine): readonly LedgerCell[] {
  return cells.map(([id, subject, guard, count]) => {
    return { id, region, table, population, among, subject, guard, count };
  });
}
