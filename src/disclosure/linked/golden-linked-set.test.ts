/**
 * All cells and equations of one small nation with areas and municipalities, and of one under way, as
 * they were reviewed. After a change on purpose:
 * `node --test --test-update-snapshots src/disclosure/linked/golden-linked-set.test.ts`, and read it: an
 * equation that is gone is one that a stranger still can write.
 */
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { drawnNation } from "../testing/drawn-nation.ts";
import { countedCourses, phasedCodebook, phasedKinds } from "../testing/phased-nation.ts";
import { linkedOf, tinyLinked, tinyParticipants } from "../testing/tiny-release.ts";
import type { CountedSet } from "./linked-cells.ts";

const codes = tinyParticipants.map(({ id }) => id);

test("a nation with regions has the cells and equations that were reviewed", async (context) => {
  const said = drawnNation({ seed: 1, cases: 240, lacking: 3, missing: 10, skew: 2 });
  const spread = said.map((each, at) => ({ ...each, of: codes[at % 5] ?? "" }));
  snapshot(context, "nation", (await tinyLinked(spread)).counted);
});

test("a nation under way has the cells and equations that were reviewed", async (context) => {
  const cases = phasedKinds.all.flatMap((kind, at) =>
    Array.from({ length: at % 4 }, (_, which) => ({ ...kind, of: codes[which] ?? "" })),
  );
  const { counted } = linkedOf(phasedCodebook, await countedCourses(cases));
  snapshot(context, "under-way", counted);
});

function snapshot(context: TestContext, name: string, { set, counts, participants }: CountedSet) {
  const nameOf = (cell: number) => set.cells[cell]?.id ?? "";
  const lines = [
    ...set.regions.map(({ id, level, parents }) => `${level} ${id} in ${parents.join(" ")}`),
    ...set.cells.map(({ id, role, guard, worth, whole, table }, cell) => {
      const shares = participants.flatMap(({ region, own }) =>
        own.has(cell) ? [`${region}:${own.get(cell)}`] : [],
      );
      const within = whole === undefined ? "" : ` within ${nameOf(whole)}`;
      return `${id} = ${counts[cell]} (${shares.join(" ")}) ${table} ${role} ${guard} ${worth}${within}`;
    }),
    ...set.relations.map(({ kind, terms }) => {
      const sum = terms.map(({ cell, factor }) => `${factor} ${nameOf(cell)}`);
      return `${kind}: ${sum.join(" + ")}`;
    }),
  ];
  const path = join(import.meta.dirname, "golden", `${name}.txt`);
  context.assert.fileSnapshot(`${lines.join("\n")}\n`, path, { serializers: [String] });
}
