import { type PhaseId, phaseIds } from "#codebook";
import type { NotOfferedReason, SurveyMode, UnansweredReason } from "#registration";

/** The names that the unit uses; the codebook's own stand on its page. */
export const phaseNames: Readonly<Record<PhaseId, string>> = {
  background: "Bakgrund",
  before: "Före",
  during: "Under",
  after: "Efter",
  client: "Brukaruppföljning",
};

/** «Klart: Bakgrund och Före.» */
export function phasesInWords(completed: readonly PhaseId[]): string {
  const names = phaseIds.filter((phase) => completed.includes(phase)).map((id) => phaseNames[id]);
  return names.length === 0 ? "Ingen fas är klar." : `Klart: ${listed(names)}.`;
}

/** «Handläggare: Samir Nourani» */
export function ownerInWords(assignee: string | null): string {
  return assignee === null ? "Ingen handläggare" : `Handläggare: ${assignee}`;
}

export const notOfferedReasonNames: Readonly<Record<NotOfferedReason, string>> = {
  "no-contact": "Vi fick ingen kontakt med klienten",
  "not-safe": "Det var inte säkert för klienten",
  language: "Enkäten fanns inte på klientens språk",
  "ill-health": "Klienten mådde för dåligt",
  other: "Annat skäl",
};

/** Why no answer has come from a client who was offered the survey. */
export const unansweredReasonNames: Readonly<Record<UnansweredReason, string>> = {
  "no-time": "Klienten hann inte",
  "too-hard": "Det blev för svårt",
  language: "Språket var ett hinder",
  technical: "Tekniken fungerade inte",
  "lost-contact": "Vi tappade kontakten",
  other: "Annat skäl",
};

/** As the end of a sentence: «Erbjuden 12 mars 2026 på papper». */
export const surveyModeNames: Readonly<Record<SurveyMode, string>> = {
  "in-the-room": "på vår skärm",
  "own-device": "på egen telefon",
  paper: "på papper",
  "read-aloud": "uppläst",
};

/** «a, b och c» */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} och ${last}`;
}
