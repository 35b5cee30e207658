import assert from "node:assert/strict";
import { test } from "node:test";
import { checkNewPassword } from "./password-rules.ts";

const names = ["Anna Tallvik", "anna.tallvik", "Granviken", "Skillnad"];

function verdict(password: string): string {
  return checkNewPassword(password, names)
    .map(({ code }) => code)
    .join();
}

test("eleven characters are too few, whatever they are", () => {
  assert.equal(verdict("k7#Qv!x9Zp2"), "password-too-short");
  assert.equal(verdict("å".repeat(11)), "password-too-short");
  const [short] = checkNewPassword("kort", names);
  assert.deepEqual([short?.at, short?.details], ["password", { shortest: 12 }]);
});

test("what everybody tries first is refused, however it is dressed up", () => {
  for (const guessable of [
    "password1234",
    "Password123!",
    "p@$$w0rd2026",
    "passwordpassword",
    "lösenord2026",
    "Sommaren2026",
    "Sommar2026!!",
    "välkommen123",
    "Välkommen2026!",
    "qwertyuiop12",
    "qwertyuiopås",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "123456789012",
    "abcdefghijkl",
    "111111111111",
    "aaaaaaaaaaaaaaaaaaaa",
    "iloveyou1234",
    "jagälskardig",
    "abc123abc123",
    "administrator1",
    "football12345",
    "sunshine2024",
    "liverpool123!",
  ]) {
    assert.equal(verdict(guessable), "password-guessable", guessable);
  }
});

test("the names that belong to her and to the program are taken away first", () => {
  for (const own of ["annatallvik1", "Granviken2026", "skillnad-skillnad", "AnnaGranviken!"]) {
    assert.equal(verdict(own), "password-guessable", own);
  }
});

test("a sentence, four words and a made-up one are taken, without capitals, digits or signs", () => {
  for (const good of [
    "fyra ord som inte hör ihop",
    "kopparslagare vid ån",
    "igelkottens paraply",
    "tkzvqmhwpxru",
    "åtta blå cyklar i hissen",
    "correct horse battery staple",
    "mamma bakar bullar på tisdagar",
    "🐢🐢 sköldpaddan simmar",
  ]) {
    assert.equal(verdict(good), "", good);
  }
});
