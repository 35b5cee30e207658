import { error, type ProblemEntry } from "./problem-entry.ts";

/** Disposal («gallring») and extracts («utdrag»); part of the one vocabulary. */
export const disposalProblems = {
  "disposal-needs-all-units": error(
    403,
    "Gallring gäller hela kommunen. Be någon som är samordnare eller chef för alla enheter.",
    "Disposal takes somebody who coordinates or manages all units.",
  ),
  "disposal-rule-missing": error(
    409,
    "Det finns ingen regel än. Skriv först in beslutet om hur länge ärenden sparas.",
    "There is no rule of disposal yet.",
  ),
  "disposal-rule-years": error(
    422,
    "Ange hur många år ärenden sparas: ett helt tal från 1 till 20.",
    "Give the years that cases are kept: a whole number from 1 to 20.",
  ),
  "disposal-nothing-due": error(
    409,
    "Inget ärende ska gallras nu.",
    "No case is due for disposal.",
  ),
  "disposal-open": error(
    409,
    "Ett förslag till gallring väntar redan. Verkställ det eller ta tillbaka det först.",
    "A proposed disposal is waiting already.",
  ),
  "disposal-unknown": error(
    404,
    "Förslaget finns inte längre. Ladda om sidan.",
    "There is no such proposal any more.",
  ),
  "disposal-changed": error(
    409,
    "Listan har ändrats sedan den föreslogs. Ta tillbaka förslaget, läs listan igen och föreslå på nytt.",
    "The cases that are due have changed since they were proposed.",
  ),
  "disposal-by-another": error(
    409,
    "Du har föreslagit gallringen. Någon annan ska verkställa den: {names}.",
    "Somebody else than whoever proposed it executes a disposal: {names}.",
  ),
  "delivery-disposed": error(
    410,
    "Raderna i leveransen är gallrade, eftersom ett ärende i den har gallrats. Vad som levererades finns hos mottagaren.",
    "The delivery's rows were disposed of with a case in it.",
  ),
  "survey-not-answered": error(
    404,
    "Det finns inga enkätsvar i det ärendet.",
    "There are no survey answers in this case.",
  ),
  "survey-extract-of-own-case": error(
    409,
    "Du arbetar i det ärendet. Be en annan samordnare skriva ut klientens svar.",
    "Whoever works on a case does not print its client's answers.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
