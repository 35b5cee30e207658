import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasPersonnummer } from "./index.ts";

/** Built while the test runs: no personnummer may stand in the source, not even an invented one. */
function invented(date: string, birthNumber: string): string {
  const nine = date + birthNumber;
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${date}-${birthNumber}${(10 - (sum % 10)) % 10}`;
}

const anyPersonnummer = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([year, month, day, isCoordination, number]) => {
    const shown = isCoordination ? day + 60 : day;
    const date = [year, month, shown].map((part) => String(part).padStart(2, "0")).join("");
    return invented(date, String(number).padStart(3, "0"));
  });

test("a personnummer is found in every way that people write it", () => {
  fc.assert(
    fc.property(anyPersonnummer, (number) => {
      const digits = number.replace("-", "");
      const fullWidth = digits.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)));
      const forms = [number, digits, number.replace("-", "+"), `19${digits}`, `20${number}`];
      const dashed = number.replace(/^(..)(..)(..)/, "$1-$2-$3");
      const hidden = number.replace(/^(...)/, "$1\u200b\u00ad");
      forms.push(number.replace("-", " - "), fullWidth, dashed, `19${dashed}`, hidden);
      for (const form of forms) {
        assert.ok(hasPersonnummer(form), form);
        assert.ok(hasPersonnummer(`Ring ${form}, hon väntar.`), form);
      }
    }),
  );
});

test("a wrong check digit, a wrong date and other numbers are left alone", () => {
  fc.assert(
    fc.property(anyPersonnummer, fc.integer({ min: 1, max: 9 }), (number, shift) => {
      const last = (Number(number.at(-1)) + shift) % 10;
      assert.ok(!hasPersonnummer(number.slice(0, -1) + last));
    }),
  );
  for (const harmless of ["", "M-7F3K-2", "2023-03-12", "12 345 678", invented("991345", "123")]) {
    assert.ok(!hasPersonnummer(harmless), harmless);
  }
});
