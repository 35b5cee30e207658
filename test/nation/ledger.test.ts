import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { emptyLedger, extendLedger, type LedgerCell, ledgerText } from "#disclosure";
import { done, pathTo, skillnad } from "./given-release.ts";

const round = {
  id: "2022-2023",
  from: "2022-01-01",
  through: "2023-12-31",
  cutOff: "2024-02-15T12:00:00.000Z",
};
const heading = {
  release: "a".repeat(64),
  of: "nation",
  origin: "demo",
  codebook: { id: "tiny", version: "1.0.0" },
  round,
  at: "2024-03-01T12:00:00.000Z",
} as const;

function cell(id: string, count: number | null): LedgerCell {
  const subject = { kind: "answer", variable: "severity", codes: [1] } as const;
  const place = { region: "nation", table: "severity", population: "started", among: "" } as const;
  return { id, ...place, subject, count, guard: "few" };
}

const interim = extendLedger(emptyLedger, { ...heading, publication: "interim", level: "nation" }, [
  cell("one", 12),
  cell("two", null),
]);
const whole = extendLedger(
  interim,
  { ...heading, release: "b".repeat(64), publication: "final", level: "municipality" },
  [cell("one", 17), cell("two", null), cell("three", null)],
);

test("the ledger is listed round by round", async () => {
  const file = pathTo("ledger.jsonl");
  writeFileSync(file, ledgerText(whole));
  const listed = await done("ledger", "--file", file);
  assert.match(listed, /^2022-2023 \(2022-01-01 to 2023-12-31\), nation, invented$/m);
  assert.match(listed, /interim +nation only +1 told, 1 hidden +a{12}$/m);
  assert.match(listed, /final +down to municipality +1 told, 2 hidden +b{12}$/m);
  assert.match(listed, /The ledger is whole: 2 releases/);
  const checked = await done("ledger", "--file", file, "--check");
  assert.equal(checked, listed.split("\n").slice(-2).join("\n"));
  const { releases, isWhole, head } = JSON.parse(await done("ledger", "--file", file, "--json"));
  assert.deepEqual([isWhole, head], [true, whole.head]);
  assert.deepEqual(
    releases.map(({ told, hidden }: { told: number; hidden: number }) => [told, hidden]),
    [
      [1, 1],
      [1, 2],
    ],
  );
});

test("a ledger that has been changed is refused with its line, and so is none", async () => {
  const file = pathTo("ledger.jsonl");
  writeFileSync(file, readFileSync(file, "utf8").replace('"few",12', '"few",13'));
  for (const words of [[], ["--check"], ["--json"]]) {
    const told = await skillnad("ledger", "--file", file, ...words);
    assert.deepEqual([told.exitCode, told.output], [1, ""]);
    assert.match(told.errors, /damaged at line 3/);
  }
  const none = await skillnad("ledger", "--file", pathTo("none.jsonl"));
  assert.equal(none.exitCode, 1);
  assert.match(none.errors, /none\.jsonl cannot be read/);
});
