import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type DeliveryLevel, deliveryLevels } from "./delivery-format.ts";
import { deliveryJsonSchemas } from "./delivery-json-schemas.ts";
import { packageHeadingLine } from "./package/package-heading.ts";
import { deliveredLines, plausibleCases } from "./testing/delivered.ts";
import { receivingKey, signingKey } from "./testing/packaged.ts";

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  formats: { "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/ },
});
const schemas = deliveryJsonSchemas();

function fitting(kind: string) {
  const text = schemas.get(`${kind}.schema.json`);
  assert.ok(text, kind);
  const isValid = ajv.compile(JSON.parse(text));
  return (line: unknown) => (isValid(line) ? true : JSON.stringify(isValid.errors));
}
const fits = {
  heading: fitting("heading"),
  case: fitting("case"),
  table: fitting("table"),
  end: fitting("end"),
  "package-heading": fitting("package-heading"),
};

test("the published schemas are those that the program writes", () => {
  for (const [file, text] of schemas) {
    const written = readFileSync(new URL(`schemas/${file}`, import.meta.url), "utf8");
    assert.equal(written, text, "stale: node scripts/write-delivery-schemas.ts");
  }
});

for (const level of deliveryLevels satisfies readonly DeliveryLevel[]) {
  test(`every line of a delivery of ${level} fits its schema`, async () => {
    const lines = await deliveredLines(plausibleCases(40), { level });
    const [heading, ...others] = lines.map((line) => JSON.parse(line));
    const end = others.pop();
    assert.equal(fits.heading(heading), true);
    assert.equal(fits.end(end), true);
    assert.ok(others.length >= 40);
    const row = level === "counts" ? fits.table : fits.case;
    for (const other of others) assert.equal(row(other), true, JSON.stringify(other));
    assert.notEqual(fits.heading({ ...heading, sentBy: "Anna" }), true);
    assert.notEqual(row({ ...others[0], answers: { V01: "2023-01-04" } }), true);
  });
}

test("the first line of a package fits its schema, and another does not", () => {
  const content = { bytes: 0, sha256: "0".repeat(64) };
  const line = packageHeadingLine(signingKey, { receivers: [receivingKey.public], content });
  const heading = JSON.parse(line);
  assert.equal(fits["package-heading"](heading), true);
  assert.notEqual(fits["package-heading"]({ ...heading, signature: "none" }), true);
});
