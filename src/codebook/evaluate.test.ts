import assert from "node:assert/strict";
import { test } from "node:test";
import { itemId } from "#kernel";
import { evaluate, stateOf, viewValue } from "./evaluate.ts";
import { codes, date, missing, row, sheet, writtenCodebook } from "./testing/written-codebook.ts";

const relation = writtenCodebook({
  variables: [
    { id: "relation", type: "multiple" },
    { id: "left", condition: { answer: "relation", in: [1, 2] } },
    { id: "since", condition: { answer: "left", in: [3] } },
    { id: "whyNot", condition: { answer: "left", in: [97] } },
  ],
});

test("a question waits until its condition is answered", () => {
  assert.equal(stateOf(relation, sheet({}), { variable: "left" }), "pending");
  assert.equal(stateOf(relation, sheet({ relation: codes(2, 3) }), { variable: "left" }), "asked");
  assert.equal(stateOf(relation, sheet({ relation: codes(3) }), { variable: "left" }), "not-asked");
});

test("«do not know» is an answer, and not one of the wanted", () => {
  const found = evaluate(relation, sheet({ relation: missing(99) }));
  assert.equal(found.stateOf({ variable: "left" }), "not-asked");
});

test("a hidden answer counts as «not applicable» and not as what was once answered", () => {
  const found = evaluate(relation, sheet({ relation: codes(3), left: codes(3) }));
  assert.deepEqual(found.valueOf({ variable: "left" }), missing(97));
  assert.equal(found.stateOf({ variable: "since" }), "not-asked");
  assert.equal(found.stateOf({ variable: "whyNot" }), "asked");
});

test("the answer to a waiting question is not yet known to others", () => {
  const found = evaluate(relation, sheet({ left: codes(3) }));
  assert.equal(found.valueOf({ variable: "left" }), undefined);
  assert.equal(found.stateOf({ variable: "since" }), "pending");
});

test("what the codebook does not have is not asked", () => {
  const found = evaluate(relation, sheet({}));
  assert.equal(found.stateOf({ variable: "constructor" }), "not-asked");
  assert.equal(found.stateOf({ variable: "left", item: itemId("gone") }), "not-asked");
  assert.equal(found.groupState("nothing"), "not-asked");
});

test("a question named as something that every object has is still unanswered", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "constructor" },
      { id: "next", condition: { answer: "constructor", in: [1] } },
    ],
  });
  assert.equal(stateOf(codebook, sheet({}), { variable: "next" }), "pending");
});

const rows = writtenCodebook({
  variables: [
    { id: "given" },
    { id: "methods", type: "multiple", view: { group: "risk", field: "method", take: "set" } },
    {
      id: "firstLevel",
      view: { group: "risk", field: "level", take: "first", orderBy: "method", notAskedAs: 98 },
    },
    { id: "lastLevel", view: { group: "risk", field: "level", take: "last", orderBy: "day" } },
    { id: "anyHigh", condition: { someItem: "risk", where: { field: "level", in: [3] } } },
    { id: "anyRow", condition: { someItem: "risk", phases: ["after"] } },
  ],
  groups: [
    {
      id: "risk",
      fields: [
        { id: "method" },
        { id: "day", type: "date" },
        { id: "level", condition: { not: { field: "method", in: [3] } } },
      ],
    },
    { id: "support", condition: { answer: "given", in: [1] }, fields: [{ id: "kind" }] },
  ],
});

test("a condition on a field looks at its own row", () => {
  const found = evaluate(
    rows,
    sheet(
      {},
      row("a", "risk", "before", { method: codes(3) }),
      row("b", "risk", "before", { method: codes(1) }),
      row("c", "risk", "before", {}),
    ),
  );
  const levels = ["a", "b", "c"].map((item) =>
    found.stateOf({ variable: "level", item: itemId(item) }),
  );
  assert.deepEqual(levels, ["not-asked", "asked", "pending"]);
});

test("some row is enough; one that is still open leaves the question open", () => {
  const high = row("a", "risk", "before", { method: codes(1), level: codes(3) });
  const low = row("b", "risk", "before", { method: codes(1), level: codes(1) });
  const open = row("c", "risk", "before", { method: codes(1) });
  const state = (...items: Parameters<typeof sheet>[1][]) =>
    stateOf(rows, sheet({}, ...items), { variable: "anyHigh" });
  assert.equal(state(low, open, high), "asked");
  assert.equal(state(low, open), "pending");
  assert.equal(state(low), "not-asked");
  assert.equal(state(), "not-asked");
  assert.equal(stateOf(rows, sheet({}, high), { variable: "anyRow" }), "not-asked");
});

