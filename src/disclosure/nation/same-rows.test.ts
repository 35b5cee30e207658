import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Answers,
  Codebook,
  type Condition,
  type Item,
  type Option,
  type Variable,
} from "#codebook";
import { municipalityCode, type Quarter } from "#kernel";
import { openExtractIntake, type TableSpecification, tabulate } from "#tabulation";
import { protectNation } from "../index.ts";
import { nation } from "../testing/tiny-nation.ts";
import { byName, chainOf, rowsOf } from "../testing/told-tables.ts";
import { otherCells } from "./cells.ts";
import { sameRowsOf } from "./same-rows.ts";

const text = (sv: string) => ({ sv, en: sv });
const provenance = { status: "reconstructed" } as const;
const options = (codes: readonly number[], alone: readonly number[] = []): readonly Option[] =>
  codes.map((code) => ({ code, label: text(`${code}`), exclusive: alone.includes(code) }));
const missing = [98, 99].map((code) => ({ code, label: text(`${code}`) }));
const asked = {
  privacy: "sensitive",
  exportLevel: "national",
  label: text("q"),
  provenance,
} as const;

/** Assessed by method 1 or 2, with a level; or 3, not assessed. */
const codebook = Codebook.parse({
  id: "views",
  version: "1.0.0",
  label: text("Vyer"),
  definition: text("Vyer"),
  validFrom: "2026-01-01",
  provenance,
  phases: [],
  variables: [
    {
      ...asked,
      id: "methods",
      concept: "methods",
      phase: "before",
      type: "multiple",
      options: options([1, 2, 3], [3]),
      view: { group: "assessment", field: "method", phases: ["before"], take: "set" },
    },
    {
      ...asked,
      id: "level",
      concept: "level",
      phase: "before",
      type: "single",
      options: options([1, 2]),
      missing,
      view: {
        group: "assessment",
        field: "level",
        phases: ["before"],
        take: "first",
        notAskedAs: 98,
      },
    },
  ],
  groups: [
    {
      id: "assessment",
      label: text("a"),
      addLabel: text("a"),
      phases: ["before"],
      fields: [
        { ...asked, id: "method", concept: "method", type: "single", options: options([1, 2, 3]) },
        {
          ...asked,
          id: "level",
          concept: "levelOf",
          type: "single",
          options: options([1, 2]),
          missing,
          condition: { not: { field: "method", in: [3] } },
        },
      ],
    },
  ],
});

const specifications = ["methods", "level"].map(
  (variable): TableSpecification => ({
    id: variable,
    population: "started",
    measure: { kind: "frequencies", variable },
  }),
);

type Assessed = { readonly times: number; readonly method?: number; readonly level?: number };

async function toldOf(...assessed: readonly Assessed[]) {
  const intake = await openExtractIntake({ codebook, scope: nation, specifications, threads: 1 });
  for (const each of assessed) {
    for (let time = 0; time < each.times; time++) {
      intake.add({
        municipality: municipalityCode("9001"),
        county: "90",
        isStarted: true,
        isClosed: false,
        startedIn: "2022Q1" as Quarter,
        closedIn: null,
        begun: new Set(["background", "before"]),
        sheet: { answers: {}, items: rowsFor(each) },
        startedOn: undefined,
        bands: {},
      });
    }
  }
  const extract = await intake.finish();
  try {
    return byName(protectNation(await tabulate(extract, specifications), codebook));
  } finally {
    extract.close();
  }
}

function rowsFor({ method, level }: Assessed): readonly Item[] {
  if (method === undefined) return [];
  const answers: Answers = {
    method: { kind: "codes", codes: [method] },
    ...(level === undefined
      ? {}
      : {
          level: level === 98 ? { kind: "missing", code: 98 } : { kind: "codes", codes: [level] },
        }),
  };
  return [{ id: "row" as Item["id"], group: "assessment", phase: "before", answers }];
}

const many = [
  { times: 40, method: 1, level: 1 },
  { times: 30, method: 2, level: 2 },
  { times: 20, method: 3 },
  { times: 12 },
];

