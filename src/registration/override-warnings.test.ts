import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isoDate, problemSentence } from "#kernel";
import type { CaseRecord, Override } from "./case-record.ts";
import { decideCompletePhase, decideReopenCase, decideReopenPhase } from "./complete-phase.ts";
import { keptOverrides } from "./override-warnings.ts";
import {
  after,
  anna,
  answered,
  by,
  codes,
  completed,
  fullyAnswered,
  refusals,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

const check = "goal-and-harm";
const reason = "Våldet upphörde först efter sista mötet";

/** The goal was attained, and the violence was of the third kind: odd, and possible. */
function odd(): CaseRecord {
  return answered(fullyAnswered(), { violence: codes(1, 3) });
}

function closing(record: CaseRecord, overrides: readonly Override[] = []) {
  const command = { phase: "after", closedOn: isoDate("2026-05-20"), overrides } as const;
  return decideCompletePhase(record, smallCodebook, command, by());
}

function completionsOf(decision: ReturnType<typeof closing>) {
  assert.ok(decision.kind === "done");
  return decision.value.changes.flatMap((change) =>
    change.kind === "phase-completed" ? [[change.phase, change.overrides]] : [],
  );
}

describe("A warning", () => {
  test("is asked about in the codebook's own words, at its check", () => {
    const decision = closing(odd());
    assert.deepEqual(refusals(decision), [`warning-unanswered ${check}`]);
    assert.ok(decision.kind === "refused");
    const [found] = decision.problems;
    assert.match(found ? problemSentence(found) : "", /Stämmer det\?$/);
  });

  test("gives way to a reason, which is kept with the completion of its phase", () => {
    const decision = closing(odd(), [{ check, reason: `  ${reason} ` }]);
    assert.deepEqual(completionsOf(decision), [
      ["background", undefined],
      ["before", undefined],
      ["during", undefined],
      ["after", [{ check, reason }]],
    ]);
    const record = after(odd(), decision);
    assert.deepEqual(record.completed.after?.overrides, [{ check, reason }]);
    assert.deepEqual(keptOverrides(record), [{ check, reason }]);
  });

  test("does not hide what else is missing: everything is told at once", () => {
    const record = answered(odd(), { sex: null });
    assert.deepEqual(refusals(closing(record)), [
      "answer-missing sex",
      `warning-unanswered ${check}`,
    ]);
  });

  test("takes no empty reason, and no personnummer in it", () => {
    for (const empty of ["", "  ", "x"]) {
      assert.deepEqual(refusals(closing(odd(), [{ check, reason: empty }])), [
        `reason-needed ${check}`,
      ]);
    }
    // The thirtieth of February: nobody was ever born then, and the check digit fits.
    const lookalike = ["990230", "0004"].join("-");
    assert.deepEqual(refusals(closing(odd(), [{ check, reason: `det gäller ${lookalike}` }])), [
      `looks-like-personnummer ${check}`,
    ]);
  });

  test("that is not there needs no reason, and one given for it is not kept", () => {
    const spare = [
      { check, reason },
      { check: "no-such-check", reason: "" },
    ];
    const decision = closing(fullyAnswered(), spare);
    assert.deepEqual(completionsOf(decision)[3], ["after", undefined]);
  });

  test("is no way past a contradiction", () => {
    const wrong = answered(fullyAnswered(), { given: codes(2) });
    const override = { check: "goal-without-intervention", reason };
    assert.deepEqual(refusals(closing(wrong, [override])), [
      "check-failed goal-without-intervention",
    ]);
  });

  test("is asked about again where its phase is opened again", () => {
    const closed = after(odd(), closing(odd(), [{ check, reason }]));
    const open = after(closed, decideReopenCase(closed, by(anna, "Fel datum")));
    assert.deepEqual(keptOverrides(open), []);
    assert.deepEqual(refusals(closing(open)), [`warning-unanswered ${check}`]);
  });

  test("answered twice over is harmless", () => {
    const closed = after(odd(), closing(odd(), [{ check, reason }]));
    const again = closing(closed, [{ check, reason: "Ett annat skäl" }]);
    assert.ok(again.kind === "done");
    assert.deepEqual(again.value.changes, []);
  });
});

describe("A warning in a phase that closing does not complete", () => {
  const early = {
    ...smallCodebook,
    checks: smallCodebook.checks.map((each) =>
      each.id === check
        ? { ...each, phase: "before" as const, when: { answer: "violence", in: [3] } }
        : each,
    ),
  };

  function completing(
    record: CaseRecord,
    phase: "before" | "after",
    overrides: readonly Override[],
  ) {
    const command = { phase, closedOn: isoDate("2026-05-20"), overrides };
    return decideCompletePhase(record, early, command, by());
  }

  test("is not asked about again while its phase stays complete", () => {
    const before = after(odd(), completing(odd(), "before", [{ check, reason }]));
    assert.deepEqual(refusals(completing(before, "after", [])), []);
    const reopened = after(before, decideReopenPhase(before, "before", by(anna, "Fel svar")));
    assert.deepEqual(refusals(completing(reopened, "after", [])), [`warning-unanswered ${check}`]);
  });

  test("that came up later is kept where it came up", () => {
    // Completed under a codebook that did not know the check.
    const before = completed(odd(), "before");
    const decision = completing(before, "after", [{ check, reason }]);
    assert.deepEqual(completionsOf(decision), [
      ["background", undefined],
      ["during", undefined],
      ["after", [{ check, reason }]],
    ]);
  });
});
