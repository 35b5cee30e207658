import { caseId, type Instant, type IsoDate, municipalityCode, unitId } from "#kernel";
import type { CaseRecord } from "#registration";

export const municipality = municipalityCode("9001");
export const unit = unitId("unit-1");

/** An open case in which nothing is registered; what a test is about is put over it. */
export function emptyRecord(index: number, codebook: string): CaseRecord {
  return {
    municipality,
    unit,
    id: caseId(`case-${index}`),
    code: `M-${index}`,
    assignee: null,
    sharedWith: null,
    servedMunicipality: municipality,
    isAnonymous: false,
    previousCode: null,
    readers: null,
    voided: null,
    codebook,
    state: "open",
    startedOn: "2025-02-01" as IsoDate,
    closedOn: null,
    survey: { kind: "offered", on: "2025-12-01" as IsoDate },
    revision: 1,
    lastStepAt: "2026-03-01T10:00:00.000Z" as Instant,
    sheet: { answers: {}, items: [] },
    marks: {},
    completed: {},
  };
}
