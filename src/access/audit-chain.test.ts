import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { accountId, instant, municipalityCode } from "#kernel";
import {
  type AuditLink,
  type ChainHead,
  emptyChain,
  linkEntry,
  verifyChain,
} from "./audit-chain.ts";

const entry = fc.record({
  municipality: fc.constant(municipalityCode("9001")),
  at: fc.constant(instant("2026-03-12T13:02:00Z")),
  account: fc.option(fc.string().map(accountId)),
  action: fc.string(),
  case: fc.constant(null),
  details: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
});

/** A chain as it was written, and its head. */
const chain = fc.array(entry, { minLength: 1, maxLength: 12 }).map((entries) => {
  const links: AuditLink[] = [];
  let head: ChainHead = emptyChain;
  for (const written of entries) {
    const link = linkEntry(head, written);
    head = { sequence: link.sequence, hash: link.hash };
    links.push(link);
  }
  return { links, head };
});
const chainAndPlace = chain.chain((written) =>
  fc.record({ written: fc.constant(written), index: fc.nat(written.links.length - 1) }),
);

test("any chain that is left alone is intact", () => {
  fc.assert(
    fc.property(chain, ({ links, head }) => {
      assert.deepEqual(verifyChain(links, head), { kind: "intact", head });
    }),
  );
});

test("any entry that is altered breaks the chain at its place, also with a hash that fits it", () => {
  fc.assert(
    fc.property(chainAndPlace, ({ written: { links, head }, index }) => {
      const { hash: _, ...original } = links[index] as AuditLink;
      const before = { sequence: original.sequence - 1, hash: original.previousHash };
      const forged = linkEntry(before, { ...original, action: `${original.action}!` });
      const verdict = verifyChain(links.with(index, forged), head);
      // The forged link fits its own hash, so it is the next one, or the head, that does not fit.
      const at = index === links.length - 1 ? index + 1 : index + 2;
      assert.deepEqual(verdict, { kind: "broken", at, why: "altered" });
    }),
  );
});

test("any entry that is removed is missed at its place", () => {
  fc.assert(
    fc.property(chainAndPlace, ({ written: { links, head }, index }) => {
      const why = index === links.length - 1 ? "cut-off" : "missing";
      const verdict = verifyChain(links.toSpliced(index, 1), head);
      assert.deepEqual(verdict, { kind: "broken", at: index + 1, why });
    }),
  );
});

test("any two entries that change places break the chain at the first of them", () => {
  fc.assert(
    fc.property(chain, fc.nat(), fc.nat(), ({ links, head }, some, other) => {
      const [a, b] = [some % links.length, other % links.length];
      fc.pre(a !== b);
      const [first, second] = [links[a] as AuditLink, links[b] as AuditLink];
      const swapped = links
        .with(a, { ...second, sequence: first.sequence })
        .with(b, { ...first, sequence: second.sequence });
      const verdict = verifyChain(swapped, head);
      assert.deepEqual(verdict, { kind: "broken", at: Math.min(a, b) + 1, why: "altered" });
    }),
  );
});

test("the order of the details' names does not matter to the hash", () => {
  const base = { municipality: municipalityCode("9001"), at: instant("2026-03-12T13:02:00Z") };
  const rest = { account: null, action: "read", case: null };
  const one = linkEntry(emptyChain, { ...base, ...rest, details: { a: 1, b: 2 } });
  const two = linkEntry(emptyChain, { ...base, ...rest, details: { b: 2, a: 1 } });
  assert.equal(one.hash, two.hash);
});
