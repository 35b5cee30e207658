import { wholeNumber } from "#kernel";
import type { UnitQuality } from "#server";
import { notOfferedReasonNames, unansweredReasonNames } from "../words/case-words.ts";
import { percent } from "../words/counting.ts";

type Survey = UnitQuality["survey"];

/** From so many closed cases a share is told, as in the unit's figures. */
const enoughForShares = 10;

/** «Enkäten är besvarad i 12 av 32 avslutade ärenden.» */
export function surveyInWords({ closed, answered, offered }: Survey): string {
  if (closed === 0) return "Inget ärende är avslutat än.";
  if (offered === 0) return "Enkäten är inte erbjuden i något avslutat ärende än.";
  const of = `${wholeNumber(answered)} av ${wholeNumber(closed)} avslutade ärenden`;
  if (closed === 1)
    return `Enkäten är ${answered === 1 ? "" : "inte "}besvarad i det enda avslutade ärendet.`;
  return closed < enoughForShares
    ? `Enkäten är besvarad i ${of}.`
    : `Enkäten är besvarad i ${percent(answered / closed)} av de avslutade ärendena (${wholeNumber(answered)} av ${wholeNumber(closed)}).`;
}

type Row = { readonly label: string; readonly cases: number };

/** Each step a part of the one before. */
export function chainRows({ closed, offered, answered }: Survey): readonly Row[] {
  return [
    { label: "Avslutade ärenden", cases: closed },
    { label: "Enkäten erbjuden", cases: offered },
    { label: "Enkäten besvarad", cases: answered },
  ];
}

/** Why there is no answer, of those that have none; what nobody has written is not there. */
export function reasonGroups({
  notOffered,
  unanswered,
  declined,
  waiting,
  unsettled,
}: Survey): readonly { readonly label: string; readonly rows: readonly Row[] }[] {
  const told = (rows: readonly Row[]) => rows.filter(({ cases }) => cases > 0);
  const groups = [
    {
      label: "Inte erbjuden",
      rows: told([
        ...notOffered.map(({ reason, cases }) => ({ label: notOfferedReasonNames[reason], cases })),
        { label: "Inget skäl skrivet", cases: unsettled },
      ]),
    },
    {
      label: "Erbjuden utan svar",
      rows: told([
        { label: "Klienten tackade nej", cases: declined },
        ...unanswered.map(({ reason, cases }) => ({ label: unansweredReasonNames[reason], cases })),
        { label: "Inget svar än", cases: waiting },
      ]),
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
