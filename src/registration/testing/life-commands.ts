import fc from "fast-check";
import type { AccountId, UnitId } from "#kernel";
import { decideAssign } from "../assign-case.ts";
import type { CaseRecord, Share } from "../case-record.ts";
import type { Deciding, Decision } from "../decision.ts";
import { decideReaders } from "../name-readers.ts";
import { decideShare } from "../share-case.ts";
import { decideTransfer } from "../transfer-case.ts";
import { decideRestore, decideVoid } from "../void-case.ts";
import { anyHistory, type Step } from "./case-commands.ts";
import { anna, chief, identity, otherUnit, samir } from "./one-case.ts";

/** What becomes of a case as a whole. */
export type LifeCommand =
  | { readonly kind: "assign"; readonly to: AccountId | null }
  | { readonly kind: "share"; readonly with: Share | null }
  | { readonly kind: "transfer"; readonly to: UnitId }
  | { readonly kind: "readers"; readonly readers: readonly AccountId[] | null }
  | { readonly kind: "void" }
  | { readonly kind: "restore" };

export type LifeStep = Step | { readonly by: AccountId; readonly life: LifeCommand };

/** Who manages which unit. */
export const managers: { readonly [unit: string]: AccountId } = {
  [identity.unit]: chief,
  [otherUnit]: samir,
};

export function decideLife(record: CaseRecord, command: LifeCommand, deciding: Deciding): Decision {
  const why = { ...deciding, reason: "Det blev så." };
  switch (command.kind) {
    case "assign":
      return decideAssign(record, command.to, deciding);
    case "share":
      return decideShare(record, command.with, deciding);
    case "transfer":
      return decideTransfer(record, { unit: command.to, managers: managing(command.to) }, why);
    case "readers": {
      const { readers } = command;
      const seen = record.readers;
      return decideReaders(record, { readers, seen, managers: managing(record.unit) }, deciding);
    }
    case "void":
      return decideVoid(record, why);
    case "restore":
      return decideRestore(record, why);
  }
}

function managing(unit: UnitId): readonly AccountId[] {
  const manager = managers[unit];
  return manager === undefined ? [] : [manager];
}

const somebody = fc.constantFrom<AccountId | null>(anna, samir, chief, null);
const unit = fc.constantFrom(identity.unit, otherUnit);
const readers = fc.constantFrom<readonly AccountId[] | null>(
  null,
  null,
  [],
  [anna, chief],
  [chief, anna, chief],
  [anna, samir],
  [anna, samir, chief],
);
const life: fc.Arbitrary<LifeCommand> = fc.oneof(
  { weight: 4, arbitrary: somebody.map((to) => ({ kind: "assign", to }) as const) },
  {
    weight: 4,
    arbitrary: fc
      .option(fc.record({ unit, assignee: somebody }, { noNullPrototype: true }))
      .map((share) => ({ kind: "share", with: share }) as const),
  },
  { weight: 3, arbitrary: unit.map((to) => ({ kind: "transfer", to }) as const) },
  { weight: 4, arbitrary: readers.map((named) => ({ kind: "readers", readers: named }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "void" } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: "restore" } as const) },
);
const step = fc.record({ by: fc.constantFrom(anna, chief), life });

/** A case's registration with its whole life woven in; short, so that each step has its own minute. */
export const anyLife: fc.Arbitrary<readonly LifeStep[]> = fc
  .tuple(anyHistory, fc.array(fc.record({ step, at: fc.nat(40) }), { maxLength: 20 }))
  .map(([history, lives]) => {
    const woven: LifeStep[] = history.slice(0, 38);
    for (const { step: lived, at } of lives) woven.splice(at % (woven.length + 1), 0, lived);
    return woven;
  });
