import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import { newCaseCode, parseCaseCode } from "./case-code.ts";

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/** Places of the characters in `M-7F3K-2`; the hyphens stand between them. */
const places = [0, 2, 3, 4, 5, 7];

const code = fc.integer().map((seed) => newCaseCode(seededRandomness(seed)));

function replaced(text: string, place: number, char: string): string {
  return text.slice(0, place) + char + text.slice(place + 1);
}

test("a new code has its one written form, without characters that are misread", () => {
  fc.assert(
    fc.property(code, (written) => {
      assert.match(written, /^[A-HJ-NP-Z]-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]$/);
      assert.equal(parseCaseCode(written), written);
    }),
  );
});

test("every single wrong character is found, in every place", () => {
  fc.assert(
    fc.property(code, (written) => {
      for (const place of places) {
        for (const char of alphabet) {
          const mistyped = replaced(written, place, char);
          const expected = mistyped === written ? written : undefined;
          assert.equal(parseCaseCode(mistyped), expected, `${written} typed as ${mistyped}`);
        }
      }
    }),
  );
});

test("every swap of two neighbours is found, the check character included", () => {
  fc.assert(
    fc.property(code, (written) => {
      for (const [index, place] of places.slice(0, -1).entries()) {
        const next = places[index + 1] ?? 0;
        const [left = "", right = ""] = [written[place], written[next]];
        const swapped = replaced(replaced(written, place, right), next, left);
        const expected = left === right ? written : undefined;
        assert.equal(parseCaseCode(swapped), expected, `${written} typed as ${swapped}`);
      }
    }),
  );
});

test("small letters, spaces and hyphens do not matter", () => {
  const gaps = fc.array(fc.constantFrom("", " ", "-", "–", "  "), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(code, gaps, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (...typed) => {
      const [written, gap, small] = typed;
      const chars = written.replaceAll("-", "");
      const sloppy = [...chars].map(
        (char, index) => (gap[index] ?? "") + (small[index] ? char.toLowerCase() : char),
      );
      assert.equal(parseCaseCode(sloppy.join("") + gap[6]), written);
    }),
  );
});

test("I, O, 0 and 1 stand in no code, and nothing else is a code either", () => {
  const written = newCaseCode(seededRandomness(1));
  for (const place of places) {
    for (const char of "IO01ÅÄÖ_*") {
      assert.equal(parseCaseCode(replaced(written, place, char)), undefined);
    }
  }
  for (const text of ["", "-", written.slice(0, -1), `${written}2`, `${written}${written}`]) {
    assert.equal(parseCaseCode(text), undefined);
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseCaseCode(text);
      assert.ok(read === undefined || parseCaseCode(read) === read);
    }),
  );
});

test("a code begins with a letter, whatever its check character says", () => {
  for (const check of alphabet) assert.equal(parseCaseCode(`7-F3K2-${check}`), undefined);
});

test("codes are spread: a thousand draws do not repeat themselves", () => {
  const randomness = seededRandomness(2026);
  const drawn = new Set(Array.from({ length: 1000 }, () => newCaseCode(randomness)));
  assert.equal(drawn.size, 1000);
});
