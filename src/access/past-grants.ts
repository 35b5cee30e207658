import { unitId } from "#kernel";
import { type Grant, roles } from "./role.ts";

/** As the log keeps a grant: `caseWorker@<unit>`, or the role alone where it holds everywhere. */
export function grantInOneWord({ role, unit }: Grant): string {
  return unit === null ? role : `${role}@${unit}`;
}

/** `undefined`: a word that no grant is kept as. */
export function grantOfWord(word: string): Grant | undefined {
  const at = word.indexOf("@");
  const role = roles.find((each) => each === (at < 0 ? word : word.slice(0, at)));
  return role && { role, unit: at < 0 ? null : unitId(word.slice(at + 1)) };
}

/** What the log says was given and taken away in one act. */
export type GrantChange = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** The roles of before some changes, the oldest change first: today's, with each of them undone. */
export function grantsBefore(
  now: readonly Grant[],
  changes: readonly GrantChange[],
): readonly Grant[] {
  const held = new Map(now.map((grant) => [grantInOneWord(grant), grant]));
  for (const { added, removed } of changes.toReversed()) {
    for (const word of added) held.delete(word);
    for (const word of removed) {
      const grant = grantOfWord(word);
      if (grant) held.set(word, grant);
    }
  }
  return [...held.values()];
}
