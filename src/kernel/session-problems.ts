import { error, type ProblemEntry } from "./problem-entry.ts";

/** Registration sessions; part of the one vocabulary. */
export const sessionProblems = {
  "session-closed": error(
    409,
    "Registreringsstugan är avslutad. Det ni registrerade är sparat.",
    "The registration session is closed.",
  ),
  "session-not-joined": error(
    409,
    "Gå med i registreringsstugan först.",
    "Join the registration session first.",
  ),
  "session-name-needed": error(
    422,
    "Ge registreringsstugan ett namn, till exempel «Onsdag eftermiddag».",
    "Give the registration session a name.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
