import { sign, verify } from "node:crypto";
import {
  addSeconds,
  canonicalJson,
  done,
  type Instant,
  instant,
  type MunicipalityCode,
  municipalityCode,
  type Outcome,
  type ProblemCode,
  problem,
  refused,
} from "#kernel";
import { asShown } from "../faults.ts";
import type { Sender } from "./key-file.ts";
import { type Note, noteFormat, noteLimits, SignedNoteForm } from "./note-form.ts";
import { privateKeyFrom, publicKeyFrom, type SigningKey } from "./signing-key.ts";

/** A small message that a municipality has signed: so that a receiver answers nobody else. */
export type SignedNote = {
  readonly format: typeof noteFormat;
  readonly sender: Sender;
  readonly receiver: MunicipalityCode;
  /** The round's id. */
  readonly round: string;
  readonly at: Instant;
  readonly note: Note;
  /** Ed25519 over the canonical JSON of all but itself; base64url. */
  readonly signature: string;
};

/** @returns canonical JSON, which is the only way to write it. */
export function signNote(
  { municipality, public: key, private: privatePart }: SigningKey,
  about: Pick<SignedNote, "receiver" | "round" | "at" | "note">,
): string {
  const unsigned = { format: noteFormat, sender: { municipality, key }, ...about } as const;
  const signature = sign(undefined, signedBytes(unsigned), privateKeyFrom(privatePart));
  return canonicalJson({ ...unsigned, signature: signature.toString("base64url") });
}

function signedBytes({
  format,
  sender,
  receiver,
  round,
  at,
  note,
}: Omit<SignedNote, "signature">): Buffer {
  return Buffer.from(canonicalJson({ format, sender, receiver, round, at, note }));
}

/** Clocks differ: so many seconds it may come from the future. */
const aheadSeconds = 60;

/** @param at where it was found, for what is wrong with it. */
export function openNote(
  text: string,
  at: string,
  expected: {
    readonly receiver: MunicipalityCode;
    readonly round: string;
    /** Whose signatures are believed. */
    readonly senders: readonly Sender[];
    readonly now: Instant;
  },
): Outcome<SignedNote> {
  const wrong = (code: ProblemCode, details = {}) => refused(problem(code, at, details));
  const parsed = parseNote(text, at);
  if (parsed.kind === "refused") return parsed;
  const note = parsed.value;
  const { municipality, key } = note.sender;
  if (!expected.senders.some((each) => each.municipality === municipality && each.key === key)) {
    return wrong("note-unknown-sender", { key, municipality });
  }
  if (!isSigned(note)) return wrong("note-signature-wrong");
  if (note.receiver !== expected.receiver) return wrong("note-other-receiver");
  if (note.round !== expected.round) {
    return wrong("note-other-round", { found: note.round, wanted: expected.round });
  }
  const isTimely =
    note.at >= addSeconds(expected.now, -60 * noteLimits.minutes) &&
    note.at <= addSeconds(expected.now, aheadSeconds);
  return isTimely ? done(note) : wrong("note-untimely", { minutes: noteLimits.minutes });
}

/** Nothing in it is believed yet. */
function parseNote(text: string, at: string): Outcome<SignedNote> {
  const wrong = (place: string) => refused(problem("note-wrong", at, { place: asShown(place) }));
  if (Buffer.byteLength(text) > noteLimits.bytes) {
    return refused(problem("note-too-large", at, { limit: noteLimits.bytes / 1024 }));
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return wrong("JSON");
  }
  const parsed = SignedNoteForm.safeParse(input);
  if (!parsed.success) {
    return wrong(parsed.error.issues[0]?.path.map(String).join(".") || "format");
  }
  // Of a name that stands twice JSON keeps one, and writes it once.
  if (canonicalJson(parsed.data) !== text) return wrong("JSON");
  const { sender, receiver, at: signedAt, ...rest } = parsed.data;
  return done({
    ...rest,
    sender: { ...sender, municipality: municipalityCode(sender.municipality) },
    receiver: municipalityCode(receiver),
    at: instant(signedAt),
  });
}

function isSigned({ signature, ...unsigned }: SignedNote): boolean {
  try {
    const key = publicKeyFrom(unsigned.sender.key);
    return verify(undefined, signedBytes(unsigned), key, Buffer.from(signature, "base64url"));
  } catch {
    // No point of the curve.
    return false;
  }
}
