import { error, type ProblemEntry } from "./problem-entry.ts";

/** Coming in, and proving who one is; part of the one vocabulary. */
export const signInProblems = {
  "step-up-needed": error(
    403,
    "Visa först att det är du: logga in en gång till. Det gäller i tio minuter.",
    "A proof of identity at most ten minutes old is needed.",
  ),
  "account-link-dead": error(
    410,
    "Länken gäller inte längre. Be en administratör om en ny.",
    "The link has been used, is too old or never was one.",
  ),
  "session-ended": error(
    401,
    "Din inloggning har avslutats. Logga in igen, eller fråga en administratör.",
    "The session was ended by somebody, or the account is closed.",
  ),
  "proof-refused": error(
    403,
    "Det gick inte. Kontrollera lösenordet och koden. Varje kod kan användas en gång: vänta på nästa i appen.",
    "The proof was refused: check password and code.",
  ),
  "too-much-to-do": error(
    429,
    "Många försöker logga in just nu. Vänta {seconds} sekunder och försök igen.",
    "Too many sign-ins at once: wait {seconds} seconds.",
  ),
  "code-refused": error(
    422,
    "Koden stämmer inte. Vänta på nästa kod i appen och skriv den. Går det ändå inte: kontrollera att telefonens klocka går rätt.",
    "The code is not of this seed at this time.",
  ),
  "password-too-short": error(
    422,
    "Lösenordet behöver minst {shortest} tecken. Ta gärna en mening.",
    "The password needs {shortest} characters or more.",
  ),
  "password-guessable": error(
    422,
    "Det lösenordet är lätt att gissa: det består av vanliga ord, namn eller följder. Ta till exempel fyra ord som inte hör ihop.",
    "The password is among the first that anybody tries.",
  ),
  "provider-silent": error(
    424,
    "Inloggningstjänsten svarar inte just nu. Försök igen om en stund, eller välj ett annat sätt.",
    "The provider of identities does not answer.",
  ),
  "passkey-refused": error(
    401,
    "Passnyckeln gick inte att använda här. Försök igen, eller logga in på ett annat sätt.",
    "The passkey was refused.",
  ),
  "passkey-not-made": error(
    422,
    "Passnyckeln blev inte till. Försök igen. Finns det redan en på den här enheten räcker den.",
    "The passkey was not made, or is there already.",
  ),
  "last-way-in": error(
    409,
    "Det här är ditt enda sätt att logga in. Lägg till ett annat först.",
    "It is the only way in: add another first.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
