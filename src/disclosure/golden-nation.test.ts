/**
 * All that is told of thirty drawn nations, number by number, as it was reviewed. After a change on
 * purpose: `node --test --test-update-snapshots src/disclosure/golden-nation.test.ts`, and read it: a
 * number that is told no more, or one that is, needs its reason.
 */
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { seededRandomness } from "#kernel";
import { protectNation } from "./index.ts";
import { type Draw, drawnNation } from "./testing/drawn-nation.ts";
import { type Course, countedCourses, courses, phasedCodebook } from "./testing/phased-nation.ts";
import { tableInWords } from "./testing/table-in-words.ts";
import { countedBoth, tinyCodebook } from "./testing/tiny-nation.ts";

const draws: readonly Draw[] = [20, 60, 150, 400].flatMap((cases) =>
  [1, 3, 8].flatMap((skew) =>
    [0, 10].map((lacking) => ({ seed: cases + skew + lacking, cases, lacking, missing: 3, skew })),
  ),
);

test("of drawn nations the same numbers are told as were reviewed", async (context) => {
  const told: string[] = [];
  for (const draw of draws) {
    const said = drawnNation(draw).map((each, at) => ({ ...each, of: `900${1 + ((at % 7) % 4)}` }));
    const { tables, own } = await countedBoth(said);
    told.push(`${draw.cases} cases, skew ${draw.skew}, lacking ${draw.lacking}`);
    told.push(...protectNation(tables, tinyCodebook, { own }).map(tableInWords));
  }
  snapshot(context, "drawn", told);
});

test("of nations under way the same numbers are told as were reviewed", async (context) => {
  const told: string[] = [];
  for (let seed = 0; seed < 12; seed++) {
    const { tables, own } = await countedCourses(drawnCourses(seed, 30 + 15 * seed));
    told.push(`${30 + 15 * seed} cases, seed ${seed}`);
    told.push(...protectNation(tables, phasedCodebook, { own }).map(tableInWords));
  }
  snapshot(context, "phased", told);
});

function drawnCourses(seed: number, cases: number): readonly Course[] {
  const { below } = seededRandomness(seed);
  const one = (...codes: readonly (number | undefined)[]) => codes[below(codes.length)];
  return Array.from({ length: cases }, (): Course => {
    const until = courses[Math.min(below(7), 3)] ?? "after";
    const [at, sex] = [courses.indexOf(until), 1 + (below(3) === 0 ? 1 : 0)];
    return {
      of: `900${1 + below(3)}`,
      sex,
      until,
      risk: at < 1 ? undefined : one(1, 1, 1, 2, 2, 3, 98, 99, undefined),
      given: at < 2 ? undefined : one(1, 1, 2, 99, undefined),
      left: at < 2 || sex !== 1 ? undefined : one(1, 2, undefined),
      goal: at < 3 ? undefined : one(1, 1, 2, 3, 99, undefined),
    };
  });
}

function snapshot(context: TestContext, name: string, lines: readonly string[]) {
  const path = join(import.meta.dirname, "golden", `${name}.txt`);
  context.assert.fileSnapshot(`${lines.join("\n")}\n`, path, { serializers: [String] });
}
