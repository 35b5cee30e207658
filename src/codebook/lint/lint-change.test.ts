import assert from "node:assert/strict";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { option, writtenCodebook } from "../testing/written-codebook.ts";
import { lintCodebook } from "./lint-codebook.ts";

function found(parts: Parameters<typeof writtenCodebook>[0]): readonly string[] {
  return lintCodebook(writtenCodebook(parts)).map((each) => problemSentence(each, "en"));
}

test("one of several options may be the better; of anything else nothing is", () => {
  const field = { id: "level", better: "first" };
  const risk = (more: object) =>
    found({ groups: [{ id: "risk", fields: [{ ...field, ...more }] }] });
  assert.deepEqual(risk({}), []);
  assert.deepEqual(found({ variables: [{ id: "mood", better: "last" }] }), []);
  assert.match(risk({ options: [option(1)] })[0] ?? "", /«single» with 1 options is no scale/);
  assert.match(risk({ type: "multiple" })[0] ?? "", /fields\/0\/better.*«multiple»/);
  assert.match(
    found({ variables: [{ id: "mood", type: "integer", better: "last" }] })[0] ?? "",
    /variables\/0\/better.*«integer» with 0 options/,
  );
});

const indicator = {
  id: "attained",
  label: { sv: "Nått", en: "Attained" },
  variable: "goal",
  measure: { kind: "share", codes: [1] },
  base: "answered",
  population: "closed",
  provenance: { status: "reconstructed" },
};

function beside(more: object): readonly string[] {
  const variables = [
    { id: "goal", phase: "after" },
    { id: "helped", phase: "client" },
  ];
  return found({ variables, indicators: [{ ...indicator, ...more }] });
}

test("beside a change stands the goal, and what the client says herself, each as what it is", () => {
  assert.deepEqual(beside({}), []);
  assert.deepEqual(beside({ besideChange: "goal" }), []);
  assert.deepEqual(beside({ besideChange: "client", variable: "helped" }), []);
  assert.match(beside({ besideChange: "client" })[0] ?? "", /goal.*as «client»/);
  assert.match(beside({ besideChange: "goal", variable: "helped" })[0] ?? "", /helped.*as «goal»/);
});

test("what the client says is told unfiltered, since a unit cannot tell it otherwise", () => {
  const within = { answer: "goal", in: [1] };
  assert.deepEqual(beside({ besideChange: "goal", within }), []);
  assert.match(
    beside({ besideChange: "client", variable: "helped", within })[0] ?? "",
    /unfiltered: «attained» has a «within»/,
  );
});
