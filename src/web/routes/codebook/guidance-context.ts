import { createContext, useContext } from "react";
import type { UnitGuidance } from "#server";
import type { Reply } from "../../api/reply.ts";
import type { NamedUnit } from "../../session/roles.ts";

export type Written = UnitGuidance["guidance"][number];

/** Characters. */
export const guidanceLimit = 1000;

/** One unit of the reader's: what it has written, and whether she may write for it. */
export type GuidedUnit = {
  readonly unit: NamedUnit;
  readonly mayWrite: boolean;
  readonly written: ReadonlyMap<string, Written>;
  readonly save: (concept: string, text: string) => Promise<Reply<UnitGuidance>>;
};

export const GuidedUnitsContext = createContext<readonly GuidedUnit[]>([]);

export function useGuidedUnits(): readonly GuidedUnit[] {
  return useContext(GuidedUnitsContext);
}
