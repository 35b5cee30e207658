import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type KeyPress,
  type KeyTarget,
  keyIntent,
  missingKey,
  optionKey,
} from "./question-keys.ts";

const choice: KeyTarget = { control: "choice", options: 4, missing: [98, 99], shortcuts: true };
const text: KeyTarget = { control: "text", options: 0, missing: [98, 99], shortcuts: true };
const add: KeyTarget = { ...choice, control: "add" };
const button: KeyTarget = { ...choice, control: "button" };

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

test("digits pick the options in their order, and nothing beyond the last", () => {
  assert.deepEqual(keyIntent(press("1"), choice), { kind: "option", index: 0 });
  assert.deepEqual(keyIntent(press("4"), choice), { kind: "option", index: 3 });
  assert.equal(keyIntent(press("5"), choice), undefined);
  assert.equal(keyIntent(press("0"), choice), undefined);
});

test("after nine come a to f", () => {
  const long = { ...choice, options: 15 };
  assert.deepEqual(keyIntent(press("a"), long), { kind: "option", index: 9 });
  assert.deepEqual(keyIntent(press("F"), long), { kind: "option", index: 14 });
  assert.equal(optionKey(14), "f");
  assert.equal(optionKey(15), undefined);
});

test("v, s and e answer that there is no answer, where the question has that code", () => {
  assert.deepEqual(keyIntent(press("v"), choice), { kind: "missing", code: 99 });
  assert.deepEqual(keyIntent(press("S"), choice), { kind: "missing", code: 98 });
  assert.equal(keyIntent(press("e"), choice), undefined);
  assert.deepEqual(keyIntent(press("v"), text), { kind: "missing", code: 99 });
});

test("with fourteen options, e is the fourteenth and no longer «ej tillämpligt»", () => {
  const long: KeyTarget = { ...choice, options: 14, missing: [97, 99] };
  assert.deepEqual(keyIntent(press("e"), long), { kind: "option", index: 13 });
  assert.equal(missingKey(97, 14), undefined);
  assert.equal(missingKey(97, 13), "e");
});

test("Enter and Backspace move and never answer", () => {
  assert.deepEqual(keyIntent(press("Enter"), choice), { kind: "next" });
  assert.deepEqual(keyIntent(press("Enter"), text), { kind: "next" });
  assert.deepEqual(keyIntent(press("Backspace"), choice), { kind: "previous" });
});

test("Backspace still erases in a text field, and Enter still presses a button", () => {
  assert.equal(keyIntent(press("Backspace"), text), undefined);
  assert.equal(keyIntent(press("Enter"), button), undefined);
});

test("where a row is added, the key of its first answer adds it with that answer", () => {
  assert.deepEqual(keyIntent(press("4"), add), { kind: "add-row", index: 3 });
  assert.equal(keyIntent(press("5"), add), undefined);
  assert.equal(keyIntent(press("v"), add), undefined);
  assert.equal(keyIntent(press("Enter"), add), undefined);
  assert.deepEqual(keyIntent(press("Backspace"), add), { kind: "previous" });
});

test("g asks that a choice goes on by itself, but is a letter where one types", () => {
  for (const target of [choice, add]) {
    assert.deepEqual(keyIntent(press("g"), target), { kind: "pace" });
  }
  assert.equal(keyIntent(press("g"), text), undefined);
  assert.equal(keyIntent(press("g"), { ...choice, shortcuts: false }), undefined);
});

test("in a text field digits and letters are typed, all but v, s and e", () => {
  assert.equal(keyIntent(press("1"), text), undefined);
  assert.equal(keyIntent(press("a"), text), undefined);
});

test("arrows, Tab and space keep their native meaning", () => {
  for (const key of ["ArrowDown", "ArrowUp", "Tab", " ", "Escape"]) {
    assert.equal(keyIntent(press(key), choice), undefined);
  }
});

test("Ctrl+Enter completes the phase from anywhere; the browser keeps its other shortcuts", () => {
  assert.deepEqual(keyIntent(press("Enter", { ctrlKey: true }), text), { kind: "complete" });
  assert.deepEqual(keyIntent(press("Enter", { metaKey: true }), button), { kind: "complete" });
  assert.equal(keyIntent(press("1", { ctrlKey: true }), choice), undefined);
  assert.equal(keyIntent(press("v", { metaKey: true }), choice), undefined);
  assert.equal(keyIntent(press("e", { altKey: true }), choice), undefined);
});

test("with the one-character keys switched off, only Enter and Backspace are left", () => {
  const off = { ...choice, shortcuts: false };
  for (const key of ["1", "v", "?"]) assert.equal(keyIntent(press(key), off), undefined);
  assert.deepEqual(keyIntent(press("Enter"), off), { kind: "next" });
});
