/**
 * What tables say, reviewed as text: read `golden/findings-*.md` aloud. Each comes from cases, the way
 * that a unit's own do. After a change on purpose: `node --test --test-update-snapshots` with this
 * file, and read every sentence.
 */
import { test } from "node:test";
import type { Codebook } from "#codebook";
import { readSafeTable, type SafeTable } from "#disclosure";
import type { IsoDate } from "#kernel";
import type { TableSpecification } from "#tabulation";
import {
  ask,
  codebook,
  goal,
  lessSevere,
  many,
  outcome,
  review,
  severe,
  support,
  unitOf,
  verySevere,
  year,
} from "./testing/review-findings.ts";
import { analysed, type Story } from "./testing/unit-story.ts";

/** The same, as it might have been before 2021: one question in other words, one without its last option. */
const earlier: Codebook = {
  ...codebook,
  id: "earlier",
  version: "0.9.0",
  validFrom: "2018-01-01",
  validUntil: "2021-01-01",
  variables: codebook.variables
    .filter(({ id }) => id !== "V12")
    .map((variable) => {
      const { id, options } = variable;
      const other = options.map((option) => ({ ...option, label: { sv: "Annat", en: "Other" } }));
      if (id === "V10") return { ...variable, options: other };
      return id === "V13" ? { ...variable, options: options.slice(0, 2) } : variable;
    }),
};

test("goal attainment by intervention, with its caution", async (context) => {
  const closed = { closed: "2025-11-01" };
  const stories = [
    ...many(21, { ...closed, answers: { V16: 1, V22: 1 }, ...support(1) }),
    ...many(9, { ...closed, answers: { V16: 1, V22: 3 }, ...support(1, 4) }),
    ...many(8, { ...closed, answers: { V16: 1, V22: 2 }, ...support(4, 7) }),
    ...many(3, { ...closed, answers: { V16: 1 }, ...support(7) }),
  ];
  const specification: TableSpecification = {
    id: "goal by support",
    population: "closed",
    measure: {
      kind: "crossing",
      rows: { kind: "question", variable: "V22" },
      columns: [{ kind: "question", variable: "V17" }],
    },
  };
  review(context, "outcome-by-support", await ask(stories, specification));
});

test("goal attainment among those who got one intervention", async (context) => {
  const stories = [
    ...many(21, { closed: "2025-11-01", answers: { V16: 1, V22: 1 }, ...support(4) }),
    ...many(12, { closed: "2025-11-01", answers: { V16: 1, V22: 3 }, ...support(4) }),
    ...many(12, { closed: "2025-11-01", answers: { V16: 1, V22: 1 }, ...support(1) }),
  ];
  const within = { someItem: "intervention", where: { field: "type", in: [4] } };
  review(context, "outcome-within-support", await ask(stories, { ...goal, within }));
});

const byReport = (variable: string): TableSpecification => ({
  id: `V10 by ${variable}`,
  population: "started",
  measure: {
    kind: "crossing",
    rows: { kind: "question", variable: "V10" },
    columns: [{ kind: "question", variable }],
  },
});

test("groups of which one differs from the others", async (context) => {
  const stories = [
    ...many(30, { answers: { V13: 2, V10: 3 } }),
    ...many(12, { answers: { V13: 2, V10: 2 } }),
    ...many(10, { answers: { V13: 1, V10: 3 } }),
    ...many(60, { answers: { V13: 1, V10: 1 } }),
    ...many(2, { answers: { V13: 3, V10: 3 } }),
    ...many(6, { answers: { V13: 3, V10: 2 } }),
    ...many(40, { answers: { V10: 2 } }),
  ];
  review(context, "groups-differ", await ask(stories, byReport("V13")));
});

test("groups that do not differ", async (context) => {
  const stories = [
    ...many(6, { answers: { V11: 2, V10: 3 } }),
    ...many(14, { answers: { V11: 2, V10: 2 } }),
    ...many(20, { answers: { V11: 1, V10: 3 } }),
    ...many(40, { answers: { V11: 1, V10: 1 } }),
    ...many(5, { answers: { V11: 3, V10: 1 } }),
  ];
  review(context, "groups-alike", await ask(stories, byReport("V11")));
});

const byQuarter = (variable: string): TableSpecification => ({
  id: `${variable} by quarter`,
  population: "started",
  measure: {
    kind: "crossing",
    rows: { kind: "question", variable },
    columns: [{ kind: "time", of: "start", step: "quarter" }],
  },
});

