import assert from "node:assert/strict";
import { test } from "node:test";
import { Decrypter } from "age-encryption";
import { type MunicipalityCode, municipalityCode, problemSentence } from "#kernel";
import { limits, type PackageHeading } from "../delivery-format.ts";
import { type DeliveryFile, readDelivery } from "../read-delivery.ts";
import { codebook, fileOf, textOf } from "../testing/delivered.ts";
import {
  goldenBytes,
  packed,
  receiving,
  receivingKey,
  sealedTo,
  signingKey,
} from "../testing/packaged.ts";
import { openIncoming } from "./open-incoming.ts";
import { openPackage, type Receiving } from "./open-package.ts";
import { packageHeadingLine } from "./package-heading.ts";
import { generateReceivingKey } from "./receiving-key.ts";
import { generateSigningKey } from "./signing-key.ts";

const content = goldenBytes("answer-sheet.jsonl");
const sound = await packed(content);

async function insideOf(sealed: Uint8Array): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(receivingKey.private);
  return await decrypter.decrypt(sealed, "text");
}
const inside = await insideOf(sound);
const [line = ""] = inside.split("\n");
const heading: PackageHeading = JSON.parse(line);

/** What was wrong with it, by code. Each is a sentence that names the file, in both languages. */
async function refusalOf(
  sealed: Uint8Array | DeliveryFile,
  by: Receiving = receiving,
): Promise<string> {
  const file = "open" in sealed ? sealed : fileOf(sealed, { name: "9001.package" });
  const outcome = await openPackage(file, by);
  if (outcome.kind === "done") return "none";
  const [found, ...others] = outcome.problems;
  assert.ok(found && others.length === 0);
  for (const language of ["sv", "en"] as const) {
    assert.match(problemSentence(found, language), /^9001\.package.*(?:\.|: the disk is gone)$/);
    assert.doesNotMatch(problemSentence(found, language), /\{|undefined|AGE-SECRET/);
  }
  return found.code;
}

/** The same with another heading, sealed as anybody can. */
async function withLine(told: string): Promise<Uint8Array> {
  return await sealedTo(told + inside.slice(line.length));
}

/** Signed as it should be, about whatever is told. */
function signedLine(about: Partial<PackageHeading>, by = signingKey): string {
  return packageHeadingLine(by, { ...heading, ...about });
}

test("what a municipality has packed is read as the delivery that it was, as often as is wished", async () => {
  for (const piece of [1, 100, 10_000]) {
    const opened = await openPackage(fileOf(sound, { piece }), receiving);
    assert.ok(opened.kind === "done", JSON.stringify(opened));
    assert.deepEqual(opened.value.sender, heading.sender);
    for (const _ of [1, 2]) {
      const read = Buffer.concat(await Array.fromAsync(opened.value.open()));
      assert.deepEqual(read, Buffer.from(content));
    }
    const delivery = await readDelivery(opened.value, [codebook]);
    assert.equal(delivery.kind, "done", JSON.stringify(delivery));
  }
});

test("any of its receivers can open it, and nobody else", async () => {
  const other = await generateReceivingKey();
  const both = await packed(content, { to: [other.public, receivingKey.public] });
  assert.equal(await refusalOf(both), "none");
  assert.equal(await refusalOf(both, { ...receiving, identities: [other] }), "none");
  const others = { ...receiving, identities: [await generateReceivingKey()] };
  assert.equal(await refusalOf(both, others), "package-other-receiver");
  assert.equal(await refusalOf(both, { ...receiving, identities: [] }), "package-other-receiver");
});

test("what was signed for another receiver and passed on by her is refused", async () => {
  const other = await generateReceivingKey();
  const hers = await packed(content, { to: [other.public] });
  const decrypter = new Decrypter();
  decrypter.addIdentity(other.private);
  const passedOn = await sealedTo(await decrypter.decrypt(hers));
  assert.equal(await refusalOf(passedOn), "package-passed-on");
});

test("a key that is not known, or known for another municipality, is refused", async () => {
  const stranger = generateSigningKey(municipalityCode("9001"));
  assert.equal(await refusalOf(await packed(content, { by: stranger })), "package-unknown-sender");
  const known = { municipality: municipalityCode("9002"), key: stranger.public };
  const knows = { ...receiving, senders: [...receiving.senders, known] };
  const asNeighbour = await packed(content, { by: stranger });
  assert.equal(await refusalOf(asNeighbour, knows), "package-other-municipality");
  const ofNeighbour = await packed(content, {
    by: { ...stranger, municipality: known.municipality },
  });
  assert.equal(await refusalOf(ofNeighbour, knows), "package-other-municipality");
});

test("one key may sign for two municipalities that are named with it", async () => {
  const neighbour: MunicipalityCode = municipalityCode("9002");
  const senders = [...receiving.senders, { municipality: neighbour, key: signingKey.public }];
  assert.equal(await refusalOf(sound, { ...receiving, senders }), "none");
});

test("a signature of anything else is refused", async () => {
  const other = generateSigningKey(signingKey.municipality);
  const forged: PackageHeading = JSON.parse(signedLine({}, other));
  const changes: readonly Partial<PackageHeading>[] = [
    { signature: forged.signature },
    { content: { ...heading.content, bytes: heading.content.bytes - 1 } },
    { content: { ...heading.content, sha256: "0".repeat(64) } },
    { receivers: [receivingKey.public, (await generateReceivingKey()).public].sort() },
    { signature: Buffer.alloc(64).toString("base64url") },
  ];
  for (const change of changes) {
    const told = await withLine(JSON.stringify({ ...heading, ...change }));
    assert.equal(await refusalOf(told), "package-signature-wrong", JSON.stringify(change));
  }
});

test("a delivery that is cut off, longer or another than the one that was signed is refused", async () => {
  assert.equal(await refusalOf(await sealedTo(inside.slice(0, -1))), "package-cut-off");
  assert.equal(await refusalOf(await sealedTo(`${line}\n`)), "package-cut-off");
  assert.equal(await refusalOf(await sealedTo(`${inside}\n`)), "package-trailing");
  const altered = inside.replace('"V01":1', '"V01":2');
  assert.equal(await refusalOf(await sealedTo(altered)), "package-altered");
});

test("what is no package is said to be none", async () => {
  assert.equal(await refusalOf(Buffer.from("")), "delivery-empty");
  assert.equal(await refusalOf(content), "package-not-sealed");
  assert.equal(await refusalOf(Buffer.from([0x1f, 0x8b, 8, 0, 10])), "package-not-sealed");
  assert.equal(await refusalOf(Buffer.from("age-encryption.org/v1")), "package-damaged");
  assert.equal(
    await refusalOf(Buffer.from("age-encryption.org/v1\n-> X25519 a\n")),
    "package-damaged",
  );
  assert.equal(await refusalOf(Buffer.concat([sound, Buffer.from("x")])), "package-damaged");
  for (const other of ["", "x", "\n", "[]\n", "null\n", '{"format":1}\n', content]) {
    const code = await refusalOf(await sealedTo(other));
    assert.ok(["package-heading-unreadable", "package-wrong-format"].includes(code), code);
  }
});

const wrongLines: readonly (readonly [what: string, line: string, code: string])[] = [
  ["not UTF-8", "\u{10FFFF}", "package-heading-unreadable"],
  ["NaN", line.replace(/"bytes":\d+/, '"bytes":NaN'), "package-heading-unreadable"],
  ["a name twice", line.replace("{", '{"format":"skillnad-package/1",'), "package-heading-wrong"],
  ["a hidden name twice", line.replace('"key"', '"k\\u0065y":"","key"'), "package-heading-wrong"],
  ["__proto__", line.replace("{", '{"__proto__":{"kind":"demo"},'), "package-heading-wrong"],
  ["a name too many", line.replace("{", '{"comment":"\u202e",'), "package-heading-wrong"],
  ["a huge integer", line.replace(/"bytes":\d+/, '"bytes":1e400'), "package-heading-wrong"],
  ["a fraction", line.replace(/"bytes":(\d+)/, '"bytes":$1.5'), "package-heading-wrong"],
  ["a text for a number", line.replace(/"bytes":(\d+)/, '"bytes":"$1"'), "package-heading-wrong"],
  ["another format", line.replace("package/1", "package/2"), "package-wrong-format"],
  ["turned writing", line.replace("package/1", "\u202epackage"), "package-wrong-format"],
  ["a code of five digits", line.replace('"9001"', '"90011"'), "package-heading-wrong"],
  [
    "no receiver",
    line.replace(/"receivers":\[[^\]]*\]/, '"receivers":[]'),
    "package-heading-wrong",
  ],
  ["the same one twice", line.replace(/(\[)(".*?")(\])/, "$1$2,$2$3"), "package-heading-wrong"],
  ["nested deep", `${"[".repeat(2000)}${"]".repeat(2000)}`, "package-wrong-format"],
  ["a long line", `${line}${" ".repeat(limits.packageHeadingBytes)}`, "package-heading-unreadable"],
];

