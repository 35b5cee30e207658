import { z } from "zod";
import { done, municipalityCode, type Outcome, type ProblemCode, problem, refused } from "#kernel";
import { doubledName } from "../doubled-name.ts";
import { isReceiver, type ReceivingKey, receiverOf } from "./receiving-key.ts";
import { isCanonical, publicPartOf, type SigningKey } from "./signing-key.ts";

/** Of a file with a key in it, private or public: one line of JSON, so that a person can see what it is. */
export const keyFormat = "skillnad-key/1";

/** Whose signature a receiver believes, for which municipality. */
export type Sender = {
  readonly municipality: SigningKey["municipality"];
  /** Ed25519, 32 bytes, base64url. */
  readonly key: string;
};

const Municipality = z
  .string()
  .regex(/^\d{4}$/)
  .transform(municipalityCode);
const Key = z.string().refine((text) => isCanonical(text, 32));

const SigningKeyFile = z.strictObject({
  format: z.literal(keyFormat),
  kind: z.literal("signing"),
  municipality: Municipality,
  public: Key,
  private: Key,
});

const ReceivingKeyFile = z.strictObject({
  format: z.literal(keyFormat),
  kind: z.literal("receiving"),
  public: z.string(),
  private: z.string(),
});

/** More than there are municipalities, each with a key of last year. */
const mostSenders = 1000;
const Senders = z.array(z.strictObject({ municipality: Municipality, key: Key })).max(mostSenders);

/** The private file of a key. Whoever reads it can sign, or open, as its owner. */
export function keyFileText(key: SigningKey | ReceivingKey): string {
  return `${JSON.stringify({ format: keyFormat, ...key })}\n`;
}

/** What everybody may know of a key: an entry of a receiver's list of senders, or what to seal to. */
export function publicKeyText(key: SigningKey | ReceivingKey): string {
  if (key.kind === "receiving") return `${key.public}\n`;
  const sender: Sender = { municipality: key.municipality, key: key.public };
  return `${JSON.stringify(sender)}\n`;
}

/** @param at the file's name, for what is wrong with it. */
export function parseSigningKey(text: string, at: string): Outcome<SigningKey> {
  const parsed = parse(text, SigningKeyFile, at, "key-file-wrong");
  if (parsed.kind === "refused") return parsed;
  const { format: _, ...key } = parsed.value;
  return publicPartOf(key.private) === key.public ? done(key) : wrong(at, "public");
}

/** @param at the file's name, for what is wrong with it. */
export async function parseReceivingKey(text: string, at: string): Promise<Outcome<ReceivingKey>> {
  const parsed = parse(text, ReceivingKeyFile, at, "key-file-wrong");
  if (parsed.kind === "refused") return parsed;
  const { format: _, ...key } = parsed.value;
  const known = await receiverOf(key.private);
  if (known === undefined) return wrong(at, "private");
  return known === key.public ? done(key) : wrong(at, "public");
}

/** What to seal to, as its owner gave it away. @param at where it was found, for what is wrong with it. */
export function parseReceiver(text: string, at: string): Outcome<string> {
  const receiver = text.trim();
  return isReceiver(receiver) ? done(receiver) : wrong(at, "age1…");
}

/** A receiver's list: `[{ "municipality", "key" }]`. @param at the file's name, for what is wrong with it. */
export function parseSenders(text: string, at: string): Outcome<readonly Sender[]> {
  return parse(text, Senders, at, "senders-wrong");
}

function wrong(at: string, place: string): Outcome<never> {
  return refused(problem("key-file-wrong", at, { place }));
}

/** A place is told and never a value: it could be the private part. */
function parse<Form extends z.ZodType>(
  text: string,
  form: Form,
  at: string,
  code: ProblemCode,
): Outcome<z.output<Form>> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return refused(problem(code, at, { place: "JSON" }));
  }
  const doubled = doubledName(text);
  if (doubled !== undefined) return refused(problem(code, at, { place: "JSON" }));
  const parsed = form.safeParse(input);
  if (parsed.success) return done(parsed.data);
  const place = parsed.error.issues[0]?.path.map(String).join(".") || "format";
  return refused(problem(code, at, { place }));
}
