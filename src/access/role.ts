import type { AccountId, MunicipalityCode, UnitId } from "#kernel";

export const roles = [
  "caseWorker",
  "unitManager",
  "coordinator",
  "analyst",
  "committeeReader",
  "regionalLead",
  "nationalAnalyst",
  "logReviewer",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

/** A role held in one unit, or (`unit: null`) in the whole municipality. */
export type Grant = { readonly role: Role; readonly unit: UnitId | null };

/** The person who asks, as the session knows her. One person may hold several roles. */
export type Actor = {
  readonly municipality: MunicipalityCode;
  readonly account: AccountId;
  readonly name: string;
  readonly grants: readonly Grant[];
};
