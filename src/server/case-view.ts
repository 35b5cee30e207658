import { type Actor, authoriseCase, policy } from "#access";
import { type AccountId, type MunicipalityCode, municipalityNamed, type UnitId } from "#kernel";
import type { CaseRecord, Mark } from "#registration";
import type { CaseVisit } from "./http/case-route.ts";
import { nameIn } from "./name-in.ts";
import type { CaseView } from "./wire.ts";

type Viewing = Pick<CaseVisit, "tx" | "actor" | "unit">;

/** The case as the browser gets it: names of colleagues instead of account ids. */
export async function viewCase(viewing: Viewing, record: CaseRecord): Promise<CaseView> {
  const { actor } = viewing;
  const marks = Object.entries(record.marks);
  const completed = Object.entries(record.completed);
  const nameOf = await namesIn(viewing, record);
  return {
    code: record.code,
    unit: await unitNamed(viewing, record.unit),
    assignee: record.assignee && nameOf(record.assignee),
    mine: [record.assignee, record.sharedWith?.assignee].includes(actor.account),
    managed: manages(actor, record),
    sharedWith: record.sharedWith && {
      unit: await unitNamed(viewing, record.sharedWith.unit),
      assignee: record.sharedWith.assignee && nameOf(record.sharedWith.assignee),
    },
    servedMunicipality: await servedElsewhere(viewing, record.servedMunicipality),
    isAnonymous: record.isAnonymous,
    previousCode: record.previousCode,
    readers: record.readers?.map(nameOf) ?? null,
    voided: record.voided && {
      by: nameOf(record.voided.by),
      at: record.voided.at,
      reason: await reasonIn(viewing, record, record.voided),
    },
    codebook: record.codebook,
    state: record.state,
    startedOn: record.startedOn,
    closedOn: record.closedOn,
    survey: record.survey,
    revision: record.revision,
    savedAt: record.lastStepAt,
    sheet: record.sheet,
    marks: Object.fromEntries(
      marks.map(([address, { revision, by, at }]) => [address, { revision, by: nameOf(by), at }]),
    ),
    completed: Object.fromEntries(
      completed.map(([phase, { by, at, overrides }]) => [
        phase,
        { by: nameOf(by), at, ...(overrides ? { overrides } : {}) },
      ]),
    ),
  };
}

/** Most cases have met their worker alone, whose name is at hand: every save would ask in vain. */
async function namesIn(
  { tx, actor }: Viewing,
  { assignee, sharedWith, readers, voided, marks, completed }: CaseRecord,
): Promise<(account: AccountId) => string> {
  const met = [...Object.values(marks), ...Object.values(completed), ...(voided ? [voided] : [])];
  const people = new Set([
    ...met.map(({ by }) => by),
    ...(readers ?? []),
    ...[assignee, sharedWith?.assignee].flatMap((account) => account ?? []),
  ]);
  people.delete(actor.account);
  const names = await tx.accounts.namesOf([...people]);
  return (account) => (account === actor.account ? actor.name : nameIn(names, account));
}

async function reasonIn({ tx }: Viewing, { id }: CaseRecord, { revision: number }: Mark) {
  const revisions = await tx.cases.history(id);
  return revisions.find(({ revision }) => revision === number)?.reason ?? null;
}

function manages(actor: Actor, record: CaseRecord): boolean {
  const line = policy["PUT /api/cases/:code/assignee"];
  return authoriseCase(line, actor, { ...record, hasReason: false }) === "allowed";
}

/** Asked for only where it is not at hand: most cases lie where they lay. */
async function unitNamed({ tx, unit }: Viewing, id: UnitId) {
  const found = unit?.id === id ? unit : await tx.units.find(id);
  return { id, name: found?.name ?? "" };
}

async function servedElsewhere({ tx, actor }: Viewing, code: MunicipalityCode) {
  if (code === actor.municipality) return null;
  const known = await tx.municipality.all();
  return {
    code,
    name: known.find((each) => each.code === code)?.name ?? municipalityNamed(code) ?? code,
  };
}
