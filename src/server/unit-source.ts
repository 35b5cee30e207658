import type { Codebook } from "#codebook";
import type { CaseRecord } from "#registration";
import type { Unit } from "#store";
import type { UnitSource } from "#tabulation";
import type { Visit } from "./http/route.ts";

/** All that a unit's figures are counted from, under one of its codebooks. */
export async function unitSource(
  { tx, actor, services }: Pick<Visit, "tx" | "actor" | "services">,
  unit: Unit,
  codebook: Codebook,
): Promise<UnitSource> {
  const versions = services.codebooks.countedWith(actor.municipality);
  const ids = versions.map(({ id }) => id);
  return {
    municipality: actor.municipality,
    unit: unit.id,
    codebook,
    versions,
    cases: under(ids, tx.cases.stream([unit.id])),
    clientAnswers: await tx.surveyAnswers.forCounting(unit.id, ids),
  };
}

/** Cases registered upon another common codebook are counted where codebooks are joined, not here. */
async function* under(codebooks: readonly string[], cases: AsyncIterable<CaseRecord>) {
  for await (const record of cases) if (codebooks.includes(record.codebook)) yield record;
}
