import { Codebook } from "#codebook";
import {
  type AccountId,
  accountId,
  addSeconds,
  caseId,
  type Instant,
  instant,
  isoDate,
  type MunicipalityCode,
  municipalityCode,
  randomId,
  strongRandomness,
  type UnitId,
  unitId,
} from "#kernel";
import {
  applyRevision,
  type CaseRecord,
  type Change,
  newCaseCode,
  openRecord,
  type Revision,
} from "#registration";
import { type Invitation, openMinutes } from "#survey";
import type { RoundParticipant } from "../rounds.ts";
import type { Store } from "../store.ts";

/** A municipality with one unit and one person in it. */
export type ExampleMunicipality = {
  readonly code: MunicipalityCode;
  readonly unit: UnitId;
  readonly worker: AccountId;
};

export const exampleInstant: Instant = instant("2026-03-12T13:02:00.000Z");

export async function registerExample(store: Store, code: string): Promise<ExampleMunicipality> {
  const example = {
    code: municipalityCode(code),
    unit: unitId(`unit-${code}`),
    worker: accountId(`worker-${code}`),
  };
  await store.within(example.code, async (tx) => {
    await tx.municipality.register({ kind: "municipality", name: `Kommun ${code}`, county: "90" });
    await tx.units.insert({ id: example.unit, name: "Stödenheten", isOpenToColleagues: false });
    await tx.accounts.insert({
      id: example.worker,
      signInName: `worker-${code}`,
      displayName: "Maria Ek",
      passwordHash: null,
      createdAt: exampleInstant,
      disabledAt: null,
      grants: [{ role: "caseWorker", unit: example.unit }],
    });
  });
  return example;
}

/** An overlay that adds nothing yet. */
export function exampleOverlay(code: MunicipalityCode): Codebook {
  return Codebook.parse({
    id: `k${code}-v1`,
    version: "1.0.0",
    label: { sv: "Egna frågor", en: "Own questions" },
    definition: { sv: "För prov.", en: "For tests." },
    validFrom: "2026-03-12",
    provenance: { status: "published" },
    overlays: { codebook: "su-kvinnofrid-2021", namespace: `k${code}.` },
    phases: [],
    variables: [],
  });
}

/** A case and its first revision, not yet stored. */
export function startExampleCase(
  { code, unit, worker }: ExampleMunicipality,
  at: Instant = exampleInstant,
): { readonly record: CaseRecord; readonly first: Revision } {
  const identity = {
    municipality: code,
    id: caseId(randomId(strongRandomness)),
    code: newCaseCode(strongRandomness),
    unit,
    codebook: "su-kvinnofrid-2021",
  };
  const startedOn = isoDate(at.slice(0, 10));
  const start: Change = { kind: "case-started", startedOn, assignee: worker };
  const first = { revision: 1, by: worker, at, changes: [start] };
  return { record: openRecord(identity, first), first };
}

/** The next revision of a case, by its assignee. */
export function reviseExample(
  record: CaseRecord,
  changes: readonly Change[],
  at: Instant = exampleInstant,
): { readonly record: CaseRecord; readonly revision: Revision } {
  const by = record.assignee ?? accountId("nobody");
  const revision = { revision: record.revision + 1, by, at, changes };
  return { record: applyRevision(record, revision), revision };
}

/** To answer the survey of a case, on the worker's screen, for half an hour from `at`. */
export function exampleInvitation(
  { id, unit, assignee }: CaseRecord,
  at: Instant = exampleInstant,
): Invitation {
  return {
    id: randomId(strongRandomness),
    case: id,
    unit,
    mode: "in-the-room",
    language: "sv",
    invitedBy: assignee ?? accountId("nobody"),
    invitedAt: at,
    expiresAt: addSeconds(at, openMinutes * 60),
  };
}

/** Of the round «2026», which has to be there. */
export const exampleParticipant: RoundParticipant = {
  code: municipalityCode("9001"),
  name: "Påhittköping",
  county: "90",
  signingKeys: ["a".repeat(43)],
  checkedAt: null,
  remindedAt: null,
  leftAt: null,
  participation: { meetings: 20 },
};

export const exampleAction = {
  id: "a-first-one",
  revision: 1,
  round: "2026",
  about: "V24",
  intention: "Vi frågar alla om uppföljning innan stödet slutar.",
  responsible: "enhetschef",
  dueOn: isoDate("2027-03-01"),
  state: "planned",
  outcome: "",
  isShared: true,
} as const;
