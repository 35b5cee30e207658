import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue } from "#kernel";
import type { Column } from "../counting/counter.ts";
import type { Chunk } from "../counting/duckdb-relation.ts";

export type ExtractHash = {
  /** Begins a relation; its rows follow. */
  readonly begin: (name: string, columns: readonly Column[]) => void;
  readonly add: (chunk: Chunk) => void;
  /** Hexadecimal. */
  readonly finish: () => string;
};

/**
 * SHA-256 over what the extract means: its description as canonical JSON, then row after row, each
 * column as one byte or as four, the lowest first. So the same cases in the same order have the same
 * hash, however the file that holds them was cut, coded or compressed.
 */
export function extractHash(description: JsonValue): ExtractHash {
  const hash = createHash("sha256").update(`${canonicalJson(description)}\n`);
  let widths: readonly (1 | 4)[] = [];
  return {
    begin: (name, columns) => {
      hash.update(`${name}\n`);
      widths = columns.map(({ type }) => (type === "utinyint" ? 1 : 4));
    },
    add: (chunk) => hash.update(rowBytes(chunk, widths)),
    finish: () => hash.digest("hex"),
  };
}

/** @throws where something is lacking: an extract has no nulls. */
function rowBytes(chunk: Chunk, widths: readonly (1 | 4)[]): Uint8Array {
  const rowWidth = widths.reduce<number>((sum, width) => sum + width, 0);
  const rows = chunk.rowCount;
  const bytes = new DataView(new ArrayBuffer(rows * rowWidth));
  let offset = 0;
  for (const [index, width] of widths.entries()) {
    const vector = chunk.getColumnVector(index);
    for (let row = 0; row < rows; row++) {
      const value = vector.getItem(row);
      if (typeof value !== "number") throw new Error(`no number in row ${row} of column ${index}`);
      if (width === 1) bytes.setUint8(row * rowWidth + offset, value);
      else bytes.setUint32(row * rowWidth + offset, value, true);
    }
    offset += width;
  }
  return new Uint8Array(bytes.buffer);
}
