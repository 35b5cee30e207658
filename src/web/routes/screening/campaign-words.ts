import { daysBetween, type IsoDate, monthName, wholeNumber, yearOf } from "#kernel";
import type { CampaignSummary, CampaignView } from "#server";
import { dayInWords, dayNear } from "../../words/calendar.ts";

type Days = Pick<CampaignSummary, "firstDay" | "lastDay">;

/** «1–31 mars 2027», «28 februari–27 mars 2027». */
export function daysInWords({ firstDay, lastDay }: Days): string {
  if (firstDay === lastDay) return dayInWords(firstDay);
  if (yearOf(firstDay) !== yearOf(lastDay)) return `${dayInWords(firstDay)}–${dayInWords(lastDay)}`;
  const begins = Number(firstDay.slice(8));
  const isOneMonth = firstDay.slice(0, 7) === lastDay.slice(0, 7);
  return `${begins}${isOneMonth ? "" : ` ${monthName(firstDay)}`}–${dayInWords(lastDay)}`;
}

type Standing = Days & Pick<CampaignSummary, "state" | "routine">;

/** Where it stands today, in a sentence. */
export function stateInWords(
  { firstDay, lastDay, state, routine }: Standing,
  today: IsoDate,
): string {
  switch (state) {
    case "planned":
      return `Börjar ${whenInWords(firstDay, today)}.`;
    case "running":
      return routine === "goes-on"
        ? `Pågår. Räknas till och med ${dayNear(lastDay, today)}, och fortsätter sedan nästa halvår.`
        : `Pågår. ${daysLeft(lastDay, today)}`;
    case "over":
      return "Dagarna är slut.";
    case "closed":
      return "Avslutad.";
  }
}

function daysLeft(lastDay: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, lastDay);
  if (days === 0) return "I dag är sista dagen.";
  const left = days === 1 ? "1 dag kvar" : `${days} dagar kvar`;
  return `${left}, till och med ${dayNear(lastDay, today)}.`;
}

function whenInWords(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, day);
  if (days === 1) return `i morgon, ${dayNear(day, today)}`;
  return `${dayNear(day, today)}, om ${days} dagar`;
}

/** Of noting: which days are open. */
export function openDaysInWords(
  { openDays, state }: Pick<CampaignView, "openDays" | "state">,
  today: IsoDate,
): string | undefined {
  if (!openDays || state !== "over") return undefined;
  return `Glömda möten går fortfarande att notera, på en dag från ${dayNear(openDays.from, today)} till ${dayNear(openDays.through, today)}.`;
}

/** How many meetings there are, before no more can come. */
export function notedInAll(meetings: number): string {
  if (meetings === 0) return "Inget möte är noterat. Då blir det inget resultat.";
  return meetings === 1 ? "Ett möte är noterat." : `${wholeNumber(meetings)} möten är noterade.`;
}

/** «fokusmånaden», or «halvåret» of a routine: what one calls it in a sentence. */
export function campaignNoun({ routine }: Pick<CampaignSummary, "routine">): string {
  return routine === null ? "fokusmånaden" : "halvåret";
}

/** A goal, or a step, stands on a line of its own; one that is written twice stands there once. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== "");
}
