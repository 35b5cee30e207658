/**
 * What the auditor says of eighty random releases, some of them with one number too many, as it was
 * reviewed: verdict, findings, and how much work it was. After a change on purpose:
 * `node --test --test-update-snapshots src/disclosure/audit/golden-audit.test.ts`, and read it: nothing
 * that was found may be found no more.
 */
import { join } from "node:path";
import { test } from "node:test";
import { type Randomness, seededRandomness } from "#kernel";
import { hide } from "../hide/hide.ts";
import type { CountedSet } from "../linked/linked-cells.ts";
import { randomLinkedSet } from "../testing/random-linked-set.ts";
import { auditRelease } from "./audit-release.ts";
import type { AuditFinding } from "./audit-verdict.ts";
import { asPublished, type PublishedSet, type RoundedNumber } from "./published-set.ts";

const golden = join(import.meta.dirname, "golden/verdicts.txt");
const releases = 80;

test("of eighty random releases the auditor says what was reviewed", async (context) => {
  const lines: string[] = [];
  for (let seed = 0; seed < releases; seed++) lines.push(...(await auditedBy(seed)));
  context.assert.fileSnapshot(`${lines.join("\n")}\n`, golden, { serializers: [String] });
});

/** Every other release tells one number that had to be hidden; every third has percentages beside. */
async function auditedBy(seed: number): Promise<readonly string[]> {
  const randomness = seededRandomness(seed);
  const counted = randomLinkedSet(randomness);
  const hiding = hide(counted);
  if (hiding.kind === "refused") return [`${seed}: refused`];
  const hidden = [...hiding.value.hidden].flatMap((isHidden, cell) => (isHidden ? [cell] : []));
  const told = seed % 2 === 0 || hidden.length === 0 ? -1 : hidden[randomness.below(hidden.length)];
  const { published, numbers } = asPublished(
    counted,
    new Set(hidden.filter((cell) => cell !== told)),
  );
  const beside = seed % 3 === 0 ? percentagesOf(published, counted, randomness) : [];
  const outcome = await auditRelease({ ...published, beside }, numbers, { threads: 0 });
  if (outcome.kind === "refused") {
    return [`${seed}: refused`, ...outcome.problems.map(({ code, at }) => `  ${code} ${at}`)];
  }
  const { verdict, findings } = outcome.value;
  return [`${seed}: ${JSON.stringify(verdict)}`, ...findings.map(inWords)];
}

/** Of some sums a part in whole percent, also where the part itself is hidden. */
function percentagesOf(
  { relations }: PublishedSet,
  { counts }: CountedSet,
  randomness: Randomness,
): readonly RoundedNumber[] {
  return relations.flatMap(({ kind, terms }): readonly RoundedNumber[] => {
    const [whole, part] = terms;
    const base = counts[whole?.cell ?? -1] ?? 0;
    if (kind !== "options" || !whole || !part || base === 0 || randomness.below(4) > 0) return [];
    const value = Math.round((100 * (counts[part.cell] ?? 0)) / base);
    return [{ kind: "percent", part: part.cell, base: whole.cell, value, decimals: 0 }];
  });
}

function inWords({ attack, cell, attacker, interval }: AuditFinding): string {
  const who = attacker === "outsider" ? attacker : attacker.participant;
  return `  ${attack} ${cell} to ${who}${interval ? ` ${interval.join("–")}` : ""}`;
}
