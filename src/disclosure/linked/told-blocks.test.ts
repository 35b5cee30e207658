import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import { describeCell, keyOfCells, subjectOfCells } from "./describe-cell.ts";
import { placedRegions } from "./placed-region.ts";
import type { QuestionCells } from "./question-cells.ts";
import { SetBuilder } from "./set-builder.ts";
import { addToldBlocks } from "./told-blocks.ts";

const [nation] = placedRegions(
  { id: "n", name: "n", guard: "nation" },
  [],
  [{ id: "A", name: "A" }],
);
const question = tinyCodebook.variables.find(({ id }) => id === "severity") as Variable;
const steps = ["eligible", "asked", "answered", "valid"] as const;

/** The blocks that come about when these are told, of so many cases in each of these parts. */
function blocks(
  parts: readonly (readonly [cells: readonly number[], count: number])[],
  told: readonly string[],
  sums: readonly (readonly number[])[] = [],
): readonly string[] {
  assert.ok(nation);
  const builder = new SetBuilder([nation]);
  const spot = { population: "started", among: "", table: "t", question } as const;
  const add = (key: string, subject: Parameters<typeof describeCell>[3], count: number) => {
    const cell = builder.cell(describeCell(nation, spot, key, subject), Int32Array.of(count));
    if (told.includes(key)) builder.replace(cell, { ...builder.at(cell), role: "told" });
    return cell;
  };
  const placed = parts.map(([cells, count]) => {
    const subject = subjectOfCells("severity", cells);
    return { cells, cell: add(keyOfCells(cells), subject, count) };
  });
  const chain = steps.map((step) => {
    return [step, add(step, { kind: "chain", variable: "severity", step }, 0)] as const;
  });
  const together = sums.map((codes) => {
    return [codes.join(" "), add(keyOfCells(codes), subjectOfCells("severity", codes), 0)] as const;
  });
  const before = builder.counted().set.relations.length;
  addToldBlocks(builder, nation, {
    place: { population: "started", among: "", question, tables: [] },
    chain: Object.fromEntries(chain),
    parts: placed,
    sums: new Map(together),
  } as unknown as QuestionCells);
  const { set, counts } = builder.counted();
  return set.relations.slice(before).map(({ terms }) => {
    const whole = terms.at(-1)?.cell ?? 0;
    return `${set.cells[whole]?.id.split(":").at(-1)}: ${counts[whole]}`;
  });
}

const all = [
  ...[1, 2, 3].map((code) => [[code], code * 10] as const),
  ...[97, 98, -1, -2, -3, -4].map((cell) => [[cell], 4] as const),
];

test("what lies between two told steps of the chain is a number of its own", () => {
  assert.deepEqual(blocks(all, ["answered", "valid"]), ["=unplaced,97: 8"]);
  assert.deepEqual(blocks(all, ["asked", "answered"]), ["=not answered,98: 8"]);
  assert.deepEqual(blocks(all, ["eligible", "asked"]), [], "one part alone is there already");
  assert.deepEqual(blocks(all, ["eligible", "valid"]), [
    "=not begun,not answered,unplaced,97,98: 20",
  ]);
});

test("what one told number alone takes together is that number, and no other", () => {
  assert.deepEqual(blocks(all, ["valid"]), []);
  assert.deepEqual(blocks(all, []), []);
});

test("answers that are told come off what they are part of", () => {
  assert.deepEqual(blocks(all, ["valid", "=1"]), ["=2,3: 50"]);
  assert.deepEqual(blocks(all, ["valid", "=1,2"], [[1, 2]]), []);
  assert.deepEqual(blocks(all, ["valid", "=2,3", "=3"], [[2, 3]]), []);
  assert.deepEqual(blocks([...all, [[4], 7]], ["valid", "=1,2"], [[1, 2]]), ["=3,4: 37"]);
});

test("a part that is valid only in part belongs to no step that leaves it out", () => {
  const mixed = [
    [[1], 10],
    [[2], 20],
    [[3, 97], 30],
    [[98], 4],
    [[-1], 4],
  ] as const;
  assert.deepEqual(blocks(mixed, ["answered", "valid"]), ["=unplaced,3,97: 34"]);
});