/** So many of the cases of each quarter, from the first of 2023. */
function quarterly(
  counts: readonly (readonly [severe: number, other: number])[],
): readonly Story[] {
  return counts.flatMap(([severe, other], index) => {
    const month = String((index % 4) * 3 + 2).padStart(2, "0");
    const started = `${2023 + Math.floor(index / 4)}-${month}-10`;
    return [
      ...many(severe, { started, answers: { V10: 3 } }),
      ...many(other, { started, answers: { V10: 2 } }),
    ];
  });
}

const series: readonly (readonly [
  name: string,
  counts: readonly (readonly [severe: number, other: number])[],
])[] = [
  [
    "series-steady",
    [
      [3, 12],
      [4, 9],
      [2, 12],
      [3, 14],
      [5, 10],
      [3, 11],
      [2, 6],
      [4, 13],
      [3, 10],
    ],
  ],
  [
    "series-apart",
    [
      [2, 22],
      [3, 20],
      [2, 25],
      [3, 22],
      [4, 20],
      [2, 24],
      [3, 21],
      [16, 8],
      [3, 22],
    ],
  ],
  [
    "series-shift",
    [
      [9, 21],
      [8, 20],
      [9, 22],
      [8, 21],
      [4, 30],
      [4, 28],
      [3, 29],
      [4, 31],
      [4, 29],
      [3, 28],
      [4, 30],
      [3, 29],
    ],
  ],
  [
    "series-short",
    [
      [2, 9],
      [3, 8],
      [1, 4],
      [4, 9],
      [3, 10],
    ],
  ],
];

for (const [name, counts] of series) {
  test(name, async (context) =>
    review(context, name, await ask(quarterly(counts), byQuarter("V10"))),
  );
}

const broken: readonly (readonly [name: string, variable: string])[] = [
  ["series-incomparable", "V10"],
  ["series-recoded", "V13"],
  ["series-not-asked-before", "V12"],
];

for (const [name, variable] of broken) {
  test(`a series with a break: ${name}`, async (context) => {
    const stories = Array.from({ length: 180 }, (_, index): Story => {
      const quarter = index % 18;
      const month = String((quarter % 4) * 3 + 2).padStart(2, "0");
      const answer = (Math.floor(index / 18) % 3) + 1;
      return {
        started: `${2019 + Math.floor(quarter / 4)}-${month}-10`,
        codebook: quarter < 8 ? earlier.id : codebook.id,
        answers: {
          V04: 2,
          V10: answer,
          V12: Math.min(answer, 2),
          V13: quarter < 8 ? Math.min(answer, 2) : answer,
        },
      };
    });
    const unit = { codebook, versions: [earlier], stories };
    review(context, name, await ask(unit, byQuarter(variable)));
  });
}

test("open cases, and how long they have been open", async (context) => {
  const stories = [
    ...many(9, { started: "2025-11-05" }),
    ...many(8, { started: "2025-05-05" }),
    ...many(6, { started: "2024-11-05" }),
    ...many(4, { started: "2023-05-05" }),
    ...many(5, { started: "2025-02-05", closed: "2025-09-01" }),
  ];
  const durations: TableSpecification = {
    id: "open for",
    population: "open",
    measure: {
      kind: "crossing",
      rows: { kind: "duration", asAt: "2025-12-31" as IsoDate, from: [0, 1, 2, 4, 8] },
      columns: [],
    },
  };
  review(context, "open-cases", await ask(stories, durations));
});

test("how many cases there are", async (context) => {
  const cases: TableSpecification = {
    id: "cases",
    population: "closed",
    period: year(2025),
    measure: { kind: "cases" },
  };
  const stories = [...many(12, outcome(1, 1)), ...many(9, severe)];
  review(context, "cases", await ask(stories, cases));
});

function nation(numerator: number | null, denominator: number | null): SafeTable {
  const { measure } = verySevere;
  if (measure.kind !== "share") throw new Error("it is a share");
  const shown = (more: number) => (denominator === null ? null : denominator + more);
  const base = { eligible: shown(30), asked: shown(20), answered: denominator, valid: denominator };
  const read = readSafeTable(
    { kind: "nation", round: "2022-2023" },
    { id: verySevere.id, population: "started", measure },
    { by: null, counts: { kind: "share", base, numerator, denominator } },
  );
  if (read.kind === "refused") throw new Error("it may not be published as it stands");
  return read.value;
}

const positions: readonly (readonly [name: string, own: number, all: SafeTable])[] = [
  ["position-within", 11, nation(612, 3058)],
  ["position-outside", 22, nation(612, 3058)],
  ["position-hidden", 11, nation(null, null)],
];

for (const [name, own, all] of positions) {
  test(name, async (context) => {
    const stories = [...many(own, severe), ...many(45 - own, lessSevere)];
    const [table] = await analysed(unitOf(stories), [verySevere]);
    if (!table) throw new Error("nothing was counted");
    review(context, name, [{ kind: "position", own: table, all }]);
  });
}
