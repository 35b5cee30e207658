import { type AccountId, type Problem, problem, refused } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

export type NameReaders = {
  /** `null` lifts the restriction. */
  readonly readers: readonly AccountId[] | null;
  /** As the person saw them: one who has been taken off since must not come back by an old page. */
  readonly seen: readonly AccountId[] | null;
  /** Who manages the unit that owns the case. */
  readonly managers: readonly AccountId[];
};

/** Restricts the case to named people: for all others it does not exist from now on. */
export function decideReaders(
  record: CaseRecord,
  { readers, seen, managers }: NameReaders,
  deciding: Deciding,
): Decision {
  // A set: whoever names the same people in another order, or one of them twice, names the same.
  const to = readers && [...new Set(readers)].sort();
  const from = record.readers;
  if (isSame(from, to)) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (!isSame(seen, from)) return refused(problem("readers-changed-meanwhile", "readers"));
  const problems = to ? checkReaders(record, to, managers) : [];
  if (problems.length > 0) return refused(...problems);
  return decided(record, deciding, [{ kind: "readers-named", from, to }]);
}

function checkReaders(
  { assignee, sharedWith }: CaseRecord,
  readers: readonly AccountId[],
  managers: readonly AccountId[],
): readonly Problem[] {
  if (readers.length === 0) return [problem("readers-empty", "readers")];
  const workers = [assignee, sharedWith?.assignee ?? null].filter((each) => each !== null);
  return [
    ...(workers.every((each) => readers.includes(each))
      ? []
      : [problem("readers-without-assignee", "readers")]),
    ...(managers.some((each) => readers.includes(each))
      ? []
      : [problem("readers-without-manager", "readers")]),
  ];
}

function isSame(one: readonly AccountId[] | null, other: readonly AccountId[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((each) => other.includes(each));
}
