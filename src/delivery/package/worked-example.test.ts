import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Decrypter } from "age-encryption";
import { canonicalJson, instant, municipalityCode } from "#kernel";
import type { PackageHeading } from "../delivery-format.ts";
import { readDelivery } from "../read-delivery.ts";
import { codebook, fileOf } from "../testing/delivered.ts";
import { goldenBytes, receiving, receivingKey, signingKey } from "../testing/packaged.ts";
import { openPackage } from "./open-package.ts";
import { packageHeadingLine } from "./package-heading.ts";
import { signNote } from "./signed-note.ts";

const document = readFileSync(new URL("../../../docs/delivery-format.md", import.meta.url), "utf8");
const stale = "stale: node scripts/write-package-example.ts, and the example in the document";
const decrypter = new Decrypter();
decrypter.addIdentity(receivingKey.private);
const inside = await decrypter.decrypt(goldenBytes("answer-sheet.package"), "text");
const [line = ""] = inside.split("\n");
const heading: PackageHeading = JSON.parse(line);

test("the example's package holds the reviewed delivery, and is opened and read", async () => {
  assert.equal(inside, `${line}\n${goldenBytes("answer-sheet.jsonl")}`, stale);
  const opened = await openPackage(fileOf(goldenBytes("answer-sheet.package")), receiving);
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  const delivery = await readDelivery(opened.value, [codebook]);
  assert.equal(delivery.kind, "done", JSON.stringify(delivery));
});

test("its first line is what its key writes of that delivery, byte by byte", () => {
  assert.equal(packageHeadingLine(signingKey, heading), line);
});

test("the document tells the line, what was signed, and the keys as they are", () => {
  const { signature: _, ...unsigned } = heading;
  const { format, sender, receivers, content } = unsigned;
  const signed = canonicalJson({ format, sender, receivers, content });
  for (const told of [line, signed, signingKey.private, signingKey.public, receivingKey.private]) {
    assert.ok(document.includes(told), `${stale}: ${told}`);
  }
  for (const each of goldenBytes("answer-sheet.jsonl").toString().trimEnd().split("\n")) {
    assert.ok(document.includes(each.slice(0, 60)), `${stale}: ${each.slice(0, 60)}`);
  }
});

test("the document's note is what the example's key signs", () => {
  const about = { receiver: municipalityCode("0000"), round: "2026" };
  const at = instant("2026-11-22T12:00:00.000Z");
  const told = signNote(signingKey, { ...about, at, note: { kind: "checked" } });
  assert.ok(document.includes(`\n${told}\n`), `stale: ${told}`);
});
