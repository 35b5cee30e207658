import { createHash } from "node:crypto";
import type { Digest, Footer } from "./backup-format.ts";

/** SHA-256 of what each table and all files hold, in the backup's own order and form. */
export function startDigests(tables: readonly string[]) {
  const sums = new Map(tables.map((table) => [table, { hash: createHash("sha256"), rows: 0 }]));
  const files = { hash: createHash("sha256"), count: 0 };
  return {
    /** @param mark the row as a line, without its end; of a row that belongs to cases, its keyed hash. */
    row(table: string, mark: string): void {
      const sum = sums.get(table);
      if (sum === undefined) throw new Error(`${table} is not among the tables`);
      sum.hash.update(mark).update("\n");
      sum.rows++;
    },

    file(name: string, mode: number, sha256: string): void {
      files.hash.update(`${JSON.stringify([name, mode, sha256])}\n`);
      files.count++;
    },

    /** Nothing more is added. */
    finish(): Footer {
      const told: { [table: string]: Digest } = {};
      for (const [table, { hash, rows }] of sums)
        told[table] = { rows, sha256: hash.digest("hex") };
      const ofFiles = { count: files.count, sha256: files.hash.digest("hex") };
      return { tables: told, files: ofFiles, sha256: totalOf(told, ofFiles.sha256) };
    },
  };
}

function totalOf(tables: Footer["tables"], files: string): string {
  const total = createHash("sha256");
  for (const name of Object.keys(tables).sort()) total.update(`${name} ${tables[name]?.sha256}\n`);
  return total.update(files).digest("hex");
}

/** The tables, or «files», in which the two are not the same. */
export function differences(one: Footer, other: Footer): readonly string[] {
  const names = [...new Set([...Object.keys(one.tables), ...Object.keys(other.tables)])];
  const told = names.filter((name) => {
    const [a, b] = [one.tables[name], other.tables[name]];
    return a?.sha256 !== b?.sha256 || a?.rows !== b?.rows;
  });
  const { files } = one;
  const isSame = files.sha256 === other.files.sha256 && files.count === other.files.count;
  if (!isSame) told.push("files");
  return told.length === 0 && one.sha256 !== other.sha256 ? ["the total"] : told;
}
