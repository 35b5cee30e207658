import assert from "node:assert/strict";
import { test } from "node:test";
import { readWish } from "./read-wish.ts";

const known = ["save-p95-1", "idle-memory"];

test("nothing said: all of them, as a table", () => {
  assert.deepEqual(readWish([], known), { isJson: false, isWritten: false, only: undefined });
});

test("some of them, for a machine", () => {
  const wish = { isJson: true, isWritten: false, only: ["idle-memory", "save-p95-1"] };
  assert.deepEqual(readWish(["--json", "--only", "idle-memory, save-p95-1"], known), wish);
});

const mistakes = [
  { words: ["--only", "save-p59-1"], told: /«save-p59-1».*save-p95-1, idle-memory/ },
  { words: ["--only", ""], told: /«»/ },
  { words: ["--fast"], told: /--fast.*--json, --only id,id and --write/ },
  { words: ["save-p95-1"], told: /save-p95-1.*--only/ },
];

for (const { words, told } of mistakes) {
  test(`«${words.join(" ")}» is answered with one sentence`, () => {
    const answer = readWish(words, known);
    assert.ok(typeof answer === "string");
    assert.match(answer, told);
    assert.ok(!answer.includes("\n"));
  });
}
