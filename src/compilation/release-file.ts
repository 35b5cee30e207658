import { createHash } from "node:crypto";
import { z } from "zod";
import { isSignedBy, type SigningKey, signText } from "#delivery";
import {
  canonicalJson,
  done,
  type JsonValue,
  type Outcome,
  type ProblemCode,
  problem,
  refused,
} from "#kernel";
import type { PublishedTexts } from "./release-folder.ts";
import { publicFiles, type ReleaseManifest } from "./release-manifest.ts";

const releaseFileFormat = "skillnad-release-file/1";

/** Far more than a whole country has; whoever sends a larger file has another purpose. */
export const releaseFileLimits = {
  megabytes: 256,
  bytes: 256 * 1024 * 1024,
  headingBytes: 8 * 1024,
  publications: 1000,
} as const;

const names = Object.values(publicFiles);

const SignedHeading = z.strictObject({
  format: z.literal(releaseFileFormat),
  receiver: z.strictObject({ code: z.string().regex(/^\d{4}$/), key: z.string() }),
  kind: z.enum(["demo", "real"]),
  codebook: z.strictObject({ id: z.string(), version: z.string() }),
  round: z.strictObject({
    id: z.string().regex(/^[\p{L}\d][\p{L}\d._-]{0,39}$/u),
    from: z.iso.date(),
    through: z.iso.date(),
    cutOff: z.iso.datetime(),
  }),
  publication: z.enum(["interim", "final"]),
  /** Of the round, from 1. */
  number: z.int().min(1).max(releaseFileLimits.publications),
  /** All of them, as they follow. */
  files: z
    .array(
      z.strictObject({
        name: z.enum(names),
        bytes: z.int().min(0).max(releaseFileLimits.bytes),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .refine((files) => files.every(({ name }, at) => name === names[at]))
    .refine((files) => files.length === names.length),
  signature: z.string(),
});

/**
 * The first line of a release as one file: all that is public of it, and nothing else. No digest of what
 * is private stands in it: a guess of the hidden counts could be tried against one.
 */
export type SignedHeading = z.infer<typeof SignedHeading>;

export type ReleaseInFile = {
  readonly heading: SignedHeading;
  /** The first line as it was signed. */
  readonly line: string;
  readonly texts: PublishedTexts;
};

/**
 * A release as one file: a line, and then the public files one after another, each as it is.
 * The same release, number and key give the same bytes.
 */
export function releaseFile(
  { manifest, texts }: { readonly manifest: ReleaseManifest; readonly texts: PublishedTexts },
  { key, number }: { readonly key: SigningKey; readonly number: number },
): Uint8Array<ArrayBuffer> {
  const { kind, codebook, round, publication } = manifest;
  const files = names.map((name) => {
    const bytes = Buffer.from(texts[name]);
    return { name, bytes: bytes.length, sha256: manifest.files[name] };
  });
  const receiver = { code: key.municipality, key: key.public };
  const about = { kind, codebook, round, publication, number, files };
  const unsigned = { format: releaseFileFormat, receiver, ...about } as const;
  const line = textOf({ ...unsigned, signature: signText(key, textOf(unsigned)) });
  return new Uint8Array(Buffer.from([`${line}\n`, ...names.map((name) => texts[name])].join("")));
}

/**
 * Reads a stranger's file and believes nothing: signed by the receiver that there is an agreement with, of
 * the round that was agreed upon, and every byte as it was signed.
 * @param at the file's name, for what is wrong with it.
 */
export function readReleaseFile(
  bytes: Uint8Array,
  at: string,
  wanted: {
    readonly receiver: { readonly code: string; readonly key: string };
    readonly kind: "demo" | "real";
    readonly round: SignedHeading["round"];
  },
): Outcome<ReleaseInFile> {
  const wrong = (code: ProblemCode, details: { readonly [name: string]: string | number } = {}) =>
    refused(problem(code, at, details));
  if (bytes.length > releaseFileLimits.bytes) {
    return wrong("release-file-too-large", { limit: releaseFileLimits.megabytes });
  }
  const end = bytes.indexOf(lineFeed);
  if (end < 0 || end > releaseFileLimits.headingBytes) {
    return wrong("release-file-wrong", { place: "format" });
  }
  const line = textIn(bytes.subarray(0, end));
  const heading = line === undefined ? undefined : parseHeading(line);
  if (line === undefined || heading === undefined) {
    return wrong("release-file-wrong", { place: "format" });
  }
  if (typeof heading === "string") return wrong("release-file-wrong", { place: heading });
  const { code, key } = heading.receiver;
  if (code !== wanted.receiver.code || key !== wanted.receiver.key) {
    return wrong("release-file-unknown-signer");
  }
  if (!isSigned(heading)) return wrong("release-file-signature-wrong");
  const other = otherThan(heading, wanted);
  if (other) return wrong("release-file-other-round", other);

  const texts: { [name: string]: string } = {};
  let from = end + 1;
  for (const file of heading.files) {
    const content = bytes.subarray(from, from + file.bytes);
    from += file.bytes;
    const text = textIn(content);
    const isAsSigned = createHash("sha256").update(content).digest("hex") === file.sha256;
    if (text === undefined || !isAsSigned)
      return wrong("release-file-altered", { file: file.name });
    texts[file.name] = text;
  }
  if (from !== bytes.length) return wrong("release-file-altered", { file: publicFiles.safeTables });
  return done({ heading, line, texts: texts as PublishedTexts });
}

const lineFeed = 10;

/** The place of what is wrong. Written in any other way than the one, it is none. */
export function parseHeading(line: string): SignedHeading | string {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return "JSON";
  }
  const parsed = SignedHeading.safeParse(input);
  if (!parsed.success) return parsed.error.issues[0]?.path.map(String).join(".") || "format";
  // Of a name that stands twice JSON keeps one, and writes it once.
  return textOf(parsed.data) === line ? parsed.data : "JSON";
}

/** By the key that it names. Whose that key is, is not said here. */
function isSigned({ signature, ...unsigned }: SignedHeading): boolean {
  return isSignedBy(unsigned.receiver.key, textOf(unsigned), signature);
}

function otherThan(
  { kind, round }: SignedHeading,
  wanted: Pick<SignedHeading, "kind" | "round">,
): { readonly found: string; readonly wanted: string } | undefined {
  const described = (each: Pick<SignedHeading, "kind" | "round">) => {
    const { id, from, through } = each.round;
    return `${each.kind === "demo" ? "den påhittade omgången" : "omgången"} ${id} (${from}–${through})`;
  };
  const isSame = kind === wanted.kind && textOf(round) === textOf(wanted.round);
  return isSame ? undefined : { found: described({ kind, round }), wanted: described(wanted) };
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function textOf(content: object): string {
  return canonicalJson(JSON.parse(JSON.stringify(content)) as JsonValue);
}
