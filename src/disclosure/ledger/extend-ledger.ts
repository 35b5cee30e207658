import { canonicalJson, type JsonValue } from "#kernel";
import { leastCount } from "../linked/linked-cells.ts";
import {
  type Ledger,
  type LedgerCell,
  type LedgerHeading,
  ledgerFormat,
  sha256,
} from "./ledger.ts";
import type { CellsLine, LedgerLine } from "./ledger-line.ts";

/** Before the first line there is none. */
export const beforeAll = "0".repeat(64);

const firstLine = textOf({ kind: "ledger", format: ledgerFormat, previous: beforeAll });

/** One that nothing has been published by. */
export const emptyLedger: Ledger = { releases: [], lines: [firstLine], head: sha256(firstLine) };

/**
 * The ledger with one release more. Whether it may be published is asked of `ledgerRules` before.
 * @throws for a guarded count that should never have been told: nothing has left yet.
 */
export function extendLedger(
  ledger: Ledger,
  heading: LedgerHeading,
  cells: readonly LedgerCell[],
): Ledger {
  for (const { id, guard, count } of cells) {
    const isFew = count !== null && count < leastCount && (count > 0 || guard === "few-or-none");
    if (guard !== "none" && isFew) throw new Error(`told, and guarded: ${id}`);
  }
  const lines = [...ledger.lines];
  let head = ledger.head;
  const write = (line: DistributiveOmit<LedgerLine, "previous">) => {
    const text = textOf({ ...line, previous: head } as LedgerLine);
    lines.push(text);
    head = sha256(text);
  };
  const tables = tableLines(cells);
  write({ kind: "release", ...heading, tables: tables.length });
  for (const table of tables) write(table);
  const release = { ...heading, follows: ledger.head, cells };
  return { releases: [...ledger.releases, release], lines, head };
}

/** All of the file. Its last line says that it is the last: without it, something has been lost. */
export function ledgerText(ledger: Ledger): string {
  return [...ledger.lines, endLine(ledger), ""].join("\n");
}

export function endLine({ releases, head }: Pick<Ledger, "releases" | "head">): string {
  return canonicalJson({ kind: "end", releases: releases.length, previous: head });
}

type DistributiveOmit<Line, Key extends PropertyKey> = Line extends unknown
  ? Omit<Line, Key>
  : never;

function textOf(line: LedgerLine): string {
  const plain: JsonValue = JSON.parse(JSON.stringify(line));
  return canonicalJson(plain);
}

/** In the order that they were first met in. */
function tableLines(cells: readonly LedgerCell[]): readonly Omit<CellsLine, "previous">[] {
  const tables = new Map<string, Omit<CellsLine, "previous">>();
  for (const { id, subject, guard, count, region, table, population, among } of cells) {
    const key = canonicalJson([region, table, population, among]);
    const line = tables.get(key) ?? { kind: "cells", region, table, population, among, cells: [] };
    tables.set(key, line);
    line.cells.push([id, writable(subject), guard, count]);
  }
  return [...tables.values()];
}

function writable(subject: LedgerCell["subject"]): CellsLine["cells"][number][1] {
  return "codes" in subject ? { ...subject, codes: [...subject.codes] } : subject;
}
