import { error, type ProblemEntry } from "./problem-entry.ts";

/** The client's survey, as the staff meets it; part of the one vocabulary. */
export const surveyProblems = {
  "survey-not-offered": error(
    409,
    "Enkäten är inte erbjuden i det ärendet. Be handläggaren registrera det först.",
    "The survey has not been offered in this case.",
  ),
  "survey-already-answered": error(
    409,
    "Enkäten är redan besvarad i det ärendet.",
    "The survey of this case has been answered already.",
  ),
  "survey-of-own-case": error(
    409,
    "Du arbetar i det ärendet. Be någon annan läsa upp eller föra in enkäten.",
    "Whoever works on a case neither reads its survey aloud nor keys it in.",
  ),
  "device-not-said-safe": error(
    422,
    "Fråga klienten om telefonen är trygg, och kryssa i att hon har sagt det. Annars: välj ett annat sätt.",
    "A link to the client's own device needs her word that it is safe, this time.",
  ),
  "language-malformed": error(
    422,
    "{at} är inte ifyllt på rätt sätt: {reason}",
    "{at} is malformed: {reason}",
  ),
  "language-unknown": error(
    422,
    "Språket finns inte eller är inte godkänt för klienter. Välj ett av dem som visas.",
    "No such language, or not yet approved for clients.",
  ),
  "language-changed": error(
    409,
    "Texterna har ändrats sedan sidan visades. Ladda om sidan och läs dem igen.",
    "The texts have changed since they were shown: read them again.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