test("a set view holds each code once; an unanswered row adds nothing yet", () => {
  const answered = (method: number, id: string) =>
    row(id, "risk", "before", { method: codes(method) });
  assert.equal(viewValue(rows, sheet({}), "methods"), undefined);
  const found = viewValue(
    rows,
    sheet({}, answered(2, "a"), answered(1, "b"), answered(2, "c"), row("d", "risk", "after", {})),
    "methods",
  );
  assert.deepEqual(found, codes(1, 2));
});

test("a set without any real code tells the missing code that tells most", () => {
  const unknown = (code: 98 | 99, id: string) =>
    row(id, "risk", "before", { method: missing(code) });
  const found = (...items: Parameters<typeof sheet>[1][]) =>
    viewValue(rows, sheet({}, ...items), "methods");
  assert.deepEqual(found(unknown(99, "a"), unknown(98, "b")), missing(99));
  assert.deepEqual(found(unknown(98, "a"), unknown(99, "b")), missing(99));
  assert.equal(found(unknown(98, "a"), row("b", "risk", "before", {})), undefined);
});

test("the first by method is not the first by entry, and «none made» is told as such", () => {
  const talk = row("a", "risk", "before", { method: codes(2), level: codes(1) });
  const tool = row("b", "risk", "before", { method: codes(1), level: codes(3) });
  const none = row("c", "risk", "before", { method: codes(3), level: codes(2) });
  assert.deepEqual(viewValue(rows, sheet({}, talk, tool, none), "firstLevel"), codes(3));
  assert.deepEqual(viewValue(rows, sheet({}, none), "firstLevel"), missing(98));
});

test("the last by day; rows without a day are looked at only when all lack it", () => {
  const march = row("a", "risk", "after", {
    method: codes(1),
    day: date("2026-03-02"),
    level: codes(3),
  });
  const january = row("b", "risk", "after", {
    method: codes(1),
    day: date("2026-01-02"),
    level: codes(2),
  });
  const undated = row("c", "risk", "after", {
    method: codes(1),
    day: missing(98),
    level: codes(1),
  });
  assert.deepEqual(viewValue(rows, sheet({}, march, january, undated), "lastLevel"), codes(3));
  assert.deepEqual(viewValue(rows, sheet({}, undated), "lastLevel"), codes(1));
});

test("a group that is not asked hides its rows", () => {
  const kind = row("a", "support", "during", { kind: codes(1) });
  const address = { variable: "kind", item: itemId("a") };
  assert.equal(stateOf(rows, sheet({ given: codes(2) }, kind), address), "not-asked");
  assert.equal(stateOf(rows, sheet({}, kind), address), "pending");
  assert.equal(evaluate(rows, sheet({ given: codes(1) }, kind)).groupState("support"), "asked");
});

test("a row in a phase where the group has none is not asked", () => {
  const stray = row("a", "risk", "client", { method: codes(1) });
  assert.equal(
    stateOf(rows, sheet({}, stray), { variable: "method", item: itemId("a") }),
    "not-asked",
  );
});

test("a condition outside the codebook, such as an indicator's, holds, does not, or is open", () => {
  const wanted = { answer: "relation", in: [1] };
  assert.equal(evaluate(relation, sheet({ relation: codes(1) })).holds(wanted), true);
  assert.equal(evaluate(relation, sheet({ relation: codes(2) })).holds(wanted), false);
  assert.equal(evaluate(relation, sheet({})).holds(wanted), undefined);
});

test("a codebook that never passed the linter is refused, not guessed at", () => {
  const circle = writtenCodebook({
    variables: [
      { id: "one", condition: { answer: "two", in: [1] } },
      { id: "two", condition: { answer: "one", in: [1] } },
    ],
  });
  assert.throws(() => evaluate(circle, sheet({})), /one → two → one/);
  const dangling = writtenCodebook({
    variables: [{ id: "one", condition: { answer: "gone", in: [1] } }],
  });
  assert.throws(() => evaluate(dangling, sheet({})), /gone/);
});
