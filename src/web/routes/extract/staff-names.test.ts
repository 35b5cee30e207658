import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseExtract } from "#server";
import { withoutStaffNames } from "./staff-names.ts";

const at = "2026-03-12T13:02:00.000Z";

/** What is written of people, and nothing else of an extract. */
function extractOf(): CaseExtract {
  return {
    madeBy: "Karin Ek",
    staff: ["anna"],
    case: {
      assignee: "Anna Tallvik",
      sharedWith: { unit: { id: "u", name: "Fyren" }, assignee: "Nadja Kvist" },
      readers: ["Anna Tallvik", "Karin Ek"],
      voided: { by: "Karin Ek", at, reason: "Dubbel" },
    },
    history: {
      revisions: [{ revision: 1, at, by: "Anna Tallvik", reason: null, changes: [] }],
      names: { anna: "Anna Tallvik", u: "Fyren" },
    },
    lookers: {
      lookers: [
        {
          by: "Nadja Kvist",
          firstAt: at,
          lastAt: at,
          ground: "own",
          reasons: [],
          isRefused: false,
        },
      ],
      isMore: false,
    },
  } as unknown as CaseExtract;
}

test("without names the same person has the same number all through, and units keep theirs", () => {
  const told = withoutStaffNames(extractOf());
  const text = JSON.stringify(told);
  for (const name of ["Anna", "Karin", "Nadja"]) assert.ok(!text.includes(name), name);
  assert.equal(told.case.assignee, told.history.revisions[0]?.by);
  assert.equal(told.history.names.anna, told.case.assignee);
  assert.equal(told.case.voided?.by, told.madeBy);
  assert.equal(told.lookers.lookers[0]?.by, told.case.sharedWith?.assignee);
  assert.notEqual(told.madeBy, told.case.assignee);
  assert.equal(told.history.names.u, "Fyren");
});
