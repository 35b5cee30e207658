import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { codebookJsonSchema } from "./codebook-json-schema.ts";

function fileInLibrary(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`library/${name}.json`, import.meta.url), "utf8"));
}

function isValid(candidate: unknown): boolean {
  const ajv = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
  return ajv.compile(JSON.parse(codebookJsonSchema()))(candidate);
}

test("the published schema is the one that the program reads with", () => {
  assert.deepEqual(
    fileInLibrary("codebook.schema"),
    JSON.parse(codebookJsonSchema()),
    "stale: node scripts/write-codebook-schema.ts",
  );
});

for (const name of ["su-kvinnofrid-2021", "su-kvinnofrid-2019", "k9007-ostersund-manner"]) {
  test(`${name} fits the published schema`, () => {
    assert.ok(isValid(fileInLibrary(name)));
  });
}

test("the schema refuses what the program refuses", () => {
  const codebook = fileInLibrary("su-kvinnofrid-2021") as { variables: { condition?: unknown }[] };
  const withCondition = (condition: unknown) => ({
    ...codebook,
    variables: codebook.variables.map((variable) => ({ ...variable, condition })),
  });
  assert.ok(isValid(withCondition({ not: { any: [{ answer: "V01", in: [1] }] } })));
  assert.equal(isValid(withCondition({ not: { any: [{ answer: "V01" }] } })), false);
  assert.equal(isValid({ ...codebook, colour: "red" }), false);
});
