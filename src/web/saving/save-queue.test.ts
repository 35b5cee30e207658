import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, itemId } from "#kernel";
import type { CaseView, Refusal } from "#server";
import { aCaseView } from "../testing/a-case-view.ts";
import type { CaseChange } from "./case-change.ts";
import { pendingSheet } from "./pending-sheet.ts";
import {
  advance,
  emptyQueue,
  hasUnsaved,
  type SaveEntry,
  type SaveEvent,
  type SaveQueue,
} from "./save-queue.ts";
import { saveSentence } from "./save-sentence.ts";

const code = "M-7F3K-2";

function aCase(
  revision: number,
  answers: CaseView["sheet"]["answers"] = {},
  by = "Anna Ek",
): CaseView {
  const mark = { revision, by, at: instant("2026-03-12T13:02:00Z") };
  const marks = Object.fromEntries(Object.keys(answers).map((name) => [name, mark]));
  return aCaseView({ revision, marks, sheet: { answers, items: [] } });
}

function chosen(number: number) {
  return { kind: "codes", codes: [number] } as const;
}

function answer(variable: string, number: number, basedOn = 0): CaseChange {
  return { kind: "answer", address: { variable }, value: chosen(number), basedOn };
}

let keys = 0;
function entry(change: CaseChange): SaveEntry {
  return { key: `key-${++keys}`, caseCode: code, change };
}

function after(...events: readonly SaveEvent[]): SaveQueue {
  return events.reduce(advance, advance(emptyQueue, { kind: "opened", view: aCase(1) }));
}

function changed(change: CaseChange): SaveEvent {
  return { kind: "changed", entry: entry(change) };
}

function shown(queue: SaveQueue, variable: string): readonly number[] | undefined {
  const value = pendingSheet(queue, code)?.answers[variable];
  return value?.kind === "codes" ? value.codes : undefined;
}

const meanwhile: Refusal = {
  problems: [
    { code: "changed-meanwhile", severity: "error", at: "V01", sentence: "Erik ändrade." },
  ],
  case: aCase(7, { V01: chosen(2) }, "Erik Lind"),
};

const sending: SaveEvent = { kind: "sending" };

const seen = { now: instant("2026-03-12T14:00:00Z"), holdsTypedProblem: false };

test("an answer is shown at once and saved in the order it was given", () => {
  const queue = after(changed(answer("V01", 1)), changed(answer("V03", 4)));
  assert.deepEqual(shown(queue, "V01"), [1]);
  assert.deepEqual(
    queue.waiting.map(({ change }) => change.kind === "answer" && change.address.variable),
    ["V01", "V03"],
  );
  assert.ok(hasUnsaved(queue));
});

test("a corrected answer replaces the one still waiting, but never one on its way", () => {
  const corrected = after(changed(answer("V01", 1)), changed(answer("V01", 2)));
  assert.equal(corrected.waiting.length, 1);
  assert.deepEqual(shown(corrected, "V01"), [2]);

  const onItsWay = after(changed(answer("V01", 1)), sending, changed(answer("V01", 2)));
  assert.equal(onItsWay.waiting.length, 2);
  assert.deepEqual(shown(onItsWay, "V01"), [2]);
});

test("an answer that others may rest on is not overtaken by its correction", () => {
  const queue = after(
    changed(answer("V04", 2)),
    changed(answer("V12", 1)),
    changed(answer("V04", 1)),
  );
  assert.equal(queue.waiting.length, 3);
});

test("the next answer to the same question rests on the one just saved", () => {
  const queue = after(changed(answer("V01", 1)), sending, changed(answer("V01", 2)), {
    kind: "saved",
    view: aCase(5, { V01: chosen(1) }),
  });
  const [next] = queue.waiting;
  assert.equal(next?.change.kind === "answer" && next.change.basedOn, 5);
  assert.deepEqual(shown(queue, "V01"), [2]);
});

test("answers to other questions keep the basis that the person saw", () => {
  const queue = after(changed(answer("V01", 1)), sending, changed(answer("V03", 4, 2)), {
    kind: "saved",
    view: aCase(5, { V01: chosen(1), V03: chosen(1) }),
  });
  const [next] = queue.waiting;
  assert.equal(next?.change.kind === "answer" && next.change.basedOn, 2);
});

test("without contact everything stays, and the bar says how much", () => {
  const lost = after(changed(answer("V01", 1)), changed(answer("V03", 4)), sending, {
    kind: "lost-contact",
  });
  assert.equal(
    saveSentence(lost, code, seen).text,
    "Vi fick ingen kontakt. Dina två senaste svar sparas när kontakten är tillbaka.",
  );
  assert.equal(lost.waiting.length, 2);
  const again = advance(advance(lost, sending), { kind: "lost-contact" });
  assert.deepEqual(again.trouble, { kind: "no-contact", attempts: 2 });
});

test("a saved case is told by the time of its saving", () => {
  const queue = after(changed(answer("V01", 1)));
  assert.equal(saveSentence(queue, code, seen).text, "Sparar …");
  const saved = advance(advance(queue, sending), { kind: "saved", view: aCase(2) });
  assert.deepEqual(saveSentence(saved, code, seen), { tone: "calm", text: "Sparat 14.02." });
  assert.equal(hasUnsaved(saved), false);
});

test("a case saved on another Swedish day is told by that day, not by a clock", () => {
  const told = (now: string) => saveSentence(after(), code, { ...seen, now: instant(now) }).text;
  assert.equal(told("2026-03-12T22:59:00Z"), "Sparat 14.02.");
  assert.equal(told("2026-03-12T23:01:00Z"), "Sparat 12 mars.");
  assert.equal(told("2027-01-04T08:00:00Z"), "Sparat 12 mars 2026.");
});

