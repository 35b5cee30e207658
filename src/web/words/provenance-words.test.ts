import assert from "node:assert/strict";
import { test } from "node:test";
import type { Provenance, Question } from "#codebook";
import { provenanceInWords } from "./provenance-words.ts";

function question(status: Provenance["status"], ...options: readonly Provenance["status"][]) {
  const label = { sv: "Ja", en: "Yes" };
  return {
    provenance: { status },
    options: options.map((each, index) => ({
      code: index + 1,
      label,
      provenance: { status: each },
    })),
  } satisfies Pick<Question, "provenance" | "options">;
}

test("what is reconstructed is said, of the question and of each answer", () => {
  assert.match(provenanceInWords(question("reconstructed")), /^Frågan är rekonstruerad/);
  assert.equal(
    provenanceInWords(question("published", "published")),
    "Frågan är känd från en publicerad källa.",
  );
  assert.match(
    provenanceInWords(question("published", "reconstructed", "reconstructed")),
    / Svarsalternativen är rekonstruerade\.$/,
  );
  assert.match(
    provenanceInWords(question("published", "published", "reconstructed")),
    / Alternativ 2 är rekonstruerat\.$/,
  );
  assert.match(
    provenanceInWords(
      question("published", "reconstructed", "reconstructed", "published", "reconstructed"),
    ),
    / Alternativ 1, 2 och 4 är rekonstruerade\.$/,
  );
});