for (const [what, told, code] of wrongLines) {
  test(`a heading with ${what} is refused`, async () => {
    const bytes = what === "not UTF-8" ? Buffer.from([0xff, 0xfe]) : Buffer.from(told);
    const sealed = await sealedTo(Buffer.concat([bytes, Buffer.from(inside.slice(line.length))]));
    assert.equal(await refusalOf(sealed), code);
  });
}

test("of the ways to write one signature or key in base64url only one is taken", async () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const { signature } = heading;
  const last = letters.indexOf(signature.at(-1) ?? "");
  const alike = signature.slice(0, -1) + letters[last + 1];
  assert.deepEqual(Buffer.from(alike, "base64url"), Buffer.from(signature, "base64url"));
  assert.equal(
    await refusalOf(await withLine(line.replace(signature, alike))),
    "package-heading-wrong",
  );
});

test("a file that is gone, or becomes another between two readings, is told as that", async () => {
  const gone = fileOf(sound, { name: "9001.package" });
  const unreadable = {
    ...gone,
    // biome-ignore lint/correctness/useYield: it fails before there is anything to give
    async *open(): AsyncGenerator<Uint8Array> {
      throw new Error("the disk is gone");
    },
  };
  assert.equal(await refusalOf(unreadable), "file-unreadable");

  let now = sound;
  const swapped = { ...gone, open: () => fileOf(now).open() };
  const opened = await openPackage(swapped, receiving);
  assert.ok(opened.kind === "done");
  now = await packed(content.toString().replace('"V01":1', '"V01":2'));
  const outcome = await readDelivery(opened.value, [codebook]);
  assert.ok(outcome.kind === "refused");
});

test("plain lines are taken when they are invented, and never when they are real", async () => {
  const codeOf = async (text: string | Uint8Array, by?: Receiving) => {
    const outcome = await openIncoming(fileOf(text), by);
    return outcome.kind === "done" ? "none" : outcome.problems[0]?.code;
  };
  assert.equal(await codeOf(content), "none");
  assert.equal(await codeOf(content.toString().replace('"demo"', '"real"')), "delivery-unsigned");
  assert.equal(await codeOf(textOf([' { "kind" : "real"} '])), "delivery-unsigned");
  assert.equal(await codeOf("neither\n"), "none");
  assert.equal(await codeOf(sound), "package-without-key");
  assert.equal(await codeOf(sound, receiving), "none");
});
