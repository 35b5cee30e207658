import { inSwedishOrder, municipalityNamed } from "#kernel";
import type { MunicipalityTransaction } from "#store";
import type { UnitView } from "../wire-of-people.ts";

/** In Swedish order, with the names of the municipalities that they serve. */
export async function unitsInView(tx: MunicipalityTransaction): Promise<readonly UnitView[]> {
  const units = await tx.units.list();
  // Those who take part are known by what they call themselves.
  const known = new Map<string, string>();
  if (units.some(({ serves = [] }) => serves.length > 0)) {
    for (const { code, name } of await tx.municipality.all()) known.set(code, name);
  }
  const views = units.map(
    ({ id, name, kind = "both", isOpenToColleagues, serves = [] }): UnitView => ({
      id,
      name,
      kind,
      isOpenToColleagues,
      serves: serves.map((code) => ({
        code,
        name: known.get(code) ?? municipalityNamed(code) ?? code,
      })),
    }),
  );
  return inSwedishOrder(views);
}
