import type { AnswerValue, MissingCode, Variable } from "#codebook";
import {
  caseId,
  type IsoDate,
  type MunicipalityCode,
  municipalityCode,
  type Quarter,
  type Randomness,
  seededRandomness,
} from "#kernel";
import type { CaseRecord } from "#registration";
import type { CountableCase } from "../extract/countable-case.ts";
import { openUnitExtract } from "../extract/unit-extract.ts";
import type { Counts } from "../raw-table.ts";
import type { TableSpecification } from "../table-specification.ts";
import { tabulate } from "../tabulate.ts";
import { sourceOf } from "./case-of.ts";
import { nationCodebook, nationExtractOf, randomNation } from "./nation-of.ts";
import { drawsOf, randomSpecification } from "./random-specification.ts";
import { type Draw, randomUnit } from "./random-unit.ts";

/** A table with the region that it is of; empty where it is of no region. */
export type CountedTable = { readonly region: string; readonly counts: Counts };

/** Cases that can be changed and counted, whether a unit's or a nation's. */
export type World<Case extends { readonly sheet: CaseRecord["sheet"] }> = {
  readonly isNation: boolean;
  readonly draw: (draw: Draw) => readonly Case[];
  /** The tables of each specification, in their order. */
  readonly count: (
    cases: readonly Case[],
    specifications: readonly TableSpecification[],
  ) => Promise<readonly (readonly CountedTable[])[]>;
  /** The same case once more: another case. */
  readonly again: (one: Case, index: number) => Case;
  /** The same case started and closed long after every period that is drawn. */
  readonly later: (one: Case) => Case;
};

export const unitWorld: World<CaseRecord> = {
  isNation: false,
  draw: (draw) => randomUnit(nationCodebook, draw).records,
  count: async (records, specifications) => {
    const extract = await openUnitExtract(sourceOf(records, [], nationCodebook), specifications);
    try {
      const tables = await Promise.all(
        specifications.map((specification) => tabulate(extract, [specification])),
      );
      return tables.map((each) => each.map((table) => ({ region: "", counts: table.counts() })));
    } finally {
      extract.close();
    }
  },
  again: (record, index) => ({ ...record, id: caseId(`again-${index}`) }),
  later: (record) => ({
    ...record,
    startedOn: "2040-01-15" as IsoDate,
    closedOn: record.closedOn && ("2041-01-15" as IsoDate),
  }),
};

export const nationWorld: World<CountableCase> = {
  isNation: true,
  draw: (draw) => randomNation(draw).cases,
  count: async (cases, specifications) => {
    const extract = await nationExtractOf(cases, specifications, 1);
    try {
      const found: CountedTable[][] = [];
      for (const specification of specifications) {
        const tables = await tabulate(extract, [specification]);
        found.push(
          tables.map((table) => {
            const { scope } = table;
            return {
              region: scope.kind === "region" ? scope.code : "",
              counts: table.counts(),
            };
          }),
        );
      }
      return found;
    } finally {
      extract.close();
    }
  },
  again: (counted) => ({ ...counted }),
  later: (counted) => ({
    ...counted,
    startedIn: "2040Q1" as Quarter,
    closedIn: counted.closedIn && ("2041Q1" as Quarter),
  }),
};

/** Of every kind of measure. */
export function specificationsFor(isNation: boolean, count: number, seed: number) {
  const draws = drawsOf(seededRandomness(seed));
  const askable = { codebook: nationCodebook, isNation };
  return Array.from({ length: count }, (_, index): TableSpecification => {
    const drawn = randomSpecification(`drawn ${index}`, askable, draws);
    if (index > 0) return drawn;
    return { ...drawn, measure: { kind: "change", group: "riskAssessment", field: "level" } };
  });
}

export function shuffled<Element>(
  elements: readonly Element[],
  chance: Randomness,
): readonly Element[] {
  return elements
    .map((element) => ({ element, rank: chance.below(1_000_000_000) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ element }) => element);
}

/** The case with another answer to one question; `undefined`: with none. */
export function answering<Case extends { readonly sheet: CaseRecord["sheet"] }>(
  one: Case,
  { id }: Variable,
  answerOf: (value: AnswerValue | undefined) => AnswerValue | undefined,
): Case {
  const { [id]: value, ...others } = one.sheet.answers;
  const answer = answerOf(value);
  const answers = answer ? { ...others, [id]: answer } : others;
  return { ...one, sheet: { ...one.sheet, answers } };
}

export function missingAnswer(code: MissingCode): AnswerValue {
  return { kind: "missing", code };
}

/** A municipality that nobody else has. */
export const newMunicipality: MunicipalityCode = municipalityCode("9009");
