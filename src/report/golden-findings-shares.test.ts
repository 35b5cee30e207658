/**
 * What tables say, reviewed as text: read `golden/findings-*.md` aloud. Each comes from cases, the way
 * that a unit's own do. After a change on purpose: `node --test --test-update-snapshots` with this
 * file, and read every sentence.
 */
import { test } from "node:test";
import type { TableSpecification } from "#tabulation";
import {
  ask,
  codebook,
  lessSevere,
  many,
  one,
  outcome,
  review,
  severe,
  severity,
  support,
  unanswered,
  unitOf,
  verySevere,
  year,
} from "./testing/review-findings.ts";
import { alwaysShown, analysed, type Story } from "./testing/unit-story.ts";

const shares: readonly (readonly [name: string, stories: readonly Story[]])[] = [
  ["share-1", many(1, severe)],
  ["share-9", [...many(2, severe), ...many(7, lessSevere)]],
  ["share-10", [...many(3, severe), ...many(7, lessSevere)]],
  ["share-29", [...many(6, severe), ...many(23, lessSevere)]],
  ["share-30", [...many(6, severe), ...many(24, lessSevere), ...many(2, unanswered)]],
  ["share-none-of-30", many(30, lessSevere)],
  ["share-all-of-30", many(30, severe)],
  [
    "share-missing-turns",
    [
      ...many(26, severe),
      ...many(17, lessSevere),
      ...many(2, { answers: { V10: 99 } }),
      ...many(15, { answers: { V10: 98 } }),
    ],
  ],
  ["share-all-missing", many(20, { answers: { V10: 98 } })],
];

test("a share of no case", async (context) => {
  const unit = { codebook, stories: [] };
  review(context, "share-0", one(await alwaysShown(unit, "very-severe-violence")));
});

for (const [name, stories] of shares) {
  test(name, async (context) => review(context, name, await ask(stories, verySevere)));
}

const frequencies: readonly (readonly [name: string, stories: readonly Story[]])[] = [
  ["frequencies-45", severities(9, 24, 8, 4)],
  ["frequencies-7", severities(3, 3, 1, 0)],
  ["frequencies-close", [...severities(4, 14, 12, 1), ...many(6, unanswered)]],
  ["frequencies-all-unknown", severities(0, 0, 0, 12)],
];

function severities(less: number, severe: number, very: number, unknown: number) {
  return [less, severe, very, unknown].flatMap((count, index) =>
    many(count, { answers: { V10: index === 3 ? 99 : index + 1 } }),
  );
}

for (const [name, stories] of frequencies) {
  test(name, async (context) => review(context, name, await ask(stories, severity)));
}

test("all in one category", async (context) => {
  const sex = {
    id: "V01",
    population: "started",
    measure: { kind: "frequencies", variable: "V01" },
  };
  const asked = await ask(many(45, { answers: { V01: 1 } }), sex as TableSpecification);
  review(context, "frequencies-one-category", asked);
});

test("several choices", async (context) => {
  const stories = [
    ...many(9, { answers: { V09: [1, 2, 6] } }),
    ...many(8, { answers: { V09: [1, 4] } }),
    ...many(5, { answers: { V09: [2] } }),
    ...many(2, { answers: { V09: 99 } }),
  ];
  review(
    context,
    "several-choices",
    await ask(stories, {
      id: "V09",
      population: "started",
      measure: { kind: "frequencies", variable: "V09" },
    }),
  );
});

test("rows of a repeat group", async (context) => {
  const stories = [
    ...many(12, { answers: { V16: 1 }, ...support(1, 2) }),
    ...many(9, { answers: { V16: 1 }, ...support(1, 3, 4) }),
  ];
  review(
    context,
    "rows",
    await ask(stories, {
      id: "interventions",
      population: "started",
      measure: { kind: "frequencies", variable: "type", group: "intervention" },
    }),
  );
});

const kinds: TableSpecification = {
  id: "interventions-per-case",
  population: "started",
  measure: { kind: "mean-distinct", variable: "V17", base: "answered" },
};

