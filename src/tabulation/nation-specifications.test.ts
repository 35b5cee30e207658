import assert from "node:assert/strict";
import { test } from "node:test";
import { type Codebook, effectiveCodebook } from "#codebook";
import { nationSpecifications } from "./nation-specifications.ts";
import { askedTwiceTable } from "./same-as-before.ts";

function libraryCodebook(id: string): Codebook {
  const codebook = effectiveCodebook(id);
  if (!codebook) throw new Error(`the library has no ${id}`);
  return codebook;
}

const codebook = libraryCodebook("su-kvinnofrid-2021");
const specifications = nationSpecifications(codebook);
const byId = new Map(specifications.map((each) => [each.id, each]));

test("every indicator and every variable is counted, each once", () => {
  assert.equal(byId.size, specifications.length);
  for (const { id } of [...codebook.indicators, ...codebook.variables]) assert.ok(byId.has(id), id);
});

test("what is asked at the end, or of the client, is counted among closed cases", () => {
  const closed = codebook.variables
    .filter(({ id }) => byId.get(id)?.population === "closed")
    .map(({ id }) => id);
  assert.deepEqual(closed, ["V21", "V22", "V23", "V24", "V25", "V26", "V27", "V28", "V29"]);
});

test("a subgroup is told by what its chapter names, among its own cases", () => {
  assert.deepEqual(byId.get("men:interventions-per-case"), {
    id: "men:interventions-per-case",
    population: "started",
    within: {
      all: [
        { answer: "V16", in: [1] },
        { answer: "V01", in: [2] },
      ],
    },
    subgroup: "men",
    measure: { kind: "mean-distinct", variable: "V17", base: "answered" },
  });
  assert.deepEqual(byId.get("honour-related:cases closed"), {
    id: "honour-related:cases closed",
    population: "closed",
    within: { answer: "V11", in: [2] },
    subgroup: "honour-related",
    measure: { kind: "cases" },
  });
  assert.ok(byId.has("men:V07") && !byId.has("men:V03"));
});

test("a group that no chapter is about is told inside a unit alone, and moves nothing in the nation", () => {
  const told = new Set(codebook.chapters.flatMap(({ subgroup }) => subgroup ?? []));
  const inUnits = codebook.subgroups.filter(({ id }) => !told.has(id)).map(({ id }) => id);
  assert.deepEqual(inUnits, ["aged-65", "with-children", "has-left"]);
  const subgroups = codebook.subgroups.filter(({ id }) => told.has(id));
  assert.deepEqual(nationSpecifications({ ...codebook, subgroups }), specifications);
});

test("what was rated before the support is crossed with what was rated after it", () => {
  const crossed = specifications.filter(({ measure }) => measure.kind === "crossing");
  assert.deepEqual(crossed, [
    {
      id: "V24 by V15",
      population: "closed",
      measure: {
        kind: "crossing",
        rows: { kind: "question", variable: "V24" },
        columns: [{ kind: "question", variable: "V15" }],
      },
    },
  ]);
});

test("who answered both times, and who the same, is told of all, of goals attained and of clients who say it is better", () => {
  const twice = specifications.filter(({ id }) => askedTwiceTable(id));
  assert.deepEqual(
    twice.map(({ id }) => id),
    ["", " among V22=1,2", " among V26=1,2"].flatMap((among) => [
      `V24 with V15${among}`,
      `V24 as V15${among}`,
    ]),
  );
  const both = { answer: "V15", in: [1, 2, 3, 4] };
  const same = {
    any: [1, 2, 3, 4].map((code) => ({
      all: [
        { answer: "V15", in: [code] },
        { answer: "V24", in: [code] },
      ],
    })),
  };
  assert.deepEqual(
    twice.map(({ within }) => within),
    [
      both,
      { all: [both, same] },
      { all: [{ answer: "V22", in: [1, 2] }, both] },
      { all: [{ answer: "V22", in: [1, 2] }, both, same] },
      { all: [{ answer: "V26", in: [1, 2] }, both] },
      { all: [{ answer: "V26", in: [1, 2] }, both, same] },
    ],
  );
  assert.deepEqual(askedTwiceTable("V24 as V15 among V26=1,2"), {
    after: "V24",
    before: "V15",
    isSame: true,
    both: "V24 with V15 among V26=1,2",
    among: { variable: "V26", codes: [1, 2] },
  });
  assert.equal(askedTwiceTable("V24 by V15"), undefined);
});

test("what an overlay adds is never counted in the nation", () => {
  const local = nationSpecifications(libraryCodebook("k9007-ostersund-manner"));
  assert.deepEqual(local, specifications);
});
