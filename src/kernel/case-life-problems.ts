import { error, type ProblemEntry, warning } from "./problem-entry.ts";

/** Whose a case is, who may see it, and what becomes of it; part of the one vocabulary. */
export const caseLifeProblems = {
  "case-voided": error(
    409,
    "Ärendet är makulerat. Det går att läsa men inte att ändra. Chefen kan återställa det.",
    "The case is voided: it can be read and not changed.",
  ),
  "not-a-worker-there": error(
    422,
    "Personen arbetar inte som handläggare i enheten. Välj någon som gör det.",
    "The account at {at} is no case worker of the unit.",
  ),
  "unknown-unit": error(
    422,
    "Enheten finns inte i kommunen. Välj en av dem som visas.",
    "The municipality has no such unit.",
  ),
  "share-with-itself": error(
    422,
    "Ärendet är redan enhetens eget. Välj en annan enhet att dela det med.",
    "The unit owns the case already.",
  ),
  "municipality-not-served": error(
    422,
    "Enheten tar inte emot personer från den kommunen. Välj en av dem som visas.",
    "The unit does not serve that municipality.",
  ),
  "previous-case-open": error(
    409,
    "Det tidigare ärendet är fortfarande öppet. Fortsätt i det i stället.",
    "The earlier case is still open: go on in it.",
  ),
  "previous-case-itself": error(
    422,
    "Det är ärendets egen kod. Skriv koden för det tidigare ärendet.",
    "A case is not its own earlier case.",
  ),
  "anonymous-not-linked": error(
    422,
    "Ett anonymt ärende kan inte kopplas till ett annat. Ta bort koden.",
    "An anonymous case is linked to no other.",
  ),
  "assignee-not-reader": error(
    422,
    "{code} är begränsat till namngivna läsare. Gör personen till läsare först.",
    "{code} is restricted: name the person as a reader first.",
  ),
  "no-reader-there": error(
    422,
    "Ärendet är begränsat till namngivna läsare. Gör den andra enhetens chef till läsare först.",
    "The case is restricted: name the receiving unit's manager as a reader first.",
  ),
  "unknown-reader": error(
    422,
    "En av läsarna har inget konto här. Välj bland dem som visas.",
    "One of the readers is not known here.",
  ),
  "readers-empty": error(422, "Välj minst en läsare.", "Name at least one reader."),
  "readers-without-assignee": error(
    422,
    "Den som har ärendet måste vara en av läsarna.",
    "Whoever has the case must be one of its readers.",
  ),
  "readers-without-manager": error(
    422,
    "Minst en av läsarna måste vara chef för enheten: annars kan ingen ändra listan.",
    "One of the readers must manage the unit, or nobody can change the list.",
  ),
  "warning-unanswered": error(
    422,
    "Kontrollera svaren, eller skriv varför de stämmer: {sv}",
    "Check the answers, or write why they are right: {en}",
  ),
  "looks-like-name": warning(
    "Det ser ut som ett namn: «{found}». Skriv aldrig vem det handlar om.",
    "This looks like a name: “{found}”. Never write who it is about.",
  ),
  "looks-like-address": warning(
    "Det ser ut som en adress: «{found}». Skriv aldrig var någon bor.",
    "This looks like an address: “{found}”. Never write where somebody lives.",
  ),
  "looks-like-phone": warning(
    "Det ser ut som ett telefonnummer: «{found}». Skriv aldrig hur någon nås.",
    "This looks like a telephone number: “{found}”. Never write how somebody is reached.",
  ),
  "looks-like-email": warning(
    "Det ser ut som en e-postadress: «{found}». Skriv aldrig hur någon nås.",
    "This looks like an e-mail address: “{found}”. Never write how somebody is reached.",
  ),
  "readers-changed-meanwhile": error(
    409,
    "Någon har ändrat läsarna sedan du öppnade sidan. Stäng, se vilka som gäller nu, och försök igen.",
    "The readers have been changed since the page was opened.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
