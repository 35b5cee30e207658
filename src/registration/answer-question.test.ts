import assert from "node:assert/strict";
import { test } from "node:test";
import { itemId } from "#kernel";
import { decideAnswer } from "./answer-question.ts";
import {
  after,
  answered,
  answering,
  by,
  closed,
  codes,
  completed,
  day,
  firstRow,
  fullyAnswered,
  number,
  refusals,
  samir,
  secondRow,
  startedCase,
  withRow,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

test("an answer is kept with who gave it, when, and in which revision", () => {
  const record = after(
    startedCase(),
    answering(startedCase(), { variable: "sex" }, codes(1), by(samir)),
  );
  assert.deepEqual(record.sheet.answers, { sex: codes(1) });
  assert.deepEqual(record.marks, {
    sex: { revision: 2, by: samir, at: by().at },
  });
});

test("the history says from what to what", () => {
  const record = answered(startedCase(), { sex: codes(1) });
  const decision = answering(record, { variable: "sex" }, codes(2));
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.changes, [
    { kind: "answer-set", address: { variable: "sex" }, from: codes(1), to: codes(2) },
  ]);
});

test("an answer can be taken back: the question is then not yet registered", () => {
  const record = answered(startedCase(), { sex: codes(1) });
  assert.deepEqual(answered(record, { sex: null }).sheet.answers, {});
});

test("the same answer twice is harmless, and makes no revision", () => {
  const record = answered(startedCase(), { sex: codes(1) });
  for (const basedOn of [0, 1, 2, 99]) {
    const command = { address: { variable: "sex" }, value: codes(1), basedOn };
    const decision = decideAnswer(record, smallCodebook, command, by(samir));
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  }
});

test("a save that is repeated after the case was closed is harmless too", () => {
  const decision = answering(closed(fullyAnswered()), { variable: "sex" }, codes(1));
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.changes, []);
});

test("of two people at the same question the second is told, and nothing is written over", () => {
  const seenByBoth = startedCase();
  const record = answered(seenByBoth, { sex: codes(1) });
  const late = { address: { variable: "sex" }, value: codes(2), basedOn: 0 };
  const decision = decideAnswer(record, smallCodebook, late, by(samir));
  assert.ok(decision.kind === "refused");
  assert.deepEqual(refusals(decision), ["changed-meanwhile sex"]);
  assert.deepEqual(decision.problems[0]?.details, { by: "anna", value: codes(1) });
});

test("of two people who take an answer back and change it, the second is told", () => {
  const seenByBoth = answered(startedCase(), { sex: codes(1) });
  const record = answered(seenByBoth, { sex: null });
  const late = { address: { variable: "sex" }, value: codes(2), basedOn: 2 };
  const decision = decideAnswer(record, smallCodebook, late, by(samir));
  assert.deepEqual(refusals(decision), ["changed-meanwhile sex"]);
});

test("two people at different questions do not disturb each other", () => {
  const seenByBoth = startedCase();
  const record = answered(seenByBoth, { sex: codes(1) });
  const other = { address: { variable: "children" }, value: codes(2), basedOn: 0 };
  const decision = decideAnswer(record, smallCodebook, other, by(samir));
  assert.deepEqual(refusals(decision), []);
});

test("a question that is not asked takes no answer, until its condition holds", () => {
  const address = { variable: "childrenSaw" };
  const pending = startedCase();
  assert.deepEqual(refusals(answering(pending, address, codes(1))), ["not-asked childrenSaw"]);
  const hidden = answered(pending, { children: codes(1) });
  assert.deepEqual(refusals(answering(hidden, address, codes(1))), ["not-asked childrenSaw"]);
  const asked = answered(pending, { children: codes(2) });
  assert.deepEqual(refusals(answering(asked, address, codes(1))), []);
});

test("an answer whose question was hidden stays while editing, and comes back with the question", () => {
  const asked = answered(startedCase(), { children: codes(2) });
  const hidden = answered(answered(asked, { childrenSaw: codes(1) }), { children: codes(1) });
  assert.deepEqual(hidden.sheet.answers.childrenSaw, codes(1));
  const shown = answered(hidden, { children: codes(2) });
  assert.deepEqual(shown.sheet.answers.childrenSaw, codes(1));
});

