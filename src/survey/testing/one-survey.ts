import assert from "node:assert/strict";
import { type AnswerValue, Codebook } from "#codebook";
import { accountId, caseId, instant, isoDate, municipalityCode, unitId } from "#kernel";
import {
  applyRevision,
  type CaseRecord,
  type Deciding,
  decideSettleSurvey,
  decideStart,
  openRecord,
  type SettledByWorker,
} from "#registration";

/** Who works on the case, and who does not. */
export const anna: Deciding = { by: accountId("anna"), at: instant("2026-05-04T09:00:00Z") };
export const leila: Deciding = { by: accountId("leila"), at: instant("2026-06-01T09:00:00Z") };

function text(words: string) {
  return { sv: words, en: words };
}

function asked(id: string, phase: string, more: object = {}) {
  return {
    id,
    concept: id,
    label: text(id),
    type: "single",
    phase,
    options: [1, 2, 3].map((code) => ({ code, label: text(String(code)) })),
    missing: [{ code: 98, label: text("Uppgift saknas") }],
    privacy: "sensitive",
    exportLevel: "national",
    provenance: { status: "reconstructed" },
    ...more,
  };
}

/** A client is asked two things, and a third if it has become worse. */
export const codebook = Codebook.parse({
  id: "survey",
  version: "1.0.0",
  label: text("Enkät"),
  definition: text("För prov"),
  validFrom: "2020-01-01",
  provenance: { status: "reconstructed" },
  phases: [
    { id: "background", label: text("Bakgrund") },
    { id: "client", label: text("Brukaruppföljning") },
  ],
  variables: [
    asked("sex", "background"),
    asked("change", "client"),
    asked("why", "client", { condition: { answer: "change", in: [3] } }),
    asked("comment", "client", { required: false }),
  ],
});

export function startedCase(): CaseRecord {
  const start = { startedOn: isoDate("2026-03-02"), assignee: anna.by };
  const decision = decideStart(start, anna);
  assert.ok(decision.kind === "done");
  const identity = {
    municipality: municipalityCode("9001"),
    id: caseId("c".repeat(32)),
    code: "M-7F3K-2",
    unit: unitId("familjefrid"),
    codebook: codebook.id,
  };
  return openRecord(identity, decision.value);
}

export function settled(
  survey: SettledByWorker = { kind: "offered", on: isoDate("2026-05-04") },
  record = startedCase(),
): CaseRecord {
  const decision = decideSettleSurvey(record, survey, anna);
  assert.ok(decision.kind === "done");
  return applyRevision(record, decision.value);
}

export const codes = (...chosen: readonly number[]): AnswerValue => ({
  kind: "codes",
  codes: chosen,
});
export const skipped: AnswerValue = { kind: "missing", code: 98 };
