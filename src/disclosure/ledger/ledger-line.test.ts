import assert from "node:assert/strict";
import { test } from "node:test";
import { LedgerLine } from "./ledger-line.ts";

const heading = {
  ...{ kind: "release", previous: "0".repeat(64), release: "a".repeat(64), of: "nation" },
  ...{ origin: "demo", codebook: { id: "c", version: "1.0.0" }, publication: "final" },
  round: { id: "r", from: "2026-01-01", through: "2026-06-30", cutOff: "2026-07-31T12:00:00Z" },
  ...{ level: "nation", at: "2026-08-01T00:00:00.000Z", tables: 0 },
};

test("a line is of a known kind, with nothing more and nothing less", () => {
  const isLine = (line: object) => LedgerLine.safeParse(line).success;
  const cells = {
    ...{ kind: "cells", previous: "0".repeat(64), region: "nation", table: "t" },
    ...{ population: "started", among: "" },
  };
  const cell: readonly (string | number | null | { readonly kind: string })[] = [
    "id",
    { kind: "cases" },
    "few",
    7,
  ];
  assert.equal(isLine(heading), true);
  assert.equal(isLine({ ...heading, tables: -1 }), false);
  assert.equal(isLine({ ...heading, tables: 1.5 }), false);
  assert.equal(isLine({ ...heading, previous: "0".repeat(63) }), false);
  assert.equal(isLine({ ...heading, more: 1 }), false);
  assert.equal(isLine({ ...cells, cells: [cell] }), true);
  assert.equal(isLine({ ...cells, cells: [cell.with(3, null)] }), true);
  assert.equal(isLine({ ...cells, cells: [cell.with(3, 0)] }), true);
  assert.equal(isLine({ ...cells, cells: [cell.with(3, -1)] }), false);
  assert.equal(isLine({ ...cells, cells: [cell.with(2, "some")] }), false);
  assert.equal(isLine({ ...heading, kind: "other" }), false);
});