test("a typed answer with a problem is never told as saved", () => {
  assert.deepEqual(saveSentence(after(), code, { ...seen, holdsTypedProblem: true }), {
    tone: "notice",
    text: "Ett svar sparades inte. Se vid frågan.",
  });
});

test("a colleague's answer meanwhile stops only that question, and both answers are kept", () => {
  const queue = after(changed(answer("V01", 1)), changed(answer("V03", 4)), sending, {
    kind: "refused",
    refusal: meanwhile,
  });
  const [conflict] = queue.conflicts;
  assert.equal(conflict?.by, "Erik Lind");
  assert.deepEqual(conflict?.theirs, chosen(2));
  assert.deepEqual(shown(queue, "V01"), [1]);
  assert.equal(queue.waiting.length, 1);
  assert.ok(hasUnsaved(queue));
});

const disputed = after(changed(answer("V01", 1)), sending, { kind: "refused", refusal: meanwhile });
const place = { caseCode: code, place: "V01" };

test("keeping my answer saves it on top of the colleague's", () => {
  const queue = advance(disputed, {
    kind: "conflict-settled",
    at: place,
    keep: "mine",
    key: "new",
  });
  assert.deepEqual(queue.waiting, [{ key: "new", caseCode: code, change: answer("V01", 1, 7) }]);
  assert.deepEqual(queue.conflicts, []);
});

test("my answer stays mine, also when it is kept over a colleague's", () => {
  const mine = { ...entry(answer("V01", 1)), account: "anna" };
  const queue = [
    { kind: "changed", entry: mine } as const,
    sending,
    { kind: "refused", refusal: meanwhile } as const,
    { kind: "conflict-settled", at: place, keep: "mine", key: "new" } as const,
  ].reduce<SaveQueue>(advance, after());
  assert.equal(queue.waiting[0]?.account, "anna");
});

test("taking the colleague's answer shows it and saves nothing", () => {
  const queue = advance(disputed, {
    kind: "conflict-settled",
    at: place,
    keep: "theirs",
    key: "new",
  });
  assert.deepEqual(shown(queue, "V01"), [2]);
  assert.equal(hasUnsaved(queue), false);
});

test("answering again while both answers stand only changes mine", () => {
  const queue = advance(disputed, changed(answer("V01", 3, 7)));
  assert.equal(queue.conflicts.length, 1);
  assert.equal(queue.waiting.length, 0);
  assert.deepEqual(shown(queue, "V01"), [3]);
});

test("the same question number in another case is another question", () => {
  const other = { ...entry(answer("V01", 3)), caseCode: "K-2222-2" };
  assert.equal(advance(disputed, { kind: "changed", entry: other }).waiting.length, 1);
});

test("a refused answer stays as typed, with its problems, until it is put right", () => {
  const problems = [{ code: "under-eighteen", severity: "error", sentence: "Under 18." }] as const;
  const queue = after(changed(answer("V01", 9)), sending, {
    kind: "refused",
    refusal: { problems },
  });
  assert.deepEqual(shown(queue, "V01"), [9]);
  assert.deepEqual(saveSentence(queue, code, seen).tone, "notice");
  assert.equal(hasUnsaved(queue), false);
  assert.deepEqual(advance(queue, changed(answer("V01", 1))).refused, []);
  assert.deepEqual(advance(queue, { kind: "problem-read", at: place }).refused, []);
});

test("several refused answers are told together, and wait again in their order when asked to", () => {
  const problems = [
    { code: "phase-completed", severity: "error", sentence: "Fasen är klar." },
  ] as const;
  const refuse: SaveEvent = { kind: "refused", refusal: { problems } };
  const queue = after(
    changed(answer("V01", 1)),
    changed(answer("V03", 4)),
    sending,
    refuse,
    sending,
    refuse,
  );
  assert.equal(queue.waiting.length, 0);
  assert.equal(
    saveSentence(queue, code, seen).text,
    "Två svar sparades inte. Se överst i ärendet.",
  );
  assert.deepEqual([shown(queue, "V01"), shown(queue, "V03")], [[1], [4]]);
  let names = 0;
  const newKey = () => `again-${++names}`;
  const again = advance(queue, { kind: "refused-again", caseCode: code, newKey });
  assert.deepEqual(again.waiting, [
    { key: "again-1", caseCode: code, change: answer("V01", 1) },
    { key: "again-2", caseCode: code, change: answer("V03", 4) },
  ]);
  assert.deepEqual(again.refused, []);
  const dropped = advance(queue, { kind: "refused-dropped", caseCode: code });
  assert.deepEqual([dropped.waiting, dropped.refused, shown(dropped, "V01")], [[], [], undefined]);
});

test("an older telling of the case never replaces a newer one", () => {
  const queue = after(
    { kind: "opened", view: aCase(9, { V01: chosen(2) }) },
    {
      kind: "opened",
      view: aCase(3),
    },
  );
  assert.equal(queue.cases[code]?.revision, 9);
});

test("a row is shown when added, filled in while it waits, and gone when removed", () => {
  const id = itemId("a".repeat(32));
  const address = { variable: "method", item: id };
  const added = after(
    changed({ kind: "add-item", item: { id, group: "riskAssessment", phase: "before" } }),
    changed({ kind: "answer", address, value: chosen(1), basedOn: 0 }),
  );
  assert.deepEqual(pendingSheet(added, code)?.items, [
    { id, group: "riskAssessment", phase: "before", answers: { method: chosen(1) } },
  ]);
  const removed = advance(added, changed({ kind: "remove-item", item: id }));
  assert.deepEqual(pendingSheet(removed, code)?.items, []);
});
