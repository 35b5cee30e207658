import assert from "node:assert/strict";
import { test } from "node:test";
import { englishOfNation as words } from "./english-nation.ts";
import type { NationBase } from "./told-nation.ts";

const cases: NationBase = {
  noun: "case",
  isClosed: false,
  kind: "answered",
  subgroup: null,
  place: null,
};
const men: NationBase = { ...cases, isClosed: true, subgroup: "cases concerning men" };
const both = (part: number, whole: number) => ({ part, whole });
const all = both(612, 3058);
const label = "Severe violence";

test("a share of all, and of a subgroup beside all", () => {
  const told = [
    words.share({ label, base: cases, own: all, all: null }),
    words.share({ label, base: men, own: both(50, 185), all }),
    words.share({ label, base: men, own: both(3, 24), all }),
  ];
  assert.deepEqual(
    told.map(({ message }) => message),
    [
      "Severe violence: 20 per cent of the cases answered",
      "Severe violence: 27 per cent of closed cases concerning men, against 20 per cent of all",
      "Severe violence: 3 of 24 closed cases concerning men",
    ],
  );
  assert.deepEqual(
    told.map(({ sentence }) => sentence),
    [
      "Severe violence: 20 per cent, 612 of 3,058 cases where the question is answered.",
      "Severe violence: 27 per cent of closed cases concerning men (50 of 185 answered), against 20 per cent of all closed cases (612 of 3,058 answered).",
      "Severe violence: 3 of 24 closed cases concerning men (answered), against 20 per cent of all closed cases (612 of 3,058 answered).",
    ],
  );
});

test("a mean, and where a subgroup differs most", () => {
  const mean = words.mean({ label, base: men, own: both(420, 170), all: both(6264, 2610) });
  assert.equal(
    mean.sentence,
    "Severe violence: on average 2.5 in closed cases concerning men (170 answered), against 2.4 in all closed cases (2,610 answered).",
  );
  const told = words.answers({
    label: "Sex",
    base: { ...men, isClosed: false },
    own: both(83, 184),
    all,
    most: ["A"],
    isPartial: false,
    next: null,
    difference: { label: "B", own: both(81, 184), all: both(840, 3000) },
  });
  assert.equal(
    told.message,
    "Sex: “B” in 44 per cent of cases concerning men, against 28 per cent of all",
  );
  assert.match(
    told.sentence,
    /Greatest difference: “B”, 44 per cent \(81\) against 28 per cent \(840\)/,
  );
});

test("the same answer both times, and the one sentence for what is hidden", () => {
  const base = { ...cases, isClosed: true } as const;
  const where = words.where("Goal", ["Wholly", "Partly"]);
  const same = words.same({ before: "Before", after: "After", base, own: both(397, 480), where });
  assert.equal(
    same.sentence,
    "After: same answer as “Before”, 83 per cent, 397 of 480 closed cases with a known answer both times, where the answer to “Goal” is “Wholly” or “Partly”.",
  );
  assert.equal(words.mark, "“..”: The number is not shown, since somebody might be recognised.");
});
