import { error, type ProblemEntry } from "./problem-entry.ts";

/** People, units and the first start; part of the one vocabulary. */
export const peopleProblems = {
  "name-needed": error(422, "Skriv ett namn.", "A name is needed."),
  "sign-in-name-form": error(
    422,
    "Inloggningsnamnet har 2 till 100 tecken: bokstäver, siffror, punkt, bindestreck, understreck eller @. Inga mellanslag.",
    "A sign-in name has 2 to 100 letters, digits or . - _ @ and no spaces.",
  ),
  "sign-in-name-taken": error(
    409,
    "Inloggningsnamnet {name} finns redan. Välj ett annat.",
    "The sign-in name {name} is taken.",
  ),
  "role-needed": error(422, "Välj minst en roll.", "Choose at least one role."),
  "role-not-there": error(
    422,
    "Rollen går inte att ge på det sättet. Ladda om sidan och välj igen.",
    "The role cannot be held there.",
  ),
  "person-changed-meanwhile": error(
    409,
    "Någon annan har ändrat personen sedan du öppnade sidan. Ladda om sidan och försök igen.",
    "Somebody has changed the person meanwhile.",
  ),
  "last-administrator": error(
    409,
    "Det behövs minst en administratör som kan logga in. Gör någon annan till administratör först.",
    "There must be one administrator left who can sign in.",
  ),
  "person-has-left": error(
    409,
    "Personen har slutat. Välj «Är tillbaka» först.",
    "The person has left.",
  ),
  "person-has-not-left": error(
    409,
    "Personen har inte slutat. Ladda om sidan.",
    "The person has not left.",
  ),
  "person-can-come-in": error(
    409,
    "Personen har varit inloggad här. Har hen förlorat sitt sätt att logga in behöver två administratörer ge en ny väg in.",
    "The person has been in: another way in takes two administrators.",
  ),
  "person-cannot-come-in": error(
    409,
    "Personen har inte varit inloggad än. Skapa en ny länk i stället.",
    "The person has not been in yet: make a new link instead.",
  ),
  "recovery-needs-another": error(
    403,
    "En annan administratör än den som bad om det behöver godkänna. Personen själv kan inte göra det.",
    "Another administrator must allow it.",
  ),
  "recovery-by-own-invitation": error(
    403,
    "En av er har bjudit in den andra. Be en tredje administratör, eller den som sköter driften.",
    "One of the two came in by the other's link: a third administrator must allow it.",
  ),
  "recovery-by-somebody-new": error(
    403,
    "Båda behöver ha varit administratörer i {days} dagar. Be någon annan, eller den som sköter driften.",
    "Both must have been administrators for {days} days.",
  ),
  "recovery-gone": error(
    409,
    "Frågan är redan avgjord, eller för gammal. Börja om från personens sida.",
    "The question has been settled, or is too old.",
  ),
  "unit-name-taken": error(
    409,
    "Det finns redan en enhet som heter {name}. Välj ett annat namn.",
    "There is already a unit called {name}.",
  ),
  "municipality-code-form": error(
    422,
    "Kommunkoden har fyra siffror. De två första är länet, till exempel 1481.",
    "The code of a municipality has four digits, the county first.",
  ),
  "first-run-over": error(
    409,
    "Det finns redan någon här. Logga in som vanligt, eller be om en länk.",
    "Somebody is here already: sign in.",
  ),
  "setup-secret-wrong": error(
    401,
    "Adressen stämmer inte. Varje start av programmet ger en ny: ta den senaste som står där programmet startades.",
    "The secret is not the one that this start has printed.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
