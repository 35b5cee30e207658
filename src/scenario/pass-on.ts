import { type AccountId, addHours, type UnitId } from "#kernel";
import {
  applyRevision,
  type CaseRecord,
  type Deciding,
  type Decision,
  decideAssign,
  decideReaders,
  decideShare,
  decideVoid,
} from "#registration";
import type { PlayedCase } from "./register-sheet.ts";

/** Who there is to hand cases to. */
export type Circle = {
  readonly manager: AccountId;
  readonly provider: { readonly unit: UnitId; readonly worker: AccountId };
};

type Passing = {
  readonly action: string;
  readonly reason?: string;
  readonly decide: (record: CaseRecord, deciding: Deciding, circle: Circle) => Decision;
};

/** What becomes of a unit's open cases, by their order: one of each kind is enough to show. */
const passings: ReadonlyMap<number, Passing> = new Map([
  [
    2,
    {
      action: "case.shared",
      decide: (record, deciding, { provider: { unit, worker: assignee } }) =>
        decideShare(record, { unit, assignee }, deciding),
    },
  ],
  [
    5,
    {
      action: "case.assigned",
      reason: "Handläggaren är föräldraledig",
      decide: (record, deciding) => decideAssign(record, null, deciding),
    },
  ],
  [
    8,
    {
      action: "case.readers-named",
      decide: (record, deciding, { manager }) => {
        const readers = [...(record.assignee ? [record.assignee] : []), manager];
        return decideReaders(record, { readers, seen: null, managers: [manager] }, deciding);
      },
    },
  ],
  [
    11,
    {
      action: "case.voided",
      reason: "Ärendet registrerades två gånger",
      decide: (record, deciding) => decideVoid(record, deciding),
    },
  ],
]);

/** After the worker's last step: the manager does it the same day. */
const hoursLater = 0.1;

/** A unit's cases, some of which its manager has shared, taken from somebody, restricted or voided. */
export function* passOn(cases: Iterable<PlayedCase>, circle: Circle): Generator<PlayedCase> {
  let open = 0;
  for (const played of cases) {
    const passing = played.record.state === "open" ? passings.get(open++) : undefined;
    yield passing ? passed(played, passing, circle) : played;
  }
}

/** @throws where the decision is refused: the story cannot be. */
function passed(
  played: PlayedCase,
  { action, reason, decide }: Passing,
  circle: Circle,
): PlayedCase {
  const { record, revisions, notes } = played;
  const at = addHours(record.lastStepAt, hoursLater);
  const by = circle.manager;
  const deciding = reason === undefined ? { by, at } : { by, at, reason };
  const decision = decide(record, deciding, circle);
  if (decision.kind === "refused") {
    throw new Error(`${action}: ${decision.problems.map(({ code }) => code).join(", ")}`);
  }
  const revision = decision.value;
  const details = { revision: revision.revision };
  return {
    ...played,
    record: applyRevision(record, revision),
    revisions: [...revisions, revision],
    notes: [...notes, { at, account: by, action, case: record.id, details }],
  };
}
