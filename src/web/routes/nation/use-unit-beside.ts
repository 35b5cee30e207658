import { useEffect, useState } from "react";
import type { UnitFigures } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { type UnitBeside, unitBeside } from "./unit-beside.ts";

export type Beside =
  | { readonly kind: "off" | "waiting" }
  | { readonly kind: "shown"; readonly unit: UnitBeside }
  | { readonly kind: "trouble"; readonly sentence: string };

/**
 * A unit's exact figures, fetched only while they are to be seen: every view of them is logged. They
 * are let go of when they are switched off.
 * @param unit the unit's id; `null`: none.
 */
export function useUnitBeside(unit: string | null, nationsCodebook: string): Beside {
  const [beside, setBeside] = useState<Beside>({ kind: "off" });
  useEffect(() => {
    if (unit === null) return setBeside({ kind: "off" });
    const leaving = new AbortController();
    setBeside({ kind: "waiting" });
    void fetchBeside(unit, nationsCodebook, leaving.signal).then(
      (found) => !leaving.signal.aborted && setBeside(found),
    );
    return () => leaving.abort();
  }, [unit, nationsCodebook]);
  return beside;
}

async function fetchBeside(
  unit: string,
  nationsCodebook: string,
  signal: AbortSignal,
): Promise<Beside> {
  const path = `/api/units/${encodeURIComponent(unit)}/figures`;
  const figures = await ask<UnitFigures>("GET", path, { signal });
  if (figures.kind !== "ok") return { kind: "trouble", sentence: sentencesOf(figures).join(" ") };
  const own = await findCodebook(figures.value.codebook);
  if (own.kind !== "ok") return { kind: "trouble", sentence: sentencesOf(own).join(" ") };
  return { kind: "shown", unit: unitBeside(figures.value, own.value, nationsCodebook) };
}
