import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addSeconds, instant, municipalityCode, problemSentence } from "#kernel";
import { signingKey } from "../testing/packaged.ts";
import { type Note, noteLimits, type SharedAction } from "./note-form.ts";
import { openNote, signNote } from "./signed-note.ts";
import { generateSigningKey } from "./signing-key.ts";

const at = instant("2026-11-22T12:00:00.000Z");
const receiver = municipalityCode("0000");
const about = { receiver, round: "2026", at };
const expected = {
  receiver,
  round: "2026",
  senders: [{ municipality: signingKey.municipality, key: signingKey.public }],
  now: at,
};
const action: SharedAction = {
  id: "a-1",
  about: "V24",
  intention: "Vi frågar alla om uppföljning innan stödet slutar.",
  responsible: "enhetschef",
  state: "planned",
  outcome: "",
};

function signed(note: Note, changes: Partial<typeof about> = {}, by = signingKey): string {
  return signNote(by, { ...about, ...changes, note });
}

/** What was wrong with it, by code. Each is a sentence in both languages. */
function refusalOf(text: string, changes: Partial<typeof expected> = {}): string {
  const outcome = openNote(text, "Meddelandet", { ...expected, ...changes });
  if (outcome.kind === "done") return "none";
  const [found, ...others] = outcome.problems;
  assert.ok(found && others.length === 0);
  for (const language of ["sv", "en"] as const) {
    assert.match(problemSentence(found, language), /^Meddelandet.*\.$/);
    assert.doesNotMatch(problemSentence(found, language), /\{|undefined/);
  }
  return found.code;
}

/** Signed as it should be, whatever stands in it. */
const told = (note: unknown) => signed(note as Note);

test("what a municipality has signed is read as it was meant, each kind of note", () => {
  const notes: readonly Note[] = [
    { kind: "checked" },
    { kind: "state", delivery: "0a".repeat(32) },
    { kind: "actions", actions: [] },
    { kind: "actions", actions: [action, { ...action, id: "a-2", about: null }] },
  ];
  for (const note of notes) {
    const opened = openNote(signed(note), "Meddelandet", expected);
    assert.ok(opened.kind === "done", JSON.stringify(opened));
    assert.deepEqual(opened.value.note, note);
    assert.equal(opened.value.sender.municipality, signingKey.municipality);
  }
});

test("a note with any one of its characters changed, left out or doubled is refused", () => {
  for (const note of [{ kind: "checked" }, { kind: "actions", actions: [action] }] as const) {
    const text = signed(note);
    for (let place = 0; place < text.length; place++) {
      const [before, after] = [text.slice(0, place), text.slice(place + 1)];
      const character = text[place] ?? "";
      const others = ["0", "x", " ", '"', "}", character.toUpperCase(), character.toLowerCase()];
      for (const other of new Set([...others, "", character + character])) {
        if (other === character) continue;
        assert.notEqual(refusalOf(before + other + after), "none", `${place}: ${other}`);
      }
    }
  }
});

test("another spelling of what was signed is refused: white space, order, escapes, a name twice", () => {
  const text = signed({ kind: "actions", actions: [action] });
  const value = JSON.parse(text);
  const { signature, ...unsigned } = value;
  for (const other of [
    `${text}\n`,
    JSON.stringify(value, null, 1),
    JSON.stringify({ signature, ...unsigned }),
    text.replace("å", "\\u00e5"),
    text.replace('"round":"2026"', '"round":"2025","round":"2026"'),
    text.replace("{", '{"__proto__":{},'),
    `\ufeff${text}`,
  ]) {
    assert.notEqual(other, text);
    assert.equal(refusalOf(other), "note-wrong");
  }
});

test("a key that is not known, or known for another municipality, is refused", () => {
  const stranger = generateSigningKey(signingKey.municipality);
  assert.equal(refusalOf(signed({ kind: "checked" }, {}, stranger)), "note-unknown-sender");
  const asNeighbour = { ...signingKey, municipality: municipalityCode("9002") };
  assert.equal(refusalOf(signed({ kind: "checked" }, {}, asNeighbour)), "note-unknown-sender");
  assert.equal(refusalOf(signed({ kind: "checked" }), { senders: [] }), "note-unknown-sender");
});

test("in another's name nothing can be signed", () => {
  const stranger = generateSigningKey(signingKey.municipality);
  const forger = { ...stranger, public: signingKey.public };
  assert.equal(refusalOf(signed({ kind: "checked" }, {}, forger)), "note-signature-wrong");
  const noPoint = { municipality: signingKey.municipality, key: `${"A".repeat(41)}AI` };
  const senders = [noPoint];
  const text = signed({ kind: "checked" }, {}, { ...signingKey, public: noPoint.key });
  assert.ok(refusalOf(text, { senders }) !== "none");
});

test("a note to another receiver, or of another round, is refused", () => {
  const text = signed({ kind: "checked" });
  assert.equal(refusalOf(text, { receiver: municipalityCode("0091") }), "note-other-receiver");
  assert.equal(refusalOf(text, { round: "2027" }), "note-other-round");
});

test("a note is taken for ten minutes, and a minute before its time since clocks differ", () => {
  const text = signed({ kind: "checked" });
  for (const [seconds, wanted] of [
    [-61, "note-untimely"],
    [-60, "none"],
    [0, "none"],
    [600, "none"],
    [601, "note-untimely"],
    [86_400, "note-untimely"],
  ] as const) {
    assert.equal(refusalOf(text, { now: addSeconds(at, seconds) }), wanted, `after ${seconds} s`);
  }
});

test("the largest note that the form lets through is small enough, and nothing larger is read", () => {
  const fill = (length: number) => "→".repeat(length);
  const actions = Array.from({ length: noteLimits.actions }, (_, number) => ({
    id: `${number}`.padStart(64, "x"),
    about: "V".padEnd(40, "å"),
    intention: fill(noteLimits.intention),
    responsible: fill(noteLimits.responsible),
    state: "under-way" as const,
    outcome: fill(noteLimits.outcome),
  }));
  const largest = signed({ kind: "actions", actions }, { round: "å".repeat(40) });
  const round = "å".repeat(40);
  assert.ok(Buffer.byteLength(largest) <= noteLimits.bytes, `${Buffer.byteLength(largest)} bytes`);
  assert.equal(refusalOf(largest, { round }), "none");
  assert.equal(refusalOf(`${largest}${" ".repeat(noteLimits.bytes)}`), "note-too-large");
});

test("what is signed and is no note of ours is refused all the same", () => {
  const wrong: readonly unknown[] = [
    null,
    {},
    { kind: "other" },
    { kind: "checked", more: 1 },
    { kind: "state" },
    { kind: "state", delivery: "0A".repeat(32) },
    { kind: "actions", actions: [action, action] },
    {
      kind: "actions",
      actions: Array.from({ length: 17 }, (_, id) => ({ ...action, id: `${id}` })),
    },
    ...[
      { intention: " " },
      { intention: "x".repeat(noteLimits.intention + 1) },
      { responsible: "" },
      { responsible: "chef\u202e" },
      { outcome: "\u0000" },
      { outcome: ["Gäller 121212", "1212"].join("-") },
      { about: "V 24" },
      { id: "../a" },
      { state: "someday" },
      { dueOn: "2027-01-01" },
    ].map((change) => ({ kind: "actions", actions: [{ ...action, ...change }] })),
  ];
  for (const note of wrong) {
    assert.equal(refusalOf(told(note)), "note-wrong", JSON.stringify(note));
  }
});

test("whatever text comes, the answer is a problem and never a crash", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.constant("[".repeat(9999)),
  );
  fc.assert(fc.property(anything, (text) => assert.notEqual(refusalOf(text), "none")));
});
