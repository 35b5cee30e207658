import { createHash } from "node:crypto";
import {
  type AccountId,
  type CaseId,
  canonicalJson,
  type Instant,
  type JsonValue,
  type MunicipalityCode,
} from "#kernel";

/** Something that somebody did or read. Never holds what a case says. */
export type AuditEntry = {
  readonly municipality: MunicipalityCode;
  /** 1, 2, 3 … without gaps in each municipality. */
  readonly sequence: number;
  readonly at: Instant;
  /** `null`: nobody was signed in. */
  readonly account: AccountId | null;
  readonly action: string;
  readonly case: CaseId | null;
  readonly details: { readonly [key: string]: JsonValue };
};

/** An entry in its place: its hash covers the entry and, by the previous hash, all before it. */
export type AuditLink = AuditEntry & { readonly previousHash: string; readonly hash: string };

export type ChainHead = { readonly sequence: number; readonly hash: string };

/**
 * `at`: the first sequence that does not fit. `altered`: the entry is not the one that was written in
 * that place; `missing`: an entry in the middle is gone; `cut-off`: the last ones are gone;
 * `added`: there are more entries than the head knows of.
 */
export type ChainBreak = {
  readonly kind: "broken";
  readonly at: number;
  readonly why: "altered" | "missing" | "cut-off" | "added";
};
export type ChainVerdict = { readonly kind: "intact"; readonly head: ChainHead } | ChainBreak;

/** Where every chain begins. */
export const emptyChain: ChainHead = { sequence: 0, hash: "0".repeat(64) };

/** SHA-256, hexadecimal, over the canonical JSON of the entry with the previous link's hash. */
export function chainHash(previousHash: string, entry: AuditEntry): string {
  const { municipality, sequence, at, account, action, case: caseId, details } = entry;
  const hashed = { municipality, sequence, at, account, action, case: caseId, details };
  return createHash("sha256")
    .update(canonicalJson({ ...hashed, previousHash }))
    .digest("hex");
}

/** The next link after `head`. */
export function linkEntry(head: ChainHead, entry: Omit<AuditEntry, "sequence">): AuditLink {
  const placed = { ...entry, sequence: head.sequence + 1 };
  return { ...placed, previousHash: head.hash, hash: chainHash(head.hash, placed) };
}

/** One step of the verification, so that a long chain can be read in pieces. */
export function followLink(head: ChainHead, link: AuditLink): ChainHead | ChainBreak {
  const expected = head.sequence + 1;
  if (link.sequence > expected) return { kind: "broken", at: expected, why: "missing" };
  const fits =
    link.sequence === expected &&
    link.previousHash === head.hash &&
    link.hash === chainHash(head.hash, link);
  return fits
    ? { sequence: link.sequence, hash: link.hash }
    : { kind: "broken", at: expected, why: "altered" };
}

/** After the last link: whether the chain ends where its head says. */
export function closeChain(reached: ChainHead, head: ChainHead): ChainVerdict {
  if (reached.sequence < head.sequence) {
    return { kind: "broken", at: reached.sequence + 1, why: "cut-off" };
  }
  if (reached.sequence > head.sequence) {
    return { kind: "broken", at: head.sequence + 1, why: "added" };
  }
  return reached.hash === head.hash
    ? { kind: "intact", head }
    : { kind: "broken", at: head.sequence, why: "altered" };
}

/** The whole chain of one municipality, in its order, against its head. */
export function verifyChain(links: Iterable<AuditLink>, head: ChainHead): ChainVerdict {
  let reached = emptyChain;
  for (const link of links) {
    const next = followLink(reached, link);
    if ("kind" in next) return next;
    reached = next;
  }
  return closeChain(reached, head);
}