test("rows that the other view rules out, and no rows, are known to both and stand", async () => {
  const told = await toldOf(...many);
  assert.equal(rowsOf(told("methods")), "1=40 2=30 3=20");
  assert.equal(rowsOf(told("level")), "1=40 2=30 98=20 99=0");
  assert.deepEqual(chainOf(told("level")), [102, 102, 70, 70]);
});

test("a few who were assessed without a level are not what the one view leaves of the other", async () => {
  const told = await toldOf(...many, { times: 3, method: 1, level: 98 });
  assert.equal(rowsOf(told("methods")), "1=43 2=30 3=20");
  // 23 without a level, less the 20 who were not assessed.
  assert.equal(rowsOf(told("level")), "1=40 2=.. 98=.. 99=0");
  assert.equal(chainOf(told("level"))[2], null);
});

test("five of them may be told", async () => {
  const told = await toldOf(...many, { times: 5, method: 1, level: 98 });
  assert.equal(rowsOf(told("level")), "1=40 2=30 98=25 99=0");
});

test("a few rows without a level are not what no rows leave of the unanswered", async () => {
  const told = await toldOf(...many, { times: 2, method: 2 });
  assert.equal(chainOf(told("level"))[2], null);
});

type View = NonNullable<Variable["view"]>;

/** The cells of the level that the methods tell a part of, when these are not as they are. */
function sharedCells({
  condition,
  methods = {},
  level = {},
}: {
  readonly condition?: Condition | undefined;
  readonly methods?: Partial<View>;
  readonly level?: Partial<View>;
}): readonly number[] {
  const [first, second] = codebook.variables;
  const [group] = codebook.groups;
  assert.ok(first?.view && second?.view && group);
  const own = { ...second, view: { ...second.view, ...level } };
  const fields = group.fields.map((field) =>
    field.id === "level" ? { ...field, condition } : field,
  );
  const changed = {
    ...codebook,
    variables: [{ ...first, view: { ...first.view, ...methods } }, own],
    groups: [{ ...group, fields }],
  } as Codebook;
  return sameRowsOf(own as Variable, changed).map(({ cell }) => cell);
}

const unlessNone: Condition = { not: { field: "method", in: [3] } };

test("cases without rows are known to both, and those whose rows are not asked of the other", () => {
  const none = otherCells.notAnswered;
  assert.deepEqual(sharedCells({ condition: unlessNone }), [none, 98]);
  assert.deepEqual(sharedCells({ condition: unlessNone, level: { notAskedAs: 99 } }), [none, 99]);
  const unsaid = { notAskedAs: undefined } as unknown as Partial<View>;
  assert.deepEqual(sharedCells({ condition: unlessNone, level: unsaid }), [none, 97]);
  assert.deepEqual(sharedCells({}), [none]);
});

test("which rows are not asked is known only of what stands alone, and of the field that is told", () => {
  const none = [otherCells.notAnswered];
  for (const condition of [
    { field: "method", in: [1, 2] },
    { not: { field: "other", in: [3] } },
    { not: { answer: "methods", in: [3] } },
    { not: { field: "method", in: [2, 3] } },
  ] as readonly Condition[]) {
    assert.deepEqual(sharedCells({ condition }), none, JSON.stringify(condition));
  }
  assert.deepEqual(sharedCells({ condition: unlessNone, methods: { take: "first" } }), none);
});

test("views of other rows, and of the same field, tell nothing of each other", () => {
  assert.deepEqual(sharedCells({ condition: unlessNone, methods: { group: "other" } }), []);
  assert.deepEqual(sharedCells({ condition: unlessNone, methods: { phases: ["after"] } }), []);
  assert.deepEqual(sharedCells({ condition: unlessNone, methods: { field: "level" } }), []);
  const [first] = codebook.variables;
  assert.ok(first);
  assert.deepEqual(sameRowsOf(first, codebook), [], "only of what comes before");
});