test("a hidden answer can be taken back", () => {
  const asked = answered(startedCase(), { children: codes(2) });
  const hidden = answered(answered(asked, { childrenSaw: codes(1) }), { children: codes(1) });
  assert.equal(answered(hidden, { childrenSaw: null }).sheet.answers.childrenSaw, undefined);
});

test("views, the client's own questions and unknown names are not answered here", () => {
  const record = startedCase();
  for (const variable of ["level", "kinds", "opinion", "nothing", "constructor", "__proto__"]) {
    assert.deepEqual(refusals(answering(record, { variable }, codes(1))), [
      `unknown-variable ${variable}`,
    ]);
  }
});

test("what does not fit the question is refused at the question", () => {
  const record = startedCase();
  const refused = (variable: string, value: Parameters<typeof answering>[2]) =>
    refusals(answering(record, { variable }, value));
  assert.deepEqual(refused("sex", codes(3)), ["unknown-option sex"]);
  assert.deepEqual(refused("sex", codes(1, 2)), ["wrong-kind-of-answer sex"]);
  assert.deepEqual(refused("sex", codes()), ["nothing-chosen sex"]);
  assert.deepEqual(refused("sex", number(1)), ["wrong-kind-of-answer sex"]);
  assert.deepEqual(refused("sex", { kind: "missing", code: 97 }), ["unknown-option sex"]);
  assert.deepEqual(refused("sex", { kind: "missing", code: 98 }), []);
  assert.deepEqual(refused("birthYear", number(2009)), ["under-eighteen birthYear"]);
  assert.deepEqual(refused("birthYear", number(2008)), []);
  assert.deepEqual(refused("violence", codes(1, 9)), ["exclusive-option violence"]);
});

test("a completed phase takes no answers", () => {
  const record = completed(fullyAnswered(), "background");
  assert.deepEqual(refusals(answering(record, { variable: "sex" }, codes(2))), [
    "phase-completed background",
  ]);
  assert.deepEqual(refusals(answering(record, { variable: "goal" }, codes(2))), []);
});

test("a closed case takes no answers", () => {
  const record = closed(fullyAnswered());
  assert.deepEqual(refusals(answering(record, { variable: "goal" }, codes(2))), ["case-closed"]);
});

test("each row of a group has answers of its own", () => {
  const two = withRow(
    withRow(startedCase(), "risk", "before", firstRow),
    "risk",
    "after",
    secondRow,
  );
  const record = answered(
    answered(two, { method: codes(1), level: codes(3) }, firstRow),
    { method: codes(2) },
    secondRow,
  );
  assert.deepEqual(
    record.sheet.items.map(({ answers }) => answers),
    [{ method: codes(1), level: codes(3) }, { method: codes(2) }],
  );
  const hidden = answering(record, { variable: "level", item: secondRow }, codes(1));
  assert.deepEqual(refusals(hidden), [`not-asked ${secondRow}.level`]);
});

test("a row that is gone, and a question that its group does not have, are refused", () => {
  const record = withRow(startedCase(), "risk", "before");
  const gone = itemId("d".repeat(32));
  assert.deepEqual(refusals(answering(record, { variable: "method", item: gone }, codes(1))), [
    `unknown-item ${gone}`,
  ]);
  assert.deepEqual(refusals(answering(record, { variable: "sex", item: firstRow }, codes(1))), [
    `unknown-variable ${firstRow}.sex`,
  ]);
});

test("an intervention begins within the case and ends after it began", () => {
  const record = withRow(answered(startedCase(), { given: codes(1) }), "intervention", "during");
  const from = { variable: "from", item: firstRow };
  const until = { variable: "until", item: firstRow };
  assert.deepEqual(refusals(answering(record, from, day("2026-03-01"))), [
    `date-before-start ${firstRow}.from`,
  ]);
  assert.deepEqual(refusals(answering(record, from, day("2026-06-02"))), [
    `date-in-future ${firstRow}.from`,
  ]);
  const begun = after(record, answering(record, from, day("2026-03-20")));
  assert.deepEqual(refusals(answering(begun, until, day("2026-03-19"))), [
    `ends-before-start ${firstRow}.until`,
  ]);
  assert.deepEqual(refusals(answering(begun, until, day("2026-03-20"))), []);
});
