import type { Codebook } from "#codebook";
import type { InternalTable } from "#disclosure";
import { plainId } from "../findings/chosen-cases.ts";

/** A unit's counted tables by what they are of; what there was nothing to count of is not there. */
export type UnitTables = {
  /** By an indicator's, a variable's or another table's id, without the group. */
  readonly find: (id: string) => InternalTable | undefined;
  readonly cases: number;
  readonly closed: number;
};

export function unitTables(tables: readonly InternalTable[]): UnitTables {
  const byId = new Map(tables.map((table) => [plainId(table.specification.id), table]));
  const casesIn = (population: "started" | "closed") => {
    const counts = byId.get(`cases ${population}`)?.counts;
    return counts?.kind === "cases" ? counts.cases : 0;
  };
  return { find: (id) => byId.get(id), cases: casesIn("started"), closed: casesIn("closed") };
}

/** What the client answers herself: of all cases, whatever is chosen. */
export function isOfClient({ specification }: InternalTable, { variables }: Codebook): boolean {
  const { measure } = specification;
  const asked = "variable" in measure ? variables.find(({ id }) => id === measure.variable) : null;
  return asked?.phase === "client" && asked.view === undefined;
}
