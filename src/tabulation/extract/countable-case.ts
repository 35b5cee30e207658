import type { AnswerSheet, Answers, Codebook, PhaseId } from "#codebook";
import {
  type IsoDate,
  isWithin,
  type MunicipalityCode,
  type Period,
  type Quarter,
  quarterOf,
} from "#kernel";
import type { CaseRecord } from "#registration";
import { isFromClient } from "../client-stands-alone.ts";
import { phasesBegun } from "./phases-begun.ts";

/**
 * What counting needs of one case, whether it comes from the store or from a delivery. Holds no id, no
 * unit, no person: nothing that could lead back.
 */
export type CountableCase = {
  readonly municipality: MunicipalityCode;
  /** Two digits. */
  readonly county: string;
  /** Whether it counts among those started, and among those closed, in the period of the extract. */
  readonly isStarted: boolean;
  readonly isClosed: boolean;
  /** A delivery knows no days, and one of coarse rows no quarters: `null`. */
  readonly startedIn: Quarter | null;
  /** `null`: not closed, as far as is known. */
  readonly closedIn: Quarter | null;
  /** The id of the codebook that it rests on; the newest of the extract unless told. */
  readonly codebook?: string | undefined;
  readonly begun: ReadonlySet<PhaseId>;
  /** With the client's answers, where they may be counted together with the case. */
  readonly sheet: AnswerSheet;
  /** For bands of age from birth years; a delivery brings bands instead. */
  readonly startedOn: IsoDate | undefined;
  /** Codes of age bands by variable, where the sheet has no birth year. */
  readonly bands: { readonly [variable: string]: number };
};

export type CaseToCount = {
  readonly record: CaseRecord;
  readonly codebook: Codebook;
  /** Only where they may be counted together with the case: never inside a unit. */
  readonly clientAnswers?: Answers | undefined;
  /** Two digits. */
  readonly county: string;
  /** Without one, every case counts as started, and every closed one as closed. */
  readonly period?: Period | undefined;
};

/** A case of the store, as it is counted. Of the sealed answers only the client's own are taken. */
export function countableCase(given: CaseToCount): CountableCase {
  const { record, codebook, clientAnswers, county, period } = given;
  const { startedOn, closedOn, state, sheet } = record;
  const isClosed = state === "closed";
  const isWithinPeriod = (day: IsoDate | null) =>
    !period || (day !== null && isWithin(day, period));
  return {
    municipality: record.municipality,
    county,
    isStarted: isWithinPeriod(startedOn),
    isClosed: isClosed && isWithinPeriod(closedOn),
    startedIn: quarterOf(startedOn),
    closedIn: isClosed && closedOn !== null ? quarterOf(closedOn) : null,
    codebook: codebook.id,
    begun: phasesBegun(codebook)(record),
    sheet: clientAnswers ? withClient(codebook, sheet, clientAnswers) : sheet,
    startedOn,
    bands: {},
  };
}

function withClient(codebook: Codebook, sheet: AnswerSheet, answers: Answers): AnswerSheet {
  const own = codebook.variables.flatMap((variable) => {
    const value = Object.hasOwn(answers, variable.id) ? answers[variable.id] : undefined;
    return value && isFromClient(variable) ? [[variable.id, value] as const] : [];
  });
  return { ...sheet, answers: { ...sheet.answers, ...Object.fromEntries(own) } };
}
