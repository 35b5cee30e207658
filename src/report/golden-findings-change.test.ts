/**
 * What tables say, reviewed as text: read `golden/findings-*.md` aloud. Each comes from cases, the way
 * that a unit's own do. After a change on purpose: `node --test --test-update-snapshots` with this
 * file, and read every sentence.
 */
import { test } from "node:test";
import type { TableSpecification } from "#tabulation";
import type { Asked } from "./index.ts";
import { goal, many, review, severity, unitOf, verySevere } from "./testing/review-findings.ts";
import { analysed, type Story } from "./testing/unit-story.ts";

/** Assessed before and after, by a method each time. */
function rated(
  before: readonly [method: number, level: number],
  after: readonly [method: number, level: number] | null,
  more: Story & { readonly estimates?: readonly [number, number] } = {},
): Story {
  const { estimates = [1, 2], ...story } = more;
  const row = (
    phase: "before" | "after",
    [method, level]: readonly [number, number],
    date: string,
    ownEstimate: number,
  ) => ({ group: "riskAssessment", phase, answers: { method, level, date, ownEstimate } });
  return {
    closed: "2025-11-01",
    ...story,
    rows: [
      row("before", before, "2025-02-03", estimates[0]),
      ...(after ? [row("after", after, "2025-10-20", estimates[1])] : []),
    ],
  };
}

const change: TableSpecification = {
  id: "change of riskAssessment.level",
  population: "closed",
  measure: { kind: "change", group: "riskAssessment", field: "level" },
};
const client = (["much-better", "little-better", "unchanged", "worse", "dont-know"] as const).map(
  (name, index): TableSpecification => ({
    id: `client-${name}`,
    population: "started",
    measure: { kind: "share", variable: "V26", codes: [index + 1], base: "answered" },
  }),
);

async function changed(
  stories: readonly Story[],
  voices: "all" | "no-client" | "alone" = "all",
): Promise<readonly Asked[]> {
  const tables = await analysed(unitOf(stories), [change, goal, ...client]);
  const [ofChange, ofGoal, ...ofClient] = tables;
  if (!ofChange || !ofGoal) throw new Error("nothing was counted");
  return [
    {
      kind: "change",
      change: ofChange,
      goal: voices === "alone" ? [] : [ofGoal],
      client: voices === "all" ? ofClient : [],
    },
  ];
}

const done = { answers: { V22: 1 }, client: { V26: 1 } } as const;
const partly = { answers: { V22: 2 }, client: { V26: 2 } } as const;
const notAtAll = { answers: { V22: 3 } } as const;

test("change of many pairs, with the goal and the client beside", async (context) => {
  const stories = [
    ...many(14, rated([2, 3], [2, 2], done)),
    ...many(3, rated([3, 4], [3, 2], partly)),
    ...many(16, rated([2, 2], [2, 2], partly)),
    ...many(2, rated([2, 1], [2, 2], notAtAll)),
    ...many(5, rated([2, 1], [2, 1], notAtAll)),
    ...many(6, rated([2, 3], null, notAtAll)),
  ];
  review(context, "change-40", await changed(stories));
});

test("change of few pairs", async (context) => {
  const stories = [
    ...many(3, rated([2, 3], [2, 2], done)),
    ...many(3, rated([2, 2], [2, 2], partly)),
    ...many(1, rated([2, 2], [2, 3], notAtAll)),
    ...many(2, rated([2, 2], null)),
  ];
  review(context, "change-7", await changed(stories));
});

test("change where nobody was measured twice", async (context) => {
  const stories = [...many(12, rated([2, 3], null, done)), ...many(3, { closed: "2025-11-01" })];
  review(context, "change-0", await changed(stories));
});

test("change where the method cannot show it", async (context) => {
  const stories = [
    ...many(8, rated([1, 3], [6, 2], done)),
    ...many(5, rated([2, 3], null, partly)),
  ];
  review(context, "change-other-method", await changed(stories, "no-client"));
});

test("change where every row is copied forward", async (context) => {
  const again = { ...partly, estimates: [2, 2] } as const;
  const stories = many(30, rated([2, 3], [2, 3], again));
  review(context, "change-copied-forward", await changed(stories));
});

test("change where some rows are copied forward, and all else improves", async (context) => {
  const stories = [
    ...many(18, rated([2, 4], [2, 2], done)),
    ...many(6, rated([2, 2], [2, 2], { ...partly, estimates: [2, 2] })),
  ];
  review(context, "change-24", await changed(stories));
});

test("change where those who can be compared differ from the others", async (context) => {
  const stories = [
    ...many(20, rated([2, 4], [2, 3], done)),
    ...many(14, rated([2, 3], [2, 3], partly)),
    ...many(6, rated([2, 1], [2, 1], partly)),
    ...many(25, rated([2, 1], null, notAtAll)),
  ];
  review(context, "change-completers", await changed(stories));
});

test("change told alone: the two beside it are said to be missing", async (context) => {
  const stories = many(31, rated([2, 2], [2, 1], done));
  review(context, "change-alone", await changed(stories, "alone"));
});

test("the most important of several tables", async (context) => {
  const stories = [
    ...many(14, rated([2, 3], [2, 2], { ...done, answers: { V22: 1, V10: 3 } })),
    ...many(20, rated([2, 2], [2, 2], { ...partly, answers: { V22: 2, V10: 2 } })),
  ];
  const tables = await analysed(unitOf(stories), [verySevere, severity, goal]);
  const asked = tables.map((table) => ({ kind: "table", table }) as const);
  review(context, "several-tables", asked);
  review(context, "several-with-change", [...asked, ...(await changed(stories))]);
});
