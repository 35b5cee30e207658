import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PhaseId } from "#codebook";
import { type IsoDate, isoDate } from "#kernel";
import type { CaseRecord, Override } from "./case-record.ts";
import {
  decideCompletePhase,
  decideReopenCase,
  decideReopenPhase,
  registeredPhases,
} from "./complete-phase.ts";
import { decideCorrectStart } from "./start-case.ts";
import {
  after,
  anna,
  answered,
  by,
  closed,
  codes,
  completed,
  day,
  firstRow,
  fullyAnswered,
  refusals,
  secondRow,
  startedCase,
  withRow,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

function completing(
  record: CaseRecord,
  phase: PhaseId,
  closedOn?: string,
  overrides?: readonly Override[],
) {
  const closing = closedOn === undefined ? {} : { closedOn: closedOn as IsoDate };
  const answering = overrides ? { overrides } : {};
  return decideCompletePhase(record, smallCodebook, { phase, ...closing, ...answering }, by());
}

function reopened(record: CaseRecord, phase: PhaseId): CaseRecord {
  return after(record, decideReopenPhase(record, phase, by(anna, "Fel svar")));
}

describe("Completing a phase", () => {
  test("asks for every answer that is missing, all at once", () => {
    assert.deepEqual(refusals(completing(startedCase(), "background")), [
      "answer-missing sex",
      "answer-missing birthYear",
      "answer-missing children",
    ]);
    assert.deepEqual(refusals(completing(startedCase(), "before")), [
      "answer-missing violence",
      "answer-missing risk",
    ]);
  });

  test("asks for the answers of each row too", () => {
    const record = answered(
      withRow(startedCase(), "risk", "before"),
      { method: codes(1) },
      firstRow,
    );
    assert.deepEqual(refusals(completing(record, "before")), [
      "answer-missing violence",
      `answer-missing ${firstRow}.level`,
    ]);
  });

  test("is satisfied with a missing code, and with nothing where nothing is required", () => {
    const record = answered(fullyAnswered(), { sex: { kind: "missing", code: 98 } });
    assert.equal(record.sheet.answers.reported, undefined);
    assert.deepEqual(refusals(completing(record, "background")), []);
    assert.deepEqual(refusals(completing(record, "before")), []);
  });

  test("remembers who and when", () => {
    const record = completed(fullyAnswered(), "background");
    const { revision } = record;
    assert.deepEqual(record.completed, { background: { revision, by: anna, at: by().at } });
  });

  test("twice is harmless", () => {
    const record = completed(fullyAnswered(), "background");
    const decision = completing(record, "background");
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  });

  test("needs no order: «under» may be finished before «före»", () => {
    const record = completed(fullyAnswered(), "during");
    assert.deepEqual(Object.keys(record.completed), ["during"]);
  });

  test("the client's phase is settled by the survey, not here", () => {
    assert.deepEqual(refusals(completing(fullyAnswered(), "client")), ["malformed-request phase"]);
    const odd = "anything" as PhaseId;
    assert.deepEqual(refusals(completing(fullyAnswered(), odd)), ["malformed-request phase"]);
  });

  test("finds rows that end before they begin", () => {
    const ended = answered(fullyAnswered(), { until: day("2026-03-12") }, secondRow);
    const record = answered(ended, { from: day("2026-03-15") }, secondRow);
    assert.deepEqual(refusals(completing(record, "during")), [
      `ends-before-start ${secondRow}.until`,
    ]);
  });
});

describe("Hidden answers", () => {
  function withHiddenAnswer(): CaseRecord {
    return answered(fullyAnswered(), { children: codes(1) });
  }

  test("are dropped when their phase is completed, and the history says why", () => {
    const decision = completing(withHiddenAnswer(), "before");
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, [
      {
        kind: "answer-set",
        address: { variable: "childrenSaw" },
        from: codes(1),
        to: null,
        why: "hidden",
      },
      { kind: "phase-completed", phase: "before" },
    ]);
    const record = after(withHiddenAnswer(), decision);
    assert.equal(record.sheet.answers.childrenSaw, undefined);
  });

  test("stay when another phase is completed", () => {
    const record = completed(withHiddenAnswer(), "background");
    assert.deepEqual(record.sheet.answers.childrenSaw, codes(1));
  });

  test("of a finished phase go when the phase that hid them is completed", () => {
    const finished = completed(completed(fullyAnswered(), "background"), "before");
    const edited = answered(reopened(finished, "background"), { children: codes(1) });
    assert.deepEqual(edited.sheet.answers.childrenSaw, codes(1));
    const record = completed(edited, "background");
    assert.equal(record.sheet.answers.childrenSaw, undefined);
    assert.ok(record.completed.before);
  });

  test("within a row go as well", () => {
    const record = answered(fullyAnswered(), { method: codes(2) }, firstRow);
    assert.deepEqual(record.sheet.items[0]?.answers, { method: codes(2), level: codes(2) });
    const done = completed(record, "before");
    assert.deepEqual(done.sheet.items[0]?.answers, { method: codes(2) });
  });

  test("hidden rows go with all that stands in them, in one line of the history", () => {
    const record = answered(fullyAnswered(), { given: codes(2) });
    const row = record.sheet.items.find(({ id }) => id === secondRow);
    const decision = completing(record, "during");
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, [
      { kind: "item-removed", item: row, why: "hidden" },
      { kind: "phase-completed", phase: "during" },
    ]);
  });

  test("never stop a phase, whatever is wrong with them", () => {
    const hidden = answered(fullyAnswered(), { given: codes(2), goal: codes(2) });
    const moved = after(hidden, decideCorrectStart(hidden, isoDate("2026-05-01"), by()));
    assert.deepEqual(refusals(completing(moved, "during")), []);
  });
});

