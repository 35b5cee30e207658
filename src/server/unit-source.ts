import type { Codebook } from "#codebook";
import type { CaseRecord } from "#registration";
import type { Unit } from "#store";
import { countSurveys, type UnitSource } from "#tabulation";
import type { Visit } from "./http/route.ts";

type CountedUnit = UnitSource & {
  /** What became of the survey in the cases; whole once they have been counted. */
  readonly surveys: ReturnType<typeof countSurveys>["result"];
};

/** All that a unit's figures are counted from, under one of its codebooks. */
export async function unitSource(
  { tx, actor, services }: Pick<Visit, "tx" | "actor" | "services">,
  unit: Unit,
  codebook: Codebook,
): Promise<CountedUnit> {
  const versions = services.codebooks.countedWith(actor.municipality);
  const ids = versions.map(({ id }) => id);
  const surveys = countSurveys();
  return {
    municipality: actor.municipality,
    unit: unit.id,
    codebook,
    versions,
    cases: under(ids, tx.cases.stream([unit.id]), surveys.add),
    clientAnswers: await tx.surveyAnswers.forCounting(unit.id, ids),
    answersGone: await tx.surveyAnswers.gaps(unit.id, ids),
    surveys: surveys.result,
  };
}

/** Cases registered upon another common codebook are counted where codebooks are joined, not here. */
async function* under(
  codebooks: readonly string[],
  cases: AsyncIterable<CaseRecord>,
  seen: (record: CaseRecord) => void,
) {
  for await (const record of cases) {
    if (!codebooks.includes(record.codebook)) continue;
    seen(record);
    yield record;
  }
}
