import { error, type ProblemEntry } from "./problem-entry.ts";

/** From accepted deliveries to a release, and back to those who delivered; part of the one vocabulary. */
export const releaseLineProblems = {
  "release-line-busy": error(
    409,
    "En annan sammanställning pågår. Vänta tills den är klar, eller avbryt den, och börja sedan om.",
    "Another compilation is under way: wait for it, or stop it.",
  ),
  "release-interim-not-agreed": error(
    409,
    "Delsiffror får publiceras en gång för varje dag som inbjudan nämner. Nästa dag är {day}: vänta tills dess.",
    "Interim figures are published once for each day that the invitation names. The next is {day}.",
  ),
  "release-interim-none-left": error(
    409,
    "Inbjudan nämner inga fler dagar för delsiffror. Vänta till brytdagen och publicera de slutliga siffrorna.",
    "The invitation names no more interim days: wait for the final release.",
  ),
  "release-interim-late": error(
    409,
    "Brytdagen har passerat, och då publiceras inga fler delsiffror. Gör de slutliga siffrorna i stället.",
    "The cut-off has passed: make the final release instead.",
  ),
  "release-final-early": error(
    409,
    "Slutliga siffror kan göras först när brytdagen har passerat, {day}. Vänta tills dess.",
    "The final release can be made once the cut-off has passed, {day}.",
  ),
  "release-draft-none": error(
    409,
    "Det finns inget utkast att publicera. Sammanställ först.",
    "There is no draft to publish: compile first.",
  ),
  "release-draft-outdated": error(
    409,
    "Leveranserna har ändrats sedan utkastet gjordes, så det får inte publiceras. Sammanställ på nytt.",
    "The deliveries have changed since the draft was made: compile again.",
  ),
  "release-compiling-ended": error(
    422,
    "Sammanställningen avbröts av ett fel innan den var klar. Inget har publicerats. Försök igen, och ta hjälp av den som sköter driften om det händer igen.",
    "The compilation was ended by a fault. Nothing has been published.",
  ),
  // A release as one signed file
  "release-file-too-large": error(
    413,
    "{at} är för stor. En publicering är högst {limit} MB.",
    "{at} is too large: a release has at most {limit} MB.",
  ),
  "release-file-wrong": error(
    422,
    "{at} är ingen publicering från Skillnad: «{place}» saknas eller har fel innehåll. Be mottagaren om filen på nytt.",
    "{at} is no release as a file: «{place}» is missing or wrong.",
  ),
  "release-file-unknown-signer": error(
    422,
    "{at} är inte signerad av mottagaren som ni har en överenskommelse med. Be mottagaren om rätt fil.",
    "{at} is not signed by the receiver that there is an agreement with.",
  ),
  "release-file-signature-wrong": error(
    422,
    "{at}: signaturen stämmer inte. Någon annan än mottagaren har gjort filen eller ändrat i den. Be mottagaren om filen på nytt.",
    "{at}: the signature does not fit: somebody else made the file or altered it.",
  ),
  "release-file-altered": error(
    422,
    "{at} är avbruten eller har ändrats på vägen: {file} är inte som den signerades. Be mottagaren om filen på nytt.",
    "{at} was cut off or altered on its way: {file} is not as it was signed.",
  ),
  "release-file-other-round": error(
    422,
    "{at} gäller {found}, inte {wanted}. Be mottagaren om rätt fil.",
    "{at} is of {found}, not of {wanted}.",
  ),
  "release-none-yet": error(
    404,
    "Mottagaren har inte publicerat något av omgången än. Försök igen senare.",
    "The receiver has not published anything of the round yet.",
  ),
  "release-without-address": error(
    409,
    "Mottagaren tar inte emot över nätet. Be mottagaren om publiceringen som fil och läs in den här.",
    "The receiver has no address: ask for the release as a file.",
  ),
  "release-not-fetched": error(
    424,
    "Publiceringen gick inte att hämta från {address}. Försök igen om en stund, eller be mottagaren om den som fil.",
    "The release could not be fetched from {address}.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
