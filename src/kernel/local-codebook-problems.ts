import { error, type ProblemEntry } from "./problem-entry.ts";

/** A municipality's own variables; part of the one vocabulary. */
export const localCodebookProblems = {
  "draft-changed-meanwhile": error(
    409,
    "{by} ändrade utkastet {time}. Ladda om sidan för att se det, och gör om din ändring.",
    "{by} changed the draft at {time}.",
  ),
  "no-draft": error(
    409,
    "Det finns inget utkast. Någon har publicerat eller kastat det. Ladda om sidan.",
    "There is no draft.",
  ),
  "draft-unchanged": error(
    409,
    "Utkastet är likadant som det som används. Ändra något först, eller kasta utkastet.",
    "The draft is the same as what is used.",
  ),
  "draft-malformed": error(
    422,
    "{at} är inte ifyllt på rätt sätt. Fyll i det igen.",
    "{at} has the wrong form: {reason}",
  ),
  "draft-text-missing": error(422, "{at} saknar text. Skriv en.", "{at} has no text."),
  "comment-gone": error(
    404,
    "Kommentaren finns inte längre. Ladda om sidan.",
    "There is no such comment.",
  ),
  "comment-empty": error(422, "Skriv något i kommentaren först.", "The comment is empty."),
  "note-needed": error(
    422,
    "Skriv vad som är nytt, så att alla som registrerar förstår.",
    "A note about what is new is needed.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
