import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { ChainHead, KnownHead } from "#access";
import { isSignedBy, type Sender, type SigningKey, signText } from "#delivery";
import {
  canonicalJson,
  done,
  type Instant,
  type MunicipalityCode,
  municipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";

const format = "skillnad-log-head/1";

/** How far a municipality's log had come at a moment, as the municipality says. */
export type SignedHead = KnownHead & {
  readonly municipality: MunicipalityCode;
  /** Ed25519, the public part, base64url. */
  readonly key: string;
};

const Line = z.strictObject({
  format: z.literal(format),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .transform(municipalityCode),
  sequence: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string().transform((text) => text as Instant),
  key: z.string(),
  signature: z.string(),
});

/** One line of a file of heads; files may be put together, line after line. */
export function signHead(key: SigningKey, { sequence, hash }: ChainHead, at: Instant): string {
  const { municipality, public: publicKey } = key;
  const unsigned = { format, municipality, sequence, hash, at, key: publicKey };
  const signature = signText(key, canonicalJson(unsigned));
  return `${canonicalJson({ ...unsigned, signature })}\n`;
}

/**
 * @param believed whose signatures count; left out: each head's own key, which tells that the file was
 *   not changed since somebody with that key wrote it.
 */
export async function readHeads(
  path: string,
  believed: readonly Sender[] | undefined,
): Promise<Outcome<readonly SignedHead[]>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (reason) {
    return refused(problem("file-unreadable", path, { reason: (reason as Error).message }));
  }
  const heads: SignedHead[] = [];
  for (const [index, written] of text.trimEnd().split("\n").entries()) {
    const line = index + 1;
    const read = Line.safeParse(jsonIn(written));
    if (!read.success) return refused(problem("log-heads-wrong", path, { line }));
    const { signature, ...unsigned } = read.data;
    const { format: _, ...head } = unsigned;
    const isKnown = believed?.some(
      ({ municipality, key }) => municipality === head.municipality && key === head.key,
    );
    const isSigned = isSignedBy(head.key, canonicalJson(unsigned), signature);
    if (isKnown === false || !isSigned) {
      return refused(problem("log-heads-not-signed", path, { line }));
    }
    heads.push(head);
  }
  return done(heads);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
