import { type AccountId, isoDate, type UnitId } from "#kernel";
import type { Campaign } from "#screening";
import { exampleInstant } from "./examples.ts";

/** A month of one unit. */
export function exampleCampaign(unit: UnitId, by: AccountId): Campaign {
  return {
    id: "a-month",
    revision: 1,
    name: "Fokusmånad mars",
    firstDay: isoDate("2026-03-01"),
    lastDay: isoDate("2026-03-31"),
    routine: null,
    follows: null,
    units: [{ unit, kind: 1, expected: 40 }],
    instrument: { kind: "own" },
    contacts: "Maria Ek, samordnare",
    goals: "Alla tillfrågas.",
    guide: "",
    round: null,
    tellsReceiver: false,
    closedAt: null,
    by,
    at: exampleInstant,
  };
}

/** Without its campaign and whoever wrote it. */
export const exampleObstacle = {
  id: "a-first-one",
  revision: 1,
  obstacle: 1,
  intention: "En kvart längre för nybesök.",
  responsible: "enhetschef",
  dueOn: isoDate("2026-05-01"),
  outcome: "",
  state: "planned",
  carriedFrom: null,
} as const;

export const exampleTextPack = {
  id: "own-words",
  name: "Våra frågor",
  version: "1",
  licence: "Egna ord",
  introduction: "Vi frågar alla.",
  questions: ["Har någon gjort dig illa?", "Händer det nu?"],
} as const;
