import { createContext, useContext, useEffect, useState } from "react";
import type { CaseView, SessionView, UnitGuidance } from "#server";
import { get } from "../../api/request.ts";
import { useSession } from "../../session/session.ts";

type Guided = UnitGuidance["guidance"][number] & { readonly unitName: string };

/** By concept: how the case's owner unit judges its questions. */
type GuidanceByConcept = ReadonlyMap<string, Guided>;

const none: GuidanceByConcept = new Map();

export const GuidanceContext = createContext<GuidanceByConcept>(none);

export function useGuidanceOf(concept: string): Guided | undefined {
  return useContext(GuidanceContext).get(concept);
}

/** Fetched once each time a case is opened, and kept in memory alone. Without contact the case does without. */
export function useGuidance({ code, unit }: Pick<CaseView, "code" | "unit">): GuidanceByConcept {
  const session = useSession();
  const [found, setFound] = useState(none);
  const reads = readsGuidance(session, unit.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening of a case asks anew
  useEffect(() => {
    if (!reads) return setFound(none);
    const leaving = new AbortController();
    const path = `/api/units/${encodeURIComponent(unit.id)}/guidance`;
    void get<UnitGuidance>(path, leaving.signal).then((reply) => {
      if (leaving.signal.aborted || reply.kind !== "ok") return;
      const told = reply.value.guidance.map((each) => ({ ...each, unitName: unit.name }));
      setFound(new Map(told.map((each) => [each.concept, each])));
    });
    return () => leaving.abort();
  }, [code, unit.id, reads]);
  return found;
}

/** Who works on a case that another unit shares with hers has no part in how that unit does. */
function readsGuidance({ grants }: Pick<SessionView, "grants">, unit: string): boolean {
  return grants.some(
    (grant) =>
      ["caseWorker", "coordinator", "unitManager"].includes(grant.role) &&
      (grant.unit === null || grant.unit.id === unit),
  );
}
