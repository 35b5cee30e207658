import type { Insertable, Selectable } from "kysely";
import type { CaseId, MunicipalityCode } from "#kernel";
import type { CaseRecord, Revision } from "#registration";
import type { CaseFacts } from "./cases.ts";
import type { Schema } from "./schema.ts";

/** The columns that make up a CaseRecord. */
export const caseColumns = [
  "municipality_code",
  "case_id",
  "case_code",
  "unit_id",
  "assignee_account_id",
  "codebook_id",
  "state",
  "started_on",
  "closed_on",
  "last_step_at",
  "revision",
  "survey",
  "sheet",
  "marks",
  "completed",
  "shared_unit_id",
  "shared_assignee_account_id",
  "served_municipality_code",
  "is_anonymous",
  "previous_case_code",
  "reader_account_ids",
  "voided",
] as const;

export type CaseRow = Pick<Selectable<Schema["cases"]>, (typeof caseColumns)[number]>;

export function readCase(row: CaseRow): CaseRecord {
  return {
    municipality: row.municipality_code,
    id: row.case_id,
    code: row.case_code,
    unit: row.unit_id,
    assignee: row.assignee_account_id,
    sharedWith: readShare(row),
    servedMunicipality: row.served_municipality_code,
    isAnonymous: row.is_anonymous,
    previousCode: row.previous_case_code,
    readers: row.reader_account_ids,
    voided: row.voided,
    codebook: row.codebook_id,
    state: row.state,
    startedOn: row.started_on,
    closedOn: row.closed_on,
    lastStepAt: row.last_step_at,
    survey: row.survey,
    revision: row.revision,
    sheet: row.sheet,
    marks: row.marks,
    completed: row.completed,
  };
}

export function readShare(
  row: Pick<CaseRow, "shared_unit_id" | "shared_assignee_account_id">,
): CaseRecord["sharedWith"] {
  const { shared_unit_id: unit, shared_assignee_account_id: assignee } = row;
  return unit === null ? null : { unit, assignee };
}

/** The whole row, as it is read. */
export function caseRow(record: CaseRecord, facts: CaseFacts): Selectable<Schema["cases"]> {
  return {
    municipality_code: record.municipality,
    case_id: record.id,
    case_code: record.code,
    unit_id: record.unit,
    assignee_account_id: record.assignee,
    codebook_id: record.codebook,
    state: record.state,
    started_on: record.startedOn,
    closed_on: record.closedOn,
    birth_year: facts.birthYear,
    revision: record.revision,
    last_step_at: record.lastStepAt,
    survey: record.survey,
    sheet: record.sheet,
    marks: record.marks,
    completed: record.completed,
    shared_unit_id: record.sharedWith?.unit ?? null,
    shared_assignee_account_id: record.sharedWith?.assignee ?? null,
    served_municipality_code: record.servedMunicipality,
    is_anonymous: record.isAnonymous,
    previous_case_code: record.previousCode,
    reader_account_ids: record.readers,
    voided: record.voided,
  };
}

export function writeCase(record: CaseRecord, facts: CaseFacts): Insertable<Schema["cases"]> {
  const row = caseRow(record, facts);
  return {
    ...row,
    survey: JSON.stringify(row.survey),
    sheet: JSON.stringify(row.sheet),
    marks: JSON.stringify(row.marks),
    completed: JSON.stringify(row.completed),
    voided: row.voided && JSON.stringify(row.voided),
  };
}

export function revisionRow(
  municipality: MunicipalityCode,
  id: CaseId,
  { revision, at, by, reason, changes }: Revision,
): Selectable<Schema["case_revisions"]> {
  return {
    municipality_code: municipality,
    case_id: id,
    revision,
    at,
    account_id: by,
    reason: reason ?? null,
    changes,
  };
}

export function readRevision(
  row: Omit<Selectable<Schema["case_revisions"]>, "municipality_code" | "case_id">,
): Revision {
  const { revision, at, account_id: by, reason, changes } = row;
  return { revision, by, at, ...(reason === null ? {} : { reason }), changes };
}
