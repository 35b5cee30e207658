import type { Codebook } from "#codebook";
import { admitInternal, type InternalTable } from "#disclosure";
import { unitFigures } from "#report";
import type { Unit } from "#store";
import { type RawTable, type SurveyChain, tabulateUnit } from "#tabulation";
import type { Visit } from "./http/route.ts";
import { unitSource } from "./unit-source.ts";
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
  /** One of its tables by itself, such as a key figure's; `undefined` where a unit is not told of it. */
  readonly table: (viewing: Viewing, unit: Unit, id: string) => Promise<CountedTable | undefined>;
};

/** With what became of the survey, which stands beside whatever the client says. */
type CountedTable = { readonly table: InternalTable; readonly survey: SurveyChain };

type Counted = {
  readonly stamp: string;
  readonly tables: readonly RawTable[];
  readonly survey: SurveyChain;
};

export function createUnitFigureBook(): UnitFigureBook {
  const counted = new Map<string, Counted>();

  async function count(viewing: Viewing, unit: Unit, codebook: Codebook, stamp: string) {
    const source = await unitSource(viewing, unit, codebook);
    return { stamp, tables: await tabulateUnit(source), survey: source.surveys() };
  }

  async function admitted(viewing: Viewing, unit: Unit) {
    const { tx, actor, at, services } = viewing;
    const codebook = services.codebooks.of(actor.municipality);
    const stamp = `${codebook.id} ${await tx.cases.stamp(unit.id)}`;
    const key = `${actor.municipality} ${unit.id}`;
    const kept = counted.get(key);
    const found = kept?.stamp === stamp ? kept : await count(viewing, unit, codebook, stamp);
    counted.set(key, found);
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
    const tables = found.tables.map((table) => admitInternal(table, admission));
    return { tables, survey: found.survey };
  }

  return {
    async of(viewing, unit) {
      const codebook = viewing.services.codebooks.of(viewing.actor.municipality);
      const { tables, survey } = await admitted(viewing, unit);
      return {
        unit: { id: unit.id, name: unit.name },
        codebook: codebook.id,
        countedAt: viewing.at,
        ...unitFigures(tables, codebook, "sv", survey),
      };
    },
    async table(viewing, unit, id) {
      const { tables, survey } = await admitted(viewing, unit);
      const table = tables.find(({ specification }) => specification.id === id);
      return table && { table, survey };
    },
  };
}
