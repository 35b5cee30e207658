import type { Answers } from "#codebook";
import { caseId, municipalityCode, type Period, seededRandomness, unitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { nationPopulation } from "#scenario";
import {
  type CountableCase,
  countableCase,
  type Extract,
  openExtractIntake,
  type SealedAnswers,
  type TableSpecification,
  type UnitSource,
} from "#tabulation";
import { livedCodebook } from "./lived-codebook.ts";

type Life = { readonly record: CaseRecord; readonly clientAnswers: Answers | undefined };

export type Lives = { readonly period: Period; readonly lives: readonly Life[] };

/**
 * Lived through as the demo's are. Living 300 000 takes minutes and is measured elsewhere; here each of
 * some thousand stands for many, dealt by chance: in one municipality few come twice.
 */
const livesLived = 10_000;

const municipalities = 290;
const counties = 21;

export function liveCases(): Lives {
  const size = { seed: 2026, municipalities: 34, cases: livesLived };
  const population = nationPopulation(size);
  const lives: Life[] = [];
  for (const { code } of population.places) {
    for (const { record, response } of population.casesOf(code, population.round.cutOff)) {
      if (record.codebook !== livedCodebook.id) continue;
      lives.push({ record, clientAnswers: response?.response.answers });
    }
  }
  return { period: population.round.period, lives };
}

/** The nation's, of so many cases. */
export async function livedExtract(
  { lives, period }: Lives,
  count: number,
  specifications: readonly TableSpecification[],
): Promise<Extract> {
  const codebook = livedCodebook;
  const scope = { kind: "nation", round: "bench" } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications });
  const counted = lives.map((life) => countableCase({ ...life, codebook, county: "01", period }));
  for (const { life, at } of dealt(counted, count)) {
    const place = at % municipalities;
    const county = String(1 + (place % counties)).padStart(2, "0");
    const dealtCase: CountableCase = { ...life, municipality: placeCode(place), county };
    intake.add(dealtCase);
  }
  return await intake.finish();
}

/** One unit's, of so many cases. */
export function livedUnit({ lives }: Lives, count: number): UnitSource {
  const unit = unitId("bench");
  const municipality = placeCode(0);
  async function* cases(): AsyncIterable<CaseRecord> {
    for (const { life, at } of dealt(lives, count)) {
      yield { ...life.record, id: caseId(`case-${at}`), unit, municipality };
    }
  }
  const clientAnswers: SealedAnswers[] = [];
  for (const { life, at } of dealt(lives, count)) {
    const { clientAnswers: answers } = life;
    if (answers)
      clientAnswers.push({
        caseId: caseId(`case-${at}`),
        codebook: livedCodebook.id,
        answers,
        arrival: at,
      });
  }
  return { municipality, unit, codebook: livedCodebook, cases: cases(), clientAnswers };
}

function* dealt<Each>(lives: readonly Each[], count: number) {
  const chance = seededRandomness(count);
  for (let at = 0; at < count; at++) {
    const life = lives[chance.below(lives.length)];
    if (life !== undefined) yield { life, at };
  }
}

function placeCode(place: number) {
  return municipalityCode(String(9001 + place));
}
