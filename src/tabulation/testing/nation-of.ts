import { type Codebook, effectiveCodebook } from "#codebook";
import {
  type IsoDate,
  isWithin,
  type MunicipalityCode,
  municipalityCode,
  type Period,
} from "#kernel";
import type { CaseRecord } from "#registration";
import { type CountableCase, countableCase } from "../extract/countable-case.ts";
import { openExtractIntake } from "../extract/extract-intake.ts";
import type { Extract } from "../extract/nation-extract.ts";
import type { TableSpecification } from "../table-specification.ts";
import { type Told, tellCase } from "./plain-recount.ts";
import { type Draw, randomUnit } from "./random-unit.ts";

const found = effectiveCodebook("su-kvinnofrid-2021");
if (!found) throw new Error("the library lacks su-kvinnofrid-2021");
export const nationCodebook: Codebook = found;

export const round = "2022-2025";
const period: Period = { from: "2022-01-01" as IsoDate, until: "2025-07-01" as IsoDate };

/** Cases as they are counted, and beside each what it says, told by hand. */
export type RandomNation = {
  readonly cases: readonly CountableCase[];
  readonly told: readonly ToldCase[];
};

export type ToldCase = {
  readonly record: CaseRecord;
  readonly municipality: string;
  /** Empty where it is not known. */
  readonly county: string;
  readonly isStarted: boolean;
  readonly isClosed: boolean;
  readonly says: ReadonlyMap<string, Told>;
};

/** Started before the round or in it; closed before it, in it, or not at all. */
export function randomNation(draw: Draw): RandomNation {
  const { records, clientAnswers } = randomUnit(nationCodebook, draw);
  const answers = new Map(clientAnswers.map(({ caseId, answers }) => [caseId, answers]));
  const inTime = records.map((record, index): CaseRecord => {
    if (record.state !== "closed") return record;
    if (index % 4 === 0) return { ...record, closedOn: "2021-12-31" as IsoDate };
    return index % 7 === 3 ? { ...record, closedOn: "2025-07-01" as IsoDate } : record;
  });
  return {
    cases: inTime.map((record, index) => ({
      ...countableCase({
        record,
        codebook: nationCodebook,
        clientAnswers: answers.get(record.id),
        county: countyOf(index),
        period,
      }),
      municipality: municipalityOf(index),
    })),
    told: inTime.map((record, index) => ({
      record,
      municipality: municipalityOf(index),
      county: countyOf(index),
      isStarted: isWithin(record.startedOn, period),
      isClosed: record.closedOn !== null && isWithin(record.closedOn, period),
      says: tellCase(nationCodebook, record, answers.get(record.id) ?? {}),
    })),
  };
}

/** Of some it is not known. */
function countyOf(index: number): string {
  return ["01", "23", "01", "23", ""][index % 5] ?? "";
}

function municipalityOf(index: number): MunicipalityCode {
  return municipalityCode(["9001", "9002", "0180"][index % 3] ?? "");
}

export async function nationExtractOf(
  cases: readonly CountableCase[],
  specifications: readonly TableSpecification[],
  threads?: number,
): Promise<Extract> {
  const scope = { kind: "nation", round } as const;
  const intake = await openExtractIntake({
    codebook: nationCodebook,
    scope,
    specifications,
    threads,
  });
  for (const each of cases) intake.add(each);
  return await intake.finish();
}
