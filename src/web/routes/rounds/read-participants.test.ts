import assert from "node:assert/strict";
import { test } from "node:test";
import { readParticipants } from "./read-participants.ts";

test("lines of a spreadsheet, of a list and of a file are read alike", () => {
  const granviken = { code: "9001", name: "Granviken", county: "91" };
  for (const line of ["9001\tGranviken\t91", "9001; Granviken; 91", "9001,Granviken,91"]) {
    assert.deepEqual(readParticipants(line), { participants: [granviken], problems: [] });
  }
});

test("a heading and empty lines are passed by; without a county the code tells it", () => {
  const { participants, problems } = readParticipants("Kod\tNamn\tLän\r\n\r\n9001\tGranviken\r\n");
  assert.deepEqual(participants, [{ code: "9001", name: "Granviken", county: "90" }]);
  assert.deepEqual(problems, []);
});

test("where only spaces stand between, it is said what to write, for each line", () => {
  const { participants, problems } = readParticipants("9001 Granviken 91\n9002 Norrsund 91");
  assert.deepEqual(participants, []);
  assert.deepEqual(problems, [
    "Rad 1: skriv komma eller tab mellan kommunkoden, namnet och länskoden.",
    "Rad 2: skriv komma eller tab mellan kommunkoden, namnet och länskoden.",
  ]);
});

test("what cannot be read is told by its line, and the others are read", () => {
  const text = "9001,Granviken,91\nNorrsund,9002\n9001,Granviken,91\n9003,,91\n9004,Björkfors,Skog";
  const { participants, problems } = readParticipants(text);
  assert.equal(participants.length, 1);
  assert.deepEqual(problems, [
    "Rad 2: kommunkoden ska vara fyra siffror.",
    "Rad 3: koden 9001 står två gånger.",
    "Rad 4: namnet saknas.",
    "Rad 5: länskoden ska vara två siffror.",
  ]);
});
