import { instant, isoDate } from "#kernel";
import type { CaseView } from "#server";

/** A case as the server tells it, for tests: open, in its first revision, without answers. */
export function aCaseView(parts: Partial<CaseView> = {}): CaseView {
  return {
    code: "M-7F3K-2",
    unit: { id: "familjefrid", name: "Familjefrid" },
    assignee: "Anna Ek",
    mine: true,
    managed: false,
    sharedWith: null,
    servedMunicipality: null,
    isAnonymous: false,
    previousCode: null,
    readers: null,
    voided: null,
    codebook: "su-kvinnofrid-2021",
    state: "open",
    startedOn: isoDate("2026-03-01"),
    closedOn: null,
    survey: { kind: "not-yet-offered" },
    revision: 1,
    savedAt: instant("2026-03-12T13:02:00Z"),
    sheet: { answers: {}, items: [] },
    marks: {},
    completed: {},
    ...parts,
  };
}
