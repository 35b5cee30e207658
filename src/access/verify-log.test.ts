import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, instant, municipalityCode } from "#kernel";
import { type AuditLink, type ChainHead, emptyChain, linkEntry } from "./audit-chain.ts";
import { followLog, type KnownHead, type LogVerdict } from "./verify-log.ts";

const at = instant("2026-03-12T13:02:00.000Z");

/** A chain whose entries are these texts. */
function chainOf(...texts: readonly string[]): readonly AuditLink[] {
  let head: ChainHead = emptyChain;
  return texts.map((text) => {
    const entry = { municipality: municipalityCode("9001"), at, account: accountId("anna") };
    const link = linkEntry(head, { ...entry, action: text, case: null, details: {} });
    head = link;
    return link;
  });
}

function headOf(links: readonly AuditLink[]): KnownHead {
  const { sequence, hash } = links.at(-1) ?? emptyChain;
  return { sequence, hash, at };
}

function verdict(
  links: readonly AuditLink[],
  head: ChainHead,
  ...known: readonly KnownHead[]
): LogVerdict {
  const follower = followLog(head, known);
  for (const link of links) follower.add(link);
  return follower.end();
}

const written = chainOf("a", "b", "c", "d", "e");
const kept = [headOf(written.slice(0, 2)), headOf(written.slice(0, 4))];

test("an untouched log fits every head that was kept, also one that has grown since", () => {
  const head = headOf(written);
  assert.deepEqual(verdict(written, head, ...kept), {
    kind: "intact",
    head: { sequence: head.sequence, hash: head.hash, at },
    knownHeads: 2,
  });
  assert.equal(verdict([], emptyChain, headOf([])).kind, "intact");
});

test("an edited, a deleted and a moved entry are told with their place, without any kept head", () => {
  const edited = written.map((link) => (link.sequence === 3 ? { ...link, action: "x" } : link));
  const deleted = written.filter(({ sequence }) => sequence !== 3);
  const moved = [...written.slice(0, 2), ...written.slice(3, 4), ...written.slice(2, 3)];
  const head = headOf(written);
  assert.deepEqual(verdict(edited, head), { kind: "broken", at: 3, why: "altered" });
  assert.deepEqual(verdict(deleted, head), { kind: "broken", at: 3, why: "missing" });
  assert.deepEqual(verdict(moved, head), { kind: "broken", at: 3, why: "missing" });
});

test("a log that was rewritten with its head is whole by itself, and not beside a kept head", () => {
  const rewritten = chainOf("a", "b", "x", "d", "e");
  const head = headOf(rewritten);
  assert.equal(verdict(rewritten, head).kind, "intact");
  const told = { kind: "broken", at: 3, through: 4, why: "rewritten" };
  assert.deepEqual(verdict(rewritten, head, ...kept), told);
  const from = { ...told, at: 1, through: 2 };
  assert.deepEqual(verdict(chainOf("x", "b", "c"), headOf(chainOf("x", "b", "c")), ...kept), from);
});

test("a log that was cut off with its head is shorter than what was kept", () => {
  const short = written.slice(0, 3);
  assert.equal(verdict(short, headOf(short)).kind, "intact");
  const told = { kind: "broken", at: 4, why: "cut-off" };
  assert.deepEqual(verdict(short, headOf(short), ...kept), told);
  assert.deepEqual(verdict([], emptyChain, ...kept), { ...told, at: 1 });
});

test("two kept heads of the same entry must be the same", () => {
  const other = { ...headOf(written.slice(0, 4)), hash: "f".repeat(64) };
  const found = verdict(written, headOf(written), headOf(written.slice(0, 4)), other);
  assert.deepEqual(found, { kind: "broken", at: 4, through: 4, why: "rewritten" });
});
