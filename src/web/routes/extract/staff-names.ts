import type { CaseExtract } from "#server";

/**
 * The extract without anybody's name: «Medarbetare 1» is the same person all through it, but nobody knows
 * who. The paper may be read by somebody who threatens those who work with her.
 */
export function withoutStaffNames(extract: CaseExtract): CaseExtract {
  const numbers = new Map<string, string>();
  const name = (of: string): string => {
    const known = numbers.get(of) ?? `Medarbetare ${numbers.size + 1}`;
    numbers.set(of, known);
    return known;
  };
  const { case: view, history, lookers } = extract;
  // In the order in which they came to the case.
  const revisions = history.revisions
    .toSorted((one, other) => one.revision - other.revision)
    .map((each) => ({ ...each, by: name(each.by) }));
  const staff = new Set(extract.staff);
  return {
    ...extract,
    madeBy: name(extract.madeBy),
    history: {
      revisions,
      names: Object.fromEntries(
        Object.entries(history.names).map(([id, told]) => [id, staff.has(id) ? name(told) : told]),
      ),
    },
    lookers: {
      ...lookers,
      lookers: lookers.lookers.map((each) => ({ ...each, by: name(each.by) })),
    },
    case: {
      ...view,
      assignee: view.assignee && name(view.assignee),
      sharedWith: view.sharedWith && {
        ...view.sharedWith,
        assignee: view.sharedWith.assignee && name(view.sharedWith.assignee),
      },
      readers: view.readers?.map(name) ?? null,
      voided: view.voided && { ...view.voided, by: name(view.voided.by) },
    },
  };
}
