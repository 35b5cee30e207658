import { addHours, type Instant, type IsoDate, swedishDay } from "#kernel";
import type { CompilingView, ParticipantView, RoundView } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { countOf, currentOf } from "./round-words.ts";

export const stepIds = ["deltagare", "leveranser", "rakna", "publicera"] as const;
export type StepId = (typeof stepIds)[number];

export type NextStep = {
  readonly step: StepId;
  readonly sentence: string;
  /** What leads there. */
  readonly action: string;
};

/** What the round is waiting for: always one thing. */
export function nextStep(round: RoundView, { state }: CompilingView, now: Instant): NextStep {
  const waiting = round.deliveries.filter((each) => each.state === "waiting").length;
  if (isFinal(round)) {
    return {
      step: "publicera",
      sentence: "Omgången är publicerad. Deltagarna ser sina egna siffror bredvid dina.",
      action: "Se vad som är publicerat",
    };
  }
  if (state.kind === "running") {
    return {
      step: "rakna",
      sentence: "Siffrorna räknas och skyddas. Du kan lämna sidan: det fortsätter ändå.",
      action: "Följ arbetet",
    };
  }
  if (waiting > 0) {
    const are = countOf(waiting, "leverans väntar", "leveranser väntar");
    return { step: "leveranser", sentence: `${are} på ditt beslut.`, action: "Gå igenom dem" };
  }
  if (state.kind === "draft") {
    return {
      step: "publicera",
      sentence: "Utkastet är klart. Läs det, och publicera när ni är överens.",
      action: "Läs utkastet",
    };
  }
  if (state.kind === "refused") {
    return {
      step: "rakna",
      sentence: "Utkastet gick inte att göra. Inget är publicerat.",
      action: "Se vad som ska göras",
    };
  }
  return whileTakingIn(round, now);
}

export function isFinal({ published }: Pick<RoundView, "published">): boolean {
  return published.some(({ isInterim }) => !isInterim);
}

function whileTakingIn(view: RoundView, now: Instant): NextStep {
  const { round } = view;
  const participants = currentOf(view.participants);
  if (participants.length === 0) {
    return {
      step: "deltagare",
      sentence: "Ingen deltar än. Lägg till dem som ska vara med, och skicka inbjudan till dem.",
      action: "Lägg till deltagare",
    };
  }
  const accepted = participants.filter(({ state }) => state === "accepted").length;
  if (view.endedAt !== null && accepted === 0) {
    return {
      step: "deltagare",
      sentence: "Omgången är avslutad, och ingen leverans är godkänd.",
      action: "Se tavlan",
    };
  }
  const missing = participants.filter(hasNotDelivered);
  const closes = dayInWords(swedishDay(round.cutOff));
  const isOver = now >= round.cutOff;
  const keyless = participants.filter(({ state }) => state === "named").length;
  if (!isOver && view.endedAt === null && keyless > 0) {
    const lack = countOf(keyless, "deltagare saknar nyckel", "deltagare saknar nyckel");
    return {
      step: "deltagare",
      sentence: `${lack} och kan inte leverera än. Registrera nyckeln när kommunen skickar den.`,
      action: "Registrera nycklar",
    };
  }
  const due = view.endedAt === null ? lastReminder(round.cutOff, now) : undefined;
  if (due && missing.some(({ remindedAt }) => remindedAt === null || remindedAt < due)) {
    const have = countOf(missing.length, "deltagare har", "deltagare har");
    return {
      step: "deltagare",
      sentence: `Brytdagen ${isOver ? "var" : "är"} den ${closes}. ${have} inte levererat.`,
      action: "Påminn dem",
    };
  }
  const stands = `${accepted} av ${participants.length} deltagare har en godkänd leverans.`;
  const draft = whichDraft(view, now);
  if (draft.kind === "wait" || accepted === 0) {
    const goesOn = isOver ? "" : `Omgången pågår till och med den ${closes}. `;
    return { step: "deltagare", sentence: `${goesOn}${stands}`, action: "Se tavlan" };
  }
  return {
    step: "rakna",
    sentence: `${stands} ${draft.kind === "final" ? "Gör ett utkast när du inte väntar på fler." : "Dags för delsiffror."}`,
    action: "Räkna och skydda",
  };
}

/** Days before the cut-off, as the calendar has them; and at it. */
const reminderDays = [28, 7, 0] as const;

/** The latest day of reminding that has come; `undefined` while there is time. */
function lastReminder(cutOff: Instant, now: Instant): Instant | undefined {
  return reminderDays.map((days) => addHours(cutOff, -24 * days)).findLast((day) => day <= now);
}

export type DraftKind =
  | { readonly kind: "interim" }
  | { readonly kind: "final" }
  /** `interimDay`: the next one that is agreed on; `null`: none is left. */
  | { readonly kind: "wait"; readonly interimDay: IsoDate | null };

/**
 * Which figures it is time for, as those who take part have agreed: interim ones once for each day that
 * the invitation names, until the cut-off; the final ones after it.
 */
export function whichDraft({ round, interimDays, published }: RoundView, now: Instant): DraftKind {
  if (now >= round.cutOff) return { kind: "final" };
  const day = interimDays[published.length] ?? null;
  if (day !== null && day <= swedishDay(now)) return { kind: "interim" };
  return { kind: "wait", interimDay: day };
}

/** Those whom a reminder is for. */
export function hasNotDelivered({ state }: ParticipantView): boolean {
  return state === "named" || state === "registered" || state === "checked";
}
