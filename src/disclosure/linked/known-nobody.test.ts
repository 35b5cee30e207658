import assert from "node:assert/strict";
import { test } from "node:test";
import { knownNobody } from "./known-nobody.ts";
import type { LinkedCell, Relation } from "./linked-cells.ts";

/** The ends of the ids of what everybody knows to be nobody. */
function nobody(
  counts: { readonly [id: string]: number },
  told: readonly string[],
  ...relations: readonly (readonly (readonly [string, number])[])[]
): readonly string[] {
  const ids = Object.keys(counts);
  const cells = ids.map((id): LinkedCell => {
    const [region = "", key = ""] = id.split(":");
    return {
      ...{ id: `${region}:${key}`, region, table: "t", population: "started", among: "" },
      ...{ subject: { kind: "cases" }, guard: "few", worth: 1 },
      role: told.includes(id) ? "told" : "never",
    };
  });
  const set = {
    regions: [],
    cells,
    relations: relations.map((terms): Relation => {
      return {
        kind: "options",
        terms: terms.map(([id, factor]) => ({ cell: ids.indexOf(id), factor })),
      };
    }),
  };
  return [...knownNobody({ set, counts: Int32Array.from(ids, (id) => counts[id] ?? 0) })];
}

test("nobody is known where it is told, and not where it is merely so", () => {
  assert.deepEqual(nobody({ "n:a": 0, "n:b": 0, "n:c": 7 }, ["n:a", "n:c"]), [":a"]);
});

test("nobody is known where it is what told numbers leave, also by way of others", () => {
  const counts = { "n:all": 9, "n:a": 9, "n:rest": 0, "n:more": 0, "n:some": 4, "n:b": 5 };
  const relations = [
    [
      ["n:rest", 1],
      ["n:more", -1],
    ],
    [
      ["n:all", 1],
      ["n:a", -1],
      ["n:rest", -1],
    ],
    [
      ["n:all", 1],
      ["n:some", -1],
      ["n:b", -1],
    ],
  ] as const;
  assert.deepEqual(nobody(counts, ["n:all", "n:a"], ...relations), [":rest", ":more"]);
});

test("every part of nobody is nobody; where something is taken away it may be more", () => {
  const counts = { "n:all": 0, "n:a": 0, "n:b": 0, "n:c": 0 };
  const sum = [
    ["n:all", 1],
    ["n:a", -1],
    ["n:b", -1],
    ["n:c", -1],
  ] as const;
  assert.deepEqual(nobody(counts, ["n:all"], sum), [":all", ":a", ":b", ":c"]);
  const mixed = [
    ["n:all", 1],
    ["n:a", -1],
    ["n:b", -1],
    ["n:c", 1],
  ] as const;
  assert.deepEqual(nobody(counts, ["n:all"], mixed), [":all"]);
  const open = { ...counts, "n:all": 3, "n:c": 3 };
  assert.deepEqual(nobody(open, ["n:all"], sum), []);
});
