import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { foundIn, outsider, putBack, type Tables, type Truth } from "./attacking-stranger.ts";
import { smallNation } from "./given-release.ts";

let tables: Tables;
let truth: Truth;

before(async () => {
  const { release } = await smallNation.made();
  tables = JSON.parse(readFileSync(join(release, "public/tables.json"), "utf8"));
  const kept: {
    readonly cells: readonly { readonly id: string; readonly count: number }[];
    readonly participants: readonly {
      readonly region: string;
      /** By the cell's place in the tables. */
      readonly own: readonly (readonly [number, number])[];
    }[];
  } = JSON.parse(readFileSync(join(release, "private/protected-cells.json"), "utf8"));
  const told = tables.cells.flatMap(({ id, count }): [string, number][] =>
    count === ".." ? [] : [[id, count]],
  );
  truth = {
    counts: new Map([...told, ...kept.cells.map(({ id, count }): [string, number] => [id, count])]),
    participants: kept.participants.map(({ region, own }) => {
      const byId = own.map(([place, share]): [string, number] => [
        tables.cells[place]?.id ?? "",
        share,
      ]);
      return { name: region, region, own: new Map(byId) };
    }),
  };
});

test("a stranger who knows the format finds nothing in a release, nor does any participant", () => {
  const levels = Map.groupBy(tables.cells, ({ region }) => region.level);
  assert.deepEqual([...levels.keys()].sort(), ["area", "municipality", "nation"]);
  assert.ok(tables.cells.some(({ count }) => count === ".."));
  assert.equal(truth.participants.length, smallNation.size.municipalities);
  assert.deepEqual(foundIn(tables, truth), []);
});

test("and finds what is put back: a few, and what others can be computed from", () => {
  const isFew = (id: string) => {
    const count = truth.counts.get(id) ?? 0;
    return count > 0 && count < tables.rules.leastCount;
  };
  const few = tables.cells.filter(({ id, count }) => count === ".." && isFew(id));
  const [first = assert.fail("nothing few is hidden")] = few;
  const found = foundIn(putBack(tables, truth, [first.id]), truth);
  assert.ok(found.some(({ cell, by }) => cell === first.id && by === outsider.name));

  // All hidden of one relation but one, and none of these a number that nobody may know.
  const relation = tables.relations.find(({ terms }) => {
    const hidden = terms.filter(
      ([, id]) => tables.cells.find((each) => each.id === id)?.count === "..",
    );
    return hidden.length > 1 && hidden.filter(([, id]) => isFew(id)).length === 1;
  });
  assert.ok(relation);
  const others = relation.terms.map(([, id]) => id).filter((id) => !isFew(id));
  const [hidden] = relation.terms.map(([, id]) => id).filter(isFew);
  const computed = foundIn(putBack(tables, truth, others), truth);
  assert.ok(computed.some(({ cell, by }) => cell === hidden && by === outsider.name));
});
