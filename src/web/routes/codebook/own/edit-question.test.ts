import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLocalDraft, emptyContent, libraryCodebooks } from "#codebook";
import { instant, isoDate, municipalityCode } from "#kernel";
import { changeInWords, unansweredInWords } from "./change-words.ts";
import {
  openComments,
  withGroup,
  withoutField,
  withoutPart,
  withVariable,
} from "./edit-content.ts";
import {
  inSwedish,
  newField,
  newGroup,
  newVariable,
  withNewOption,
  withoutOption,
  withType,
} from "./edit-question.ts";

const [common = assert.fail("the library is empty")] = libraryCodebooks();
const version = {
  municipality: municipalityCode("9001"),
  number: 1,
  validFrom: isoDate("2026-11-02"),
};

test("what the editor makes passes the linter once it has its words", () => {
  const asked = withNewOption(
    { ...newVariable("k9001.", []), label: inSwedish("Har en stödperson") },
    0,
  );
  const options = asked.options.map((option) => ({ ...option, label: inSwedish("Ja") }));
  const rows = newGroup("k9001.", []);
  const content = withGroup(withVariable(emptyContent, { ...asked, options }), {
    ...rows,
    label: inSwedish("Möten"),
  });
  const checked = checkLocalDraft(content, version, { common, measures: [], earlier: [] });
  assert.equal(checked.kind, "done", JSON.stringify(checked));
});

test("a name is never given twice, also when its question is gone", () => {
  assert.equal(newVariable("k9001.", []).id, "k9001.fraga1");
  assert.equal(newVariable("k9001.", ["k9001.fraga2", "k9001.fraga10"]).id, "k9001.fraga11");
  assert.equal(newField("k9001.rader1", ["k9001.rader1.fraga1", "k9001.fraga7"]).id, "fraga2");
});

test("a code is never given twice, also when its answer is gone", () => {
  const first = withNewOption(newVariable("k9001.", []), 4);
  assert.deepEqual(
    first.options.map(({ code }) => code),
    [5],
  );
  const next = withNewOption(withoutOption(first, 5), 5);
  assert.deepEqual(
    next.options.map(({ code }) => code),
    [6],
  );
});

test("another kind of answer leaves nothing behind that it cannot have", () => {
  const chosen = withNewOption(newVariable("k9001.", []), 0);
  assert.deepEqual(withType(chosen, "integer").options, []);
  assert.ok(withType(chosen, "date").dateLimits?.notAfterToday);
  assert.equal(withType(withType(chosen, "date"), "single").dateLimits, undefined);
});

test("with its last question the rows go too", () => {
  const rows = newGroup("k9001.", []);
  const content = withGroup(emptyContent, rows);
  assert.deepEqual(withoutField(content, rows, "fraga1").groups, []);
  assert.deepEqual(withoutPart(content, rows.id).groups, []);
});

test("a comment is open until it is settled, and counts while its question is asked", () => {
  const said = {
    by: "Anna Tallvik",
    at: instant("2026-11-02T09:00:00Z"),
    text: "Räknas en granne?",
  };
  const comments = [
    { ...said, id: "a", variable: "k9001.rader1.fraga1", settledAt: null },
    { ...said, id: "b", variable: "k9001.rader1", settledAt: said.at },
    { ...said, id: "c", variable: "k9001.fraga7", settledAt: null },
  ];
  const content = withGroup(emptyContent, newGroup("k9001.", []));
  assert.equal(openComments({ comments }, content), 1);
  assert.equal(unansweredInWords(1), "En kommentar är inte besvarad.");
  assert.equal(unansweredInWords(2), "Två kommentarer är inte besvarade.");
});

test("what has no heading yet is not told with an empty name", () => {
  const change = { kind: "added", what: "question", id: "k9001.fraga1" } as const;
  assert.equal(changeInWords({ ...change, label: inSwedish("") }), "Nytt: frågan utan rubrik.");
  assert.equal(changeInWords({ ...change, label: inSwedish("Ja") }), "Nytt: frågan «Ja».");
});
