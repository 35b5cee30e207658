import { capitalised, type Instant, numberInWords, swedishDay, swedishTime } from "#kernel";
import { dayNear } from "../words/calendar.ts";
import { refusedIn, type SaveQueue } from "./save-queue.ts";

/** What the bottom bar says of one case; `calm` needs no eye, `notice` wants one. */
export type SaveSentence = { readonly tone: "calm" | "notice"; readonly text: string };

/** What is on the screen and not in the queue. */
type Seen = {
  readonly now: Instant;
  /** A typed answer with a problem never reached the queue: it is not saved. */
  readonly holdsTypedProblem: boolean;
};

export function saveSentence(
  queue: SaveQueue,
  caseCode: string,
  { now, holdsTypedProblem }: Seen,
): SaveSentence {
  const waiting = queue.waiting.length;
  if (queue.trouble?.kind === "no-contact" && queue.trouble.isFull) {
    return {
      tone: "notice",
      text: `Servern är full. ${waitingInWords(waiting)} när det finns plats. Säg till den som sköter driften.`,
    };
  }
  if (queue.trouble?.kind === "no-contact") {
    return {
      tone: "notice",
      text: `Vi fick ingen kontakt. ${waitingInWords(waiting)} när kontakten är tillbaka.`,
    };
  }
  if (queue.trouble?.kind === "signed-out") {
    return {
      tone: "notice",
      text: `Du är utloggad. ${waitingInWords(waiting)} när du loggat in igen.`,
    };
  }
  if (queue.conflicts.some(({ entry }) => entry.caseCode === caseCode)) {
    return { tone: "notice", text: "Två svar på samma fråga. Välj vilket som ska gälla." };
  }
  const refused = refusedIn(queue, caseCode).length;
  if (refused > 1) {
    const count = capitalised(numberInWords(refused));
    return { tone: "notice", text: `${count} svar sparades inte. Se överst i ärendet.` };
  }
  if (holdsTypedProblem || refused > 0) {
    return { tone: "notice", text: "Ett svar sparades inte. Se vid frågan." };
  }
  if (waiting > 0) return { tone: "calm", text: "Sparar …" };
  const view = queue.cases[caseCode];
  return { tone: "calm", text: view ? `Sparat ${savedWhen(view.savedAt, now)}.` : "" };
}

/** The clock today, else the day: a clock alone would be read as today's. */
function savedWhen(at: Instant, now: Instant): string {
  const [day, today] = [swedishDay(at), swedishDay(now)];
  return day === today ? swedishTime(at) : dayNear(day, today);
}

function waitingInWords(count: number): string {
  return count === 1
    ? "Ditt senaste svar sparas"
    : `Dina ${numberInWords(count)} senaste svar sparas`;
}
