import { error, type ProblemEntry } from "./problem-entry.ts";

/** A municipality that agrees to take part in a round, and delivers; part of the one vocabulary. */
export const leavingProblems = {
  // Agreeing
  "invitation-is-demo": error(
    422,
    "Inbjudan gäller en omgång med påhittade ärenden, men här finns riktiga. Be mottagaren om inbjudan till den riktiga omgången.",
    "The invitation is to a demo round, and the cases here are real.",
  ),
  "invitation-is-real": error(
    422,
    "Inbjudan gäller en omgång med riktiga ärenden, men här finns bara påhittade. Läs in den där kommunens riktiga ärenden finns.",
    "The invitation is to a real round, and the cases here are made up.",
  ),
  "invitation-codebook-unknown": error(
    422,
    "Omgången räknas med kodboken {found}, som inte finns i den här versionen av Skillnad. Uppdatera Skillnad, eller be er leverantör om det, och läs in inbjudan igen.",
    "The round is counted by the codebook {found}, which this version does not have: update it.",
  ),
  "agreement-exists": error(
    409,
    "Kommunen deltar redan i omgången {round}. Ändra det som redan är beslutat i stället.",
    "The municipality takes part in the round {round} already.",
  ),
  "agreement-finer": error(
    422,
    "Det som lämnas kan begränsas men aldrig utökas. Beslutet gäller «{level}» eller mindre.",
    "What leaves can be limited and never extended: «{level}» or less.",
  ),
  "agreement-decider-needed": error(
    422,
    "Skriv vilken befattning eller nämnd som fattade beslutet, till exempel socialchef.",
    "The post or committee that decided is needed.",
  ),
  "agreement-reference-needed": error(
    422,
    "Skriv var beslutet finns, till exempel dess diarienummer.",
    "Where the decision is filed is needed.",
  ),
  "agreement-names-somebody": error(
    422,
    "«{found}» ser ut som ett namn. Skriv vilken befattning som fattade beslutet, till exempel socialchef.",
    "«{found}» looks like a name: write the post of whoever decided.",
  ),
  "agreement-past-cut-off": error(
    409,
    "Omgångens brytdag {day} har passerat. Deltagandet går inte att återuppta.",
    "The round's cut-off {day} has passed: the agreement cannot be resumed.",
  ),
  "agreement-ended": error(
    409,
    "Deltagandet i omgången är avslutat, och då lämnar inget kommunen. Återuppta det först om ni ska leverera.",
    "The agreement has ended, so nothing leaves: resume it first.",
  ),

  // Delivering
  "round-not-begun": error(
    409,
    "Omgången börjar {day}. Det finns inget att leverera innan dess.",
    "The round begins on {day}: there is nothing to deliver before.",
  ),
  "delivery-stopped": error(
    422,
    "{stops} fel hindrar leveransen. Gå till Kontrollera: där står vad som behöver rättas i varje ärende.",
    "{stops} faults stop the delivery: mend them first.",
  ),
  "delivery-being-sent": error(
    409,
    "Leveransen skickas just nu. Vänta tills det är klart och försök igen.",
    "The delivery is being sent: wait until that is done.",
  ),
  "delivery-finer-than-agreed": error(
    409,
    "Leveransen berättar mer än ni numera har beslutat att lämna. Förbered en ny.",
    "The delivery tells more than is agreed by now: prepare another.",
  ),
  "delivery-superseded": error(
    409,
    "En nyare leverans har redan lämnat kommunen. Ladda om sidan och utgå från den.",
    "A newer delivery has left already.",
  ),
  "delivery-not-sent": error(
    409,
    "Leveransen har inte skickats, så det finns inget att fråga mottagaren om.",
    "The delivery has not been sent.",
  ),
  "nothing-to-withdraw": error(
    409,
    "Inget som kommunen har lämnat i omgången finns hos mottagaren, så det finns inget att ta tillbaka.",
    "Nothing of the round has left, so nothing can be taken back.",
  ),

  // Between two servers
  "receiver-without-address": error(
    409,
    "Mottagaren tar bara emot filer. Hämta leveransen som en fil och lämna den till mottagaren.",
    "The receiver takes files alone.",
  ),
  "receiver-unreachable": error(
    424,
    "Mottagaren går inte att nå just nu. Leveransen är kvar här och kan skickas igen utan att räknas två gånger. Försök om en stund, eller hämta den som en fil.",
    "The receiver cannot be reached; the delivery is still here: try again, or take it as a file.",
  ),
  "receiver-unreachable-for-note": error(
    424,
    "Mottagaren går inte att nå just nu. Inget har gått förlorat. Försök igen om en stund.",
    "The receiver cannot be reached; nothing is lost: try again.",
  ),
  "receiver-refuses": error(
    424,
    "Mottagaren tog inte emot det som skickades: {reason}",
    "The receiver refused it: {reason}",
  ),
  "receiver-unclear": error(
    424,
    "Mottagaren svarade något som inte går att läsa ({found}). Inget har gått förlorat. Försök igen, eller fråga mottagaren.",
    "The receiver's answer cannot be read ({found}): try again, or ask the receiver.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
