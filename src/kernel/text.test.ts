import assert from "node:assert/strict";
import { test } from "node:test";
import { checkReason, checkText } from "./index.ts";

function codes(text: string): readonly string[] {
  return checkText(text, "reason", 20).map(({ code }) => code);
}

test("ordinary Swedish passes, emoji and line breaks too", () => {
  assert.deepEqual(codes("Åsa är sjuk 🌻\n& co"), []);
});

test("what could break a database or deceive a reader is refused", () => {
  for (const text of [
    "nul \u0000",
    "\ud800 lone",
    "lone \udc00",
    "\u202eturned",
    "\u2066hidden",
    "\u200fmark",
  ]) {
    assert.deepEqual(codes(text), ["text-not-allowed"]);
  }
});

test("script is text like any other", () => {
  assert.deepEqual(codes("<script>1</script>"), []);
});

test("several faults are told at once", () => {
  assert.deepEqual(codes(`\u0000${"x".repeat(30)}`), ["text-too-long", "text-not-allowed"]);
});

test("a reason has words, not one letter", () => {
  for (const empty of ["", "  ", "a", "x!", "…", "123 456"]) {
    assert.deepEqual(
      checkReason(empty).map(({ code }) => code),
      ["reason-needed"],
    );
  }
  assert.deepEqual(checkReason("Anna är sjuk."), []);
});
