import type { Codebook, MissingAnswer, Text } from "#codebook";
import { type AccountId, daysBetween, type Instant, type IsoDate, swedishDay } from "#kernel";
import type { CaseRecord } from "#registration";
import { type Completeness, countCompleteness } from "./completeness.ts";
import { incompletePhases } from "./incomplete-phases.ts";
import { countSurveys, type SurveyChain } from "./survey-chain.ts";
import { countTimeliness, type Timeliness } from "./timeliness.ts";

/** Days without a step after which an open case is asked about. */
export const staleDays = 60;

export type CaseInQuality = {
  readonly record: CaseRecord;
  /** The one that it is registered under. */
  readonly codebook: Codebook;
  /** When the case's first revision was made. */
  readonly startedAt: Instant;
};

/** Counts hold every case; whoever lists cases by their code leaves out those with other readers. */
export type ListedCase = {
  readonly code: string;
  readonly readers: readonly AccountId[] | null;
};

export type MissingQuestion = { readonly id: string; readonly label: Text };

/** How complete and how timely a unit's registration is: the state of cases, and no values. */
export type RegistrationQuality = {
  readonly openCases: number;
  readonly variables: readonly Completeness[];
  readonly timeliness: readonly Timeliness[];
  readonly survey: SurveyChain;
  /** Open cases without an assignee, the oldest first. */
  readonly unassigned: readonly ListedCase[];
  /** Open cases in which nothing has happened for long, the longest first. */
  readonly stale: readonly (ListedCase & { readonly days: number })[];
  /** Cases with something missing in a phase that they have come past, the most missing first. */
  readonly incomplete: readonly (ListedCase & { readonly missing: readonly MissingQuestion[] })[];
};

/** @param codebook the one whose questions are told; @param cases a unit's, none of them voided. */
export async function registrationQuality(
  cases: AsyncIterable<CaseInQuality>,
  codebook: Codebook,
  today: IsoDate,
): Promise<RegistrationQuality> {
  const completeness = countCompleteness(codebook);
  const timeliness = countTimeliness(today);
  const surveys = countSurveys();
  const unassigned: (ListedCase & { startedOn: IsoDate })[] = [];
  const stale: (ListedCase & { days: number })[] = [];
  const incomplete: (ListedCase & { missing: readonly MissingQuestion[] })[] = [];
  let openCases = 0;

  for await (const { record, codebook: own, startedAt } of cases) {
    const { code, readers, startedOn } = record;
    completeness.add(record, own);
    timeliness.add(record, own, startedAt);
    surveys.add(record);
    const answers = incompletePhases(record, own).flatMap((phase) => phase.missing);
    const missing = questionsIn(answers, record, own);
    if (missing.length > 0) incomplete.push({ code, readers, missing });
    if (record.state === "closed") continue;
    openCases++;
    if (record.assignee === null) unassigned.push({ code, readers, startedOn });
    const days = daysBetween(swedishDay(record.lastStepAt), today);
    if (days >= staleDays) stale.push({ code, readers, days });
  }

  return {
    openCases,
    variables: completeness.result(),
    timeliness: timeliness.result(),
    survey: surveys.result(),
    unassigned: unassigned
      .toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1))
      .map(({ code, readers }) => ({ code, readers })),
    stale: stale.toSorted((one, other) => other.days - one.days),
    incomplete: incomplete.toSorted((one, other) => other.missing.length - one.missing.length),
  };
}

/** Each question once, however many rows lack it. */
function questionsIn(
  missing: readonly MissingAnswer[],
  { sheet }: CaseRecord,
  { groups }: Codebook,
): readonly MissingQuestion[] {
  const questions = new Map<string, Text>();
  for (const each of missing) {
    const row = each.kind === "answer" ? each.address.item : undefined;
    const item = row && sheet.items.find(({ id }) => id === row);
    const group = item && groups.find(({ id }) => id === item.group);
    if (each.kind === "row") questions.set(each.group, each.label);
    else if (!group) questions.set(each.address.variable, each.label);
    else questions.set(`${group.id}.${each.address.variable}`, inRow(group.label, each.label));
  }
  return [...questions].map(([id, label]) => ({ id, label }));
}

/** «Insats, startdatum»: a field's name alone says too little. */
function inRow(group: Text, field: Text): Text {
  return {
    sv: `${group.sv}, ${field.sv.toLowerCase()}`,
    en: `${group.en}, ${field.en.toLowerCase()}`,
  };
}
