import { createHash } from "node:crypto";
import { Decrypter } from "age-encryption";
import { problemSentence, type Randomness, seededRandomness } from "#kernel";
import { openPackage } from "../package/open-package.ts";
import { packageHeadingLine } from "../package/package-heading.ts";
import { generateSigningKey } from "../package/signing-key.ts";
import { readDelivery } from "../read-delivery.ts";
import { codebook, deliveredLines, fileOf, plausibleCases, textOf } from "./delivered.ts";
import { packed, receiving, receivingKey, sealedTo, signingKey } from "./packaged.ts";

/**
 * Where a package was spoilt: on its way; opened by somebody, spoilt, and sealed as it is or signed with
 * her own key; or by the municipality itself, so that only reading the delivery can find it.
 */
const waysToSpoil = ["on its way", "by a stranger", "by the sender", "with a fitting end"] as const;

export type Fuzzed = { readonly count: number; readonly refusedBy: ReadonlyMap<string, number> };

/**
 * Opens so many spoilt packages, and reads what could be opened. @throws for a crash, for one that is
 * taken though it was spoilt, and for a refusal that says nothing.
 */
export async function openSpoilt(
  count: number,
  seed: number,
  progress: (opened: number) => void = () => {},
): Promise<Fuzzed> {
  const randomness = seededRandomness(seed);
  const content = Buffer.from(textOf(await deliveredLines(plausibleCases(3))));
  const sealed = Buffer.from(await packed(content));
  const decrypter = new Decrypter();
  decrypter.addIdentity(receivingKey.private);
  const inside = Buffer.from(await decrypter.decrypt(sealed));
  const stranger = generateSigningKey(signingKey.municipality);
  const refusedBy = new Map<string, number>();

  for (let index = 0; index < count; index++) {
    const way = waysToSpoil[index % waysToSpoil.length] ?? "on its way";
    const at = `seed ${seed}, package ${index}, spoilt ${way}`;
    const { bytes, isSame } = await spoilt(way);
    const code = await refusal(bytes, 1 + randomness.below(4000), at);
    // What is spoilt so that it is right again may be taken: another true answer, with an end that fits.
    if (code === undefined && way !== "with a fitting end" && !isSame)
      throw new Error(`taken: ${at}`);
    const found = code ?? "taken";
    refusedBy.set(found, (refusedBy.get(found) ?? 0) + 1);
    progress(index + 1);
  }
  return { count, refusedBy };

  async function spoilt(way: (typeof waysToSpoil)[number]) {
    switch (way) {
      case "on its way": {
        const bytes = spoil(sealed, randomness);
        return { bytes, isSame: sealed.equals(bytes) };
      }
      case "by a stranger": {
        const bytes = spoil(inside, randomness);
        const isSame = inside.equals(bytes);
        if (randomness.below(2) === 0) return { bytes: await sealedTo(bytes), isSame };
        return { bytes: await packed(spoil(content, randomness), { by: stranger }), isSame: false };
      }
      case "by the sender": {
        const bytes = spoil(content, randomness);
        return { bytes: await signedBySender(bytes), isSame: content.equals(bytes) };
      }
      case "with a fitting end":
        return { bytes: await signedBySender(withFittingEnd(content, randomness)), isSame: false };
    }
  }
}

/** Packed as `packDelivery` does it, in one piece. */
async function signedBySender(content: Uint8Array): Promise<Uint8Array> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const about = {
    receivers: [receivingKey.public],
    content: { bytes: content.length, sha256 },
  };
  const line = packageHeadingLine(signingKey, about);
  return await sealedTo(Buffer.concat([Buffer.from(`${line}\n`), content]));
}

/** Spoilt in heading or rows, and an end that says what now stands before it. */
function withFittingEnd(content: Buffer, randomness: Randomness): Uint8Array {
  const until = content.lastIndexOf("\n", content.length - 2) + 1;
  const before = spoil(content.subarray(0, until), randomness);
  const hash = createHash("sha256").update(before).digest("hex");
  const cases = Buffer.from(before).toString("latin1").split("\n").length - 2;
  return Buffer.concat([before, Buffer.from(`${JSON.stringify({ end: { cases, hash } })}\n`)]);
}

async function refusal(bytes: Uint8Array, piece: number, at: string): Promise<string | undefined> {
  const opened = await openPackage(fileOf(bytes, { name: "9001.package", piece }), receiving);
  const outcome = opened.kind === "done" ? await readDelivery(opened.value, [codebook]) : opened;
  if (outcome.kind === "done") return undefined;
  const [first] = outcome.problems;
  if (!first || outcome.problems.length > 30) throw new Error(`no clear answer: ${at}`);
  for (const each of outcome.problems) {
    for (const language of ["sv", "en"] as const) {
      const sentence = problemSentence(each, language);
      const isClear = sentence.startsWith("9001.package") && sentence.length < 600;
      if (!isClear || /[\p{Cc}\p{Cf}]/u.test(sentence)) throw new Error(`${sentence}: ${at}`);
    }
  }
  return first.code;
}

const pieces = [
  ...["NaN", "1e999", "-0", "123456789012345678901234567890", "null", "[]", "{}", "true"],
  ...['"__proto__":{"kind":"real"},', '"constructor":1,', '"V01":2,', '"kind":"real",'],
  ...[
    '"municipality":{"code":"9002"},',
    "\u202e\u2066",
    "\u0000",
    "\\ud800",
    "\n",
    "\r\n",
    "\ufeff",
  ],
  ...["[".repeat(3000), '{"a":'.repeat(1000), " ".repeat(5000), "9".repeat(400), "-> X25519 a\n"],
].map((text) => Buffer.from(text));

/** One to three changes of the kinds that copying, cutting, and ill will make. */
function spoil(whole: Uint8Array, randomness: Randomness): Uint8Array {
  let bytes = Buffer.from(whole);
  for (let left = 1 + randomness.below(3); left > 0; left--) {
    const [from, until] = [randomness.below(bytes.length + 1), randomness.below(bytes.length + 1)];
    const [low, high] = [Math.min(from, until), Math.max(from, until)];
    const near = Math.min(high, low + 1 + randomness.below(40));
    bytes = Buffer.from(changed(bytes, { low, high, near }, randomness));
  }
  return bytes;
}

type Place = { readonly low: number; readonly high: number; readonly near: number };

function changed(bytes: Buffer, { low, high, near }: Place, randomness: Randomness): Uint8Array {
  const before = bytes.subarray(0, low);
  const piece = pieces[randomness.below(pieces.length)] ?? bytes;
  switch (randomness.below(8)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, bytes.subarray(near)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, near), bytes.subarray(low)]);
    case 3:
      return Buffer.concat([
        before,
        randomness.bytes(1 + randomness.below(30)),
        bytes.subarray(low),
      ]);
    case 4:
      return Buffer.concat([before, piece, bytes.subarray(low)]);
    case 5:
      return Buffer.concat([before, piece, bytes.subarray(near)]);
    case 6:
      return Buffer.concat([before, bytes.subarray(high), bytes.subarray(low, high)]);
    default: {
      const flipped = Buffer.from(bytes);
      if (low < flipped.length) flipped[low] = (flipped[low] ?? 0) ^ (1 << randomness.below(8));
      return flipped;
    }
  }
}
