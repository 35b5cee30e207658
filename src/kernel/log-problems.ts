import { error, type ProblemEntry } from "./problem-entry.ts";

/** Reviewing the log, and verifying it without the program; part of the one vocabulary. */
export const logProblems = {
  "log-review-unknown": error(
    404,
    "Granskningen finns inte här. Ladda om sidan.",
    "There is no such review.",
  ),
  "log-review-signed": error(
    409,
    "Granskningen är signerad och går inte att ändra. Det nya får stå i nästa granskning.",
    "The review is signed and cannot be changed.",
  ),
  "log-review-unfinished": error(
    409,
    "Några rader är inte bedömda än: {left}. Bedöm dem först, och signera sedan.",
    "Some marks are not settled yet: {left}.",
  ),
  "log-review-note-needed": error(
    422,
    "Skriv med några ord vad som ska följas upp. Skriv inget om klienten.",
    "Say in a few words what is to be followed up.",
  ),
  "log-review-own": error(
    409,
    "Raden handlar om dig. Låt någon annan bedöma den, eller välj «Följs upp» och skriv vem som ska titta på den.",
    "The mark is about the reviewer: somebody else settles it, or it is followed up.",
  ),
  "log-file-wrong": error(
    0,
    "{at} går inte att läsa som en logg: rad {line}.",
    "{at} cannot be read as a log: line {line}. Use a file that skillnad export-log wrote.",
  ),
  "log-heads-wrong": error(
    0,
    "{at} går inte att läsa som loggens ändar: rad {line}.",
    "{at} cannot be read as signed heads of logs: line {line}. Use a file that skillnad log-heads wrote.",
  ),
  "log-heads-not-signed": error(
    0,
    "{at} är ändrad efter att den skrevs, eller signerad av någon annan: rad {line}. Hämta filen från den plats där den förvaras.",
    "{at} was changed after it was written, or signed by somebody else: line {line}. Take it from where it is kept.",
  ),
  "log-unreadable": error(
    0,
    "Loggen på {at} går inte att läsa: {reason}",
    "The log at {at} cannot be read: {reason}",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