test("a mean", async (context) => {
  const stories = [
    ...many(20, { answers: { V16: 1 }, ...support(1, 2) }),
    ...many(14, { answers: { V16: 1 }, ...support(1, 3, 4, 5) }),
    ...many(6, { answers: { V16: 1 }, ...support(2) }),
    ...many(5, { answers: { V16: 2 } }),
  ];
  review(context, "mean-40", await ask(stories, kinds));
});

test("a mean of too few", async (context) => {
  const stories = many(7, { answers: { V16: 1 }, ...support(1, 2) });
  review(context, "mean-7", await ask(stories, kinds));
});

const nested: TableSpecification = {
  id: "goal-then-change",
  population: "closed",
  measure: {
    kind: "nested",
    steps: [
      { variable: "V22", codes: [1, 2], base: "answered" },
      { variable: "V23", codes: [1], base: "valid" },
    ],
  },
};

test("nested shares, each with its own base", async (context) => {
  const stories = [
    ...many(22, outcome(1, 1)),
    ...many(4, outcome(2, 2)),
    ...many(1, outcome(2, 3)),
    ...many(1, outcome(2, 99)),
    ...many(2, outcome(3, 2)),
  ];
  review(context, "nested-30", await ask(stories, nested));
});

test("nested shares of few", async (context) => {
  const stories = [...many(5, outcome(1, 1)), ...many(1, outcome(2, 2)), ...many(2, outcome(3, 2))];
  review(context, "nested-8", await ask(stories, nested));
});

const men = { subgroup: "men", within: { answer: "V01", in: [2] } } as const;

function ofMen(size: number): readonly Story[] {
  return [
    ...many(40, { answers: { V01: 2, V10: 3 } }),
    ...many(size - 40, { answers: { V01: 2, V10: 2 } }),
    ...many(30, { answers: { V01: 1, V10: 3 } }),
    ...many(120, { answers: { V01: 1, V10: 1 } }),
  ];
}

for (const size of [9, 99, 100]) {
  test(`a subgroup of ${size}`, async (context) => {
    const stories =
      size < 40
        ? [...many(2, { answers: { V01: 2, V10: 3 } }), ...many(7, { answers: { V01: 2, V10: 1 } })]
        : ofMen(size);
    review(context, `subgroup-${size}`, await ask(stories, { ...verySevere, ...men }));
  });
}

async function compared(stories: readonly Story[], specifications: readonly TableSpecification[]) {
  const [first, second] = await analysed(unitOf(stories), specifications);
  if (!first || !second) throw new Error("two tables are compared");
  return [{ kind: "difference", one: first, other: second }] as const;
}

test("a subgroup that differs from the others", async (context) => {
  const asked = await compared(ofMen(99), [{ ...verySevere, ...men }, verySevere]);
  review(context, "difference-subgroup", asked);
});

const years: readonly (readonly [name: string, now: number, then: number, size: number])[] = [
  ["difference-periods", 32, 14, 60],
  ["difference-none", 18, 14, 40],
  ["difference-small", 6, 1, 12],
  ["difference-few", 3, 4, 8],
];

for (const [name, now, then, size] of years) {
  test(name, async (context) => {
    const stories = [
      ...many(now, { ...severe, started: "2025-05-01" }),
      ...many(size - now, { ...lessSevere, started: "2025-08-01" }),
      ...many(then, { ...severe, started: "2024-05-01" }),
      ...many(size - then, { ...lessSevere, started: "2024-08-01" }),
      ...many(2, { started: "2024-09-01" }),
    ];
    const asked = await compared(stories, [
      { ...verySevere, period: year(2025) },
      { ...verySevere, period: year(2024) },
    ]);
    review(context, name, asked);
  });
}

test("what few clients say", async (context) => {
  const stories = [
    ...many(7, { client: { V26: 1 } }),
    ...many(4, { client: { V26: 2 } }),
    ...many(1, { client: { V26: 5 } }),
    ...many(28, { closed: "2025-11-01" }),
  ];
  const asked = await ask(stories, {
    id: "V26",
    population: "started",
    measure: { kind: "frequencies", variable: "V26" },
  });
  review(context, "client-10", asked);
});