describe("A phase that becomes incomplete by a correction elsewhere", () => {
  test("opens again when the correction is finished", () => {
    const start = answered(fullyAnswered(), { children: codes(1) });
    const finished = completed(completed(start, "background"), "before");
    const edited = answered(reopened(finished, "background"), { children: codes(2) });
    assert.ok(edited.completed.before, "not yet: the correction is not finished");
    const record = completed(edited, "background");
    assert.deepEqual(Object.keys(record.completed), ["background"]);
  });
});

describe("Reopening a phase", () => {
  test("needs a reason, which is kept", () => {
    const record = completed(fullyAnswered(), "background");
    for (const reason of [undefined, "", "  ", "x"]) {
      const decision = decideReopenPhase(record, "background", by(anna, reason));
      assert.deepEqual(refusals(decision), ["reason-needed reason"]);
    }
    const decision = decideReopenPhase(record, "background", by(anna, "Fel födelseår"));
    assert.ok(decision.kind === "done");
    assert.equal(decision.value.reason, "Fel födelseår");
    const open = after(record, decision);
    assert.deepEqual(open.completed, {});
    assert.deepEqual(answered(open, { sex: codes(2) }).sheet.answers.sex, codes(2));
  });

  test("takes no personnummer in the reason", () => {
    const record = completed(fullyAnswered(), "background");
    // The thirtieth of February: nobody was ever born then, and the check digit fits.
    const lookalike = ["990230", "0004"].join("-");
    const decision = decideReopenPhase(record, "background", by(anna, `det gäller ${lookalike}`));
    assert.deepEqual(refusals(decision), ["looks-like-personnummer reason"]);
  });

  test("that is open already changes nothing", () => {
    const decision = decideReopenPhase(startedCase(), "background", by(anna, "Fel svar"));
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  });

  test("of a closed case goes through opening the case", () => {
    const decision = decideReopenPhase(closed(fullyAnswered()), "background", by(anna, "Fel svar"));
    assert.deepEqual(refusals(decision), ["case-closed"]);
  });
});

describe("Closing", () => {
  test("completes every phase at once, where all is answered", () => {
    const record = closed(fullyAnswered(), "2026-05-20");
    assert.equal(record.state, "closed");
    assert.equal(record.closedOn, "2026-05-20");
    assert.deepEqual(Object.keys(record.completed).sort(), [...registeredPhases].sort());
  });

  test("needs every phase, and tells what is missing in each", () => {
    const record = answered(fullyAnswered(), { sex: null, violence: null, given: null });
    assert.deepEqual(refusals(completing(record, "after", "2026-05-20")), [
      "answer-missing sex",
      "answer-missing violence",
      "answer-missing given",
    ]);
  });

  test("needs a day, within the case and not in the future", () => {
    const record = fullyAnswered();
    assert.deepEqual(refusals(completing(record, "after")), ["not-a-date closedOn"]);
    assert.deepEqual(refusals(completing(record, "after", "2026-05-32")), ["not-a-date closedOn"]);
    assert.deepEqual(refusals(completing(record, "after", "2026-06-02")), [
      "date-in-future closedOn",
    ]);
    assert.deepEqual(refusals(completing(record, "after", "2026-03-01")), [
      "ends-before-start closedOn",
    ]);
  });

  test("is stopped by what contradicts, and not by what only looks odd", () => {
    const odd = answered(fullyAnswered(), { violence: codes(1, 3) });
    const override = { check: "goal-and-harm", reason: "Båda stämmer" };
    assert.deepEqual(refusals(completing(odd, "after", "2026-05-20", [override])), []);
    const wrong = answered(fullyAnswered(), { given: codes(2) });
    assert.deepEqual(refusals(completing(wrong, "after", "2026-05-20")), [
      "check-failed goal-without-intervention",
    ]);
  });

  test("drops what is hidden in every phase", () => {
    const record = closed(answered(fullyAnswered(), { children: codes(1) }));
    assert.equal(record.sheet.answers.childrenSaw, undefined);
  });

  test("twice is harmless", () => {
    const decision = completing(closed(fullyAnswered()), "after", "2026-05-21");
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  });
});

describe("Opening a closed case again", () => {
  test("opens it in its last phase, with everything else as it was", () => {
    const was = closed(fullyAnswered());
    const record = after(was, decideReopenCase(was, by(anna, "Klienten kom tillbaka")));
    assert.equal(record.state, "open");
    assert.equal(record.closedOn, null);
    assert.deepEqual(Object.keys(record.completed), ["background", "before", "during"]);
    assert.deepEqual(record.sheet, was.sheet);
    assert.deepEqual(answered(record, { goal: codes(2) }).sheet.answers.goal, codes(2));
  });

  test("needs a reason", () => {
    const decision = decideReopenCase(closed(fullyAnswered()), by());
    assert.deepEqual(refusals(decision), ["reason-needed reason"]);
  });

  test("is refused where the case is open", () => {
    const decision = decideReopenCase(fullyAnswered(), by(anna, "Klienten kom tillbaka"));
    assert.deepEqual(refusals(decision), ["case-open"]);
  });

  test("and closing it again needs a day again", () => {
    const was = closed(fullyAnswered());
    const open = after(was, decideReopenCase(was, by(anna, "Fel datum")));
    assert.deepEqual(refusals(completing(open, "after")), ["not-a-date closedOn"]);
    assert.equal(closed(open, "2026-05-28").closedOn, "2026-05-28");
  });
});
