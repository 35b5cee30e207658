import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangeSight } from "#codebook";
import { changeSightsInWords } from "./change-sight-words.ts";

const risk = (kind: ChangeSight["kind"]): ChangeSight => ({
  group: "riskAssessment",
  label: { sv: "Riskbedömning", en: "Risk assessment" },
  isMeasure: false,
  kind,
});
const measure = (kind: ChangeSight["kind"]): ChangeSight => ({
  group: "m1.openMeasure",
  label: { sv: "Öppet mått", en: "Open measure" },
  isMeasure: true,
  kind,
});

test("what can show change needs no words, nor what was never measured", () => {
  assert.deepEqual(changeSightsInWords([risk("can-show"), measure("not-measured")], false), []);
  assert.deepEqual(changeSightsInWords([risk("not-measured")], true), []);
});

test("one moment is not enough, which in an open case can still be helped", () => {
  assert.deepEqual(changeSightsInWords([risk("only-one-moment")], false), [
    "Riskbedömning: metoden kan inte visa förändring än. Den är bara gjord vid ett tillfälle: gör om den på samma sätt efteråt.",
  ]);
  assert.deepEqual(changeSightsInWords([risk("only-one-moment")], true), [
    "Riskbedömning: metoden kan inte visa förändring, för den är bara gjord vid ett tillfälle.",
  ]);
});

test("different methods cannot be compared; where the open measure is switched on, it is suggested", () => {
  assert.deepEqual(
    changeSightsInWords([risk("different-methods"), measure("not-measured")], false),
    [
      "Riskbedömning: metoden kan inte visa förändring, för metoderna före och efter är olika.",
      "Öppet mått är påslaget hos er och kan visa förändring, om det görs både före och efter.",
    ],
  );
});
