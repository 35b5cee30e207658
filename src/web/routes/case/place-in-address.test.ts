import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "#codebook";
import { placeInAddress, tabInAddress } from "./place-in-address.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no such codebook");
const placeOf = (search: string) => placeInAddress(new URLSearchParams(search), codebook);

test("a link leads to a phase, a question, a field of a row, or to a group's next row", () => {
  assert.deepEqual(placeOf("fas=client"), { phase: "client" });
  assert.deepEqual(placeOf("fas=before&fraga=V07"), { phase: "before", stepId: "fraga-V07" });
  assert.deepEqual(placeOf("fas=during&fraga=aa.end"), { phase: "during", stepId: "fraga-aa.end" });
  assert.deepEqual(placeOf("fas=during&fraga=riskAssessment"), {
    phase: "during",
    stepId: "lagg-till-riskAssessment",
  });
});

test("a link leads to a tab; what is none, to the questions", () => {
  assert.equal(tabInAddress(new URLSearchParams("flik=om")), "om");
  assert.equal(tabInAddress(new URLSearchParams("")), "fragor");
  assert.equal(tabInAddress(new URLSearchParams("flik=__proto__")), "fragor");
});

test("what is no phase leads to where the work goes on", () => {
  assert.equal(placeOf(""), undefined);
  assert.equal(placeOf("fas=constructor&fraga=V07"), undefined);
});
