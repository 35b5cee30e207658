import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebooks } from "#codebook";
import { municipalityCode } from "#kernel";
import { codebookChooser } from "./codebook-chooser.ts";

test("a municipality registers under its own overlay, the others under the newest common one", () => {
  const chosenBy = codebookChooser(effectiveCodebooks());
  assert.equal(chosenBy(municipalityCode("9001")), "su-kvinnofrid-2021");
  assert.equal(chosenBy(municipalityCode("9007")), "k9007-ostersund-manner");
});
