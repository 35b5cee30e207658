import type { Codebook } from "#codebook";
import { admitInternal } from "#disclosure";
import type { CaseRecord } from "#registration";
import { unitFigures } from "#report";
import type { Unit } from "#store";
import { type RawTable, tabulateUnit } from "#tabulation";
import type { Visit } from "./http/route.ts";
import type { UnitFigures } from "./wire.ts";

type Viewing = Pick<Visit, "tx" | "actor" | "at" | "services">;

/**
 * The units' own exact figures (lane 1). A count is kept until the unit's cases or surveys change, so
 * that looking often costs nothing; whoever looks is admitted anew each time, and logged here, so that
 * no route can forget it. The log tells who looked and at what, never a count: its readers may not open
 * the unit's cases.
 */
export type UnitFigureBook = {
  readonly of: (viewing: Viewing, unit: Unit) => Promise<UnitFigures>;
};

type Counted = { readonly stamp: string; readonly tables: readonly RawTable[] };

export function createUnitFigureBook(): UnitFigureBook {
  const counted = new Map<string, Counted>();
  return {
    async of(viewing, unit) {
      const { tx, actor, at, services } = viewing;
      const codebook = services.codebooks.of(actor.municipality);
      const stamp = `${codebook.id} ${await tx.cases.stamp(unit.id)}`;
      const key = `${actor.municipality} ${unit.id}`;
      const kept = counted.get(key);
      const tables = kept?.stamp === stamp ? kept.tables : await count(viewing, unit, codebook);
      counted.set(key, { stamp, tables });
      const admission = {
        municipality: actor.municipality,
        unit: unit.id,
        viewer: actor.account,
        at: services.clock.now(),
      };
      tx.audit.append({
        at,
        account: actor.account,
        action: "figures.viewed",
        details: { unit: unit.id, codebook: codebook.id },
      });
      const admitted = tables.map((table) => admitInternal(table, admission));
      return {
        unit: { id: unit.id, name: unit.name },
        codebook: codebook.id,
        countedAt: at,
        ...unitFigures(admitted, codebook, "sv"),
      };
    },
  };
}

async function count(
  { tx, actor, services }: Viewing,
  unit: Unit,
  codebook: Codebook,
): Promise<readonly RawTable[]> {
  const versions = services.codebooks.countedWith(actor.municipality);
  const ids = versions.map(({ id }) => id);
  return tabulateUnit({
    municipality: actor.municipality,
    unit: unit.id,
    codebook,
    versions,
    cases: under(ids, tx.cases.stream([unit.id])),
    clientAnswers: await tx.surveyAnswers.forCounting(unit.id, ids),
  });
}

/** Cases registered upon another common codebook are counted where codebooks are joined, not here. */
async function* under(codebooks: readonly string[], cases: AsyncIterable<CaseRecord>) {
  for await (const record of cases) if (codebooks.includes(record.codebook)) yield record;
}
