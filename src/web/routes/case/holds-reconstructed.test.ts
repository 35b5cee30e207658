import assert from "node:assert/strict";
import { test } from "node:test";
import { type Codebook, libraryCodebooks } from "#codebook";
import { holdsReconstructed } from "./holds-reconstructed.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();
const published = { status: "published" } as const;
const reconstructed = { status: "reconstructed" } as const;
const known: Codebook = {
  ...codebook,
  variables: codebook.variables.map((variable) => ({
    ...variable,
    provenance: published,
    options: variable.options.map((option) => ({ ...option, provenance: published })),
  })),
  groups: [],
};

test("a phase of which all is published says nothing", () => {
  assert.ok(!holdsReconstructed(known, "before"));
});

test("one question, or one answer of it, marks its own phase alone", () => {
  const [first = assert.fail()] = known.variables.filter(({ phase }) => phase === "before");
  const [option = assert.fail()] = codebook.variables.flatMap(({ options }) => options);
  const marked = [
    { ...first, provenance: reconstructed },
    { ...first, options: [{ ...option, provenance: reconstructed }] },
  ];
  for (const variable of marked) {
    const variables = known.variables.map((each) => (each.id === first.id ? variable : each));
    assert.ok(holdsReconstructed({ ...known, variables }, "before"));
    assert.ok(!holdsReconstructed({ ...known, variables }, "after"));
  }
});
