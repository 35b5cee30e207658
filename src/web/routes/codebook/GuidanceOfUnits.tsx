import { type ReactNode, useEffect, useState } from "react";
import type { UnitGuidance } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { get } from "../../api/request.ts";
import { unitsReachedWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { ask } from "../../session/signed-out.ts";
import { Notice } from "../../ui/Notice.tsx";
import { type GuidedUnit, GuidedUnitsContext, type Written } from "./guidance-context.ts";

type ByUnit = { readonly [unit: string]: ReadonlyMap<string, Written> };

/** «Så gör vi hos oss» of every unit that the reader works in, fetched when the page opens. */
export function GuidanceOfUnits({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const units = unitsReachedWith(session, "caseWorker", "coordinator", "unitManager");
  const led = new Set(unitsReachedWith(session, "coordinator", "unitManager").map(({ id }) => id));
  const ids = units.map(({ id }) => id).join(" ");
  const [written, setWritten] = useState<ByUnit>({});
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    const leaving = new AbortController();
    for (const id of ids.split(" ").filter(Boolean)) {
      void get<UnitGuidance>(pathOf(id), leaving.signal).then((reply) => {
        if (leaving.signal.aborted) return;
        if (reply.kind === "ok")
          setWritten((known) => ({ ...known, [id]: byConcept(reply.value) }));
        else setTrouble(sentencesOf(reply).join(" "));
      });
    }
    return () => leaving.abort();
  }, [ids]);

  const guided = units.flatMap((unit): readonly GuidedUnit[] => {
    const known = written[unit.id];
    if (!known) return [];
    async function save(concept: string, guidance: string) {
      const path = `${pathOf(unit.id)}/${encodeURIComponent(concept)}`;
      const reply = await ask<UnitGuidance>("PUT", path, { body: { guidance } });
      if (reply.kind === "ok") {
        setWritten((all) => ({ ...all, [unit.id]: byConcept(reply.value) }));
      }
      return reply;
    }
    return [{ unit, mayWrite: led.has(unit.id), written: known, save }];
  });

  return (
    <GuidedUnitsContext value={guided}>
      {trouble && (
        <Notice title="Så gör vi hos oss kunde inte hämtas.">
          <p>{trouble}</p>
        </Notice>
      )}
      {children}
    </GuidedUnitsContext>
  );
}

function pathOf(unit: string): string {
  return `/api/units/${encodeURIComponent(unit)}/guidance`;
}

function byConcept({ guidance }: UnitGuidance): ReadonlyMap<string, Written> {
  return new Map(guidance.map((each) => [each.concept, each]));
}
