import { useEffect, useState } from "react";
import type { UnitComparisonView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";

type Beside =
  | { readonly kind: "off" | "waiting" }
  | ({ readonly kind: "shown" } & Pick<UnitComparisonView, "unit" | "panel">)
  | { readonly kind: "trouble"; readonly sentence: string };

/**
 * A unit's exact share beside the nation's, fetched only while it is to be seen: every view is logged. It
 * is let go of when it is switched off.
 * @param unit the unit's id; `null`: none.
 */
export function useUnitComparison(unit: string | null, indicator: string): Beside {
  const [beside, setBeside] = useState<Beside>({ kind: "off" });
  useEffect(() => {
    if (unit === null) return setBeside({ kind: "off" });
    const leaving = new AbortController();
    setBeside({ kind: "waiting" });
    void fetchBeside(unit, indicator, leaving.signal).then(
      (found) => !leaving.signal.aborted && setBeside(found),
    );
    return () => leaving.abort();
  }, [unit, indicator]);
  return beside;
}

async function fetchBeside(unit: string, indicator: string, signal: AbortSignal): Promise<Beside> {
  const path = `/api/units/${encodeURIComponent(unit)}/comparison?indicator=${encodeURIComponent(indicator)}`;
  const reply = await ask<UnitComparisonView>("GET", path, { signal });
  if (reply.kind === "ok") return { ...reply.value, kind: "shown" };
  // Nothing of the unit's is told of this key figure, or under another codebook.
  if (reply.kind === "refused" && reply.status === 404)
    return { kind: "trouble", sentence: untold };
  return { kind: "trouble", sentence: sentencesOf(reply).join(" ") };
}

const untold = "Det här måttet räknas inte för en enskild enhet. Välj ett annat.";
