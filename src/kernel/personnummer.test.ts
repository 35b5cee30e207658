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

const mistyped = fc
  .tuple(anyPersonnummer, fc.integer({ min: 1, max: 9 }))
  .map(([number, shift]) => number.slice(0, -1) + ((Number(number.at(-1)) + shift) % 10));

test("a date, a separator and four digits are refused though the check digit is wrong", () => {
  fc.assert(
    fc.property(mistyped, (number) => {
      const forms = ["-", "+", " ", " - ", "–", "\u2011", "\u00a0"].map((sign) =>
        number.replace("-", sign),
      );
      for (const form of [...forms, `19${number}`, `20${number.replace("-", " ")}`]) {
        assert.ok(hasPersonnummer(`Anna Svensson ${form} vill inte`), form);
      }
    }),
  );
});

test("digits in a row with a wrong check digit are left alone", () => {
  fc.assert(
    fc.property(mistyped, (number) => {
      const digits = number.replace("-", "");
      assert.ok(!hasPersonnummer(digits), digits);
      assert.ok(!hasPersonnummer(`Ärende 19${digits}.`), digits);
    }),
  );
});

test("telephones, diaries, dates, times and other numbers are left alone", () => {
  const harmless = [
    ...["", "M-7F3K-2", "12 345 678", invented("991345", "123"), invented("850100", "123")],
    ...["070-123 45 67", "08-123 456 78", "0701234567", "+46 70 123 45 67", "2026-001234"],
    ...["2026-03-12", "2023-03-12", "12-03-2026 1400", "2026-03-12 kl. 14.00", "12 mars 2026"],
    ...["2026-03-12--2026-04-12", "123 45", "556036-0793"],
  ];
  for (const text of harmless) assert.ok(!hasPersonnummer(`Ring ${text} i morgon`), text);
});
