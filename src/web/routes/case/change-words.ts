import type { Codebook, PhaseId, Question } from "#codebook";
import type { Change, SurveyState } from "#registration";
import { valueInWords } from "../../words/answer-words.ts";
import { dayInWords } from "../../words/calendar.ts";
import { isLifeChange, lifeChangeInWords, type Names } from "../../words/life-change-words.ts";
import type { RowNames } from "./name-rows.ts";
import { surveyInWords } from "./survey-words.ts";

/**
 * One change in one sentence, in the words of the codebook that the case rests on.
 * @param rowNames by row: «Insats 2»; an answer in a row that has none is told without.
 */
export function changeInWords(
  change: Change,
  codebook: Codebook,
  names: Names,
  rowNames: RowNames = new Map(),
): string {
  if (isLifeChange(change)) return lifeChangeInWords(change, names);
  switch (change.kind) {
    case "answer-set":
      return inRow(rowNames, change) + answerInWords(change, codebook);
    case "item-added":
      return `${groupName(codebook, change.item.group)} lades till.`;
    case "item-removed":
      return `${groupName(codebook, change.item.group)} togs bort${becauseHidden(change.why)}.`;
    case "phase-completed":
      return completionInWords(change, codebook);
    case "phase-reopened":
      return `${phaseName(codebook, change.phase)} öppnades igen.`;
    case "start-corrected":
      return `Startdatum rättades från ${dayInWords(change.from)} till ${dayInWords(change.to)}.`;
    case "case-closed":
      return `Ärendet avslutades ${dayInWords(change.closedOn)}.`;
    case "case-reopened":
      return "Ärendet öppnades igen.";
    case "survey-changed":
      return surveyChangeInWords(change.to);
  }
}

/** Of what was offered before, only that no answer came is new. */
function surveyChangeInWords(to: SurveyState): string {
  const told = surveyInWords(to).toLowerCase();
  return to.kind === "offered" && to.unanswered ? `Enkäten fick ${told}.` : `Enkäten: ${told}.`;
}

function inRow(rowNames: RowNames, { address }: Extract<Change, { kind: "answer-set" }>): string {
  const name = address.item && rowNames.get(address.item);
  return name ? `${name}: ` : "";
}

/** Which warnings were let stand, and why: whoever reads the answers later wonders too. */
function completionInWords(
  { phase, overrides = [] }: Extract<Change, { kind: "phase-completed" }>,
  codebook: Codebook,
): string {
  const stood = overrides.map(({ check, reason }) => {
    const asked = codebook.checks.find(({ id }) => id === check)?.message.sv ?? check;
    return ` «${asked}» Svaret stämmer: ${ended(reason)}`;
  });
  return `${phaseName(codebook, phase)} blev klar.${stood.join("")}`;
}

function ended(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function answerInWords(
  { address, from, to, why }: Extract<Change, { kind: "answer-set" }>,
  codebook: Codebook,
): string {
  const question = findQuestion(codebook, address.variable, address.item !== undefined);
  // As it was asked: «Födelseår: 1994», where the figures speak of ages.
  const asked = question ? (question.prompt ?? question.label).sv : address.variable;
  const told = (value: typeof to) =>
    value && question ? valueInWords(question, value) : "inget svar";
  if (to === null) return `${asked}: svaret «${told(from)}» togs bort${becauseHidden(why)}.`;
  return from === null
    ? `${asked}: ${told(to)}.`
    : `${asked}: från «${told(from)}» till «${told(to)}».`;
}

function becauseHidden(why: "hidden" | undefined): string {
  return why ? ", eftersom frågan inte längre ställs" : "";
}

function findQuestion(codebook: Codebook, id: string, isField: boolean): Question | undefined {
  return isField
    ? codebook.groups.flatMap(({ fields }) => fields).find((field) => field.id === id)
    : codebook.variables.find((variable) => variable.id === id);
}

function groupName(codebook: Codebook, group: string): string {
  return codebook.groups.find(({ id }) => id === group)?.label.sv ?? group;
}

function phaseName(codebook: Codebook, phase: PhaseId): string {
  return codebook.phases.find(({ id }) => id === phase)?.label.sv ?? phase;
}
