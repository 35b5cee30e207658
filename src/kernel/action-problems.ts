import { error, type ProblemEntry } from "./problem-entry.ts";

/** From result to action; part of the one vocabulary. */
export const actionProblems = {
  "action-empty": error(
    422,
    "Skriv vad ni ändrar, med några ord.",
    "Say in a few words what you change.",
  ),
  "action-responsible-needed": error(
    422,
    "Skriv vem som ansvarar, som en befattning. Till exempel enhetschef.",
    "Say which post is responsible.",
  ),
  "action-responsible-named": error(
    422,
    "Skriv en befattning i stället för ett namn: «{found}» ser ut som ett namn. Till exempel enhetschef.",
    "Name a post and not a person: «{found}» looks like a name.",
  ),
  "action-round-unknown": error(
    422,
    "Omgången finns inte här längre. Ladda om sidan.",
    "There is no such round here.",
  ),
  "action-figure-unknown": error(
    422,
    "Siffran finns inte i omgången. Välj en annan, eller ingen bestämd.",
    "There is no such figure in the round.",
  ),
  "action-changed-meanwhile": error(
    409,
    "{by} ändrade åtgärden {time}, efter att du öppnade den. Det du skrev är kvar här. Välj vad som ska gälla.",
    "{by} changed the action at {time}.",
  ),
  "action-removed-meanwhile": error(
    409,
    "Någon har tagit bort åtgärden sedan du öppnade den. Det du skrev är kvar här. Spara igen för att lägga till den på nytt.",
    "Somebody has removed the action.",
  ),
  "action-too-many": error(
    422,
    "Ni har redan {most} åtgärder. Ta bort någon av dem först.",
    "There are {most} actions already; remove one first.",
  ),
  "action-too-many-shared": error(
    422,
    "Ni delar redan {most} åtgärder i omgången. Sluta dela någon av dem först.",
    "{most} actions of the round are shared already.",
  ),
  "action-shares-person": error(
    422,
    "«{found}» ser ut att kunna peka ut en person. Skriv om texten, eller dela inte åtgärden.",
    "«{found}» may tell who somebody is: write it otherwise, or do not share the action.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
