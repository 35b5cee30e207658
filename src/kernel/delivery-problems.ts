import { error, type ProblemEntry } from "./problem-entry.ts";

/** Deliveries and releases; part of the one vocabulary. */
export const deliveryProblems = {
  "delivery-empty": error(422, "{at} är tom.", "{at} is empty."),
  "delivery-too-large": error(
    413,
    "{at} är för stor. En leverans är högst {limit} MB.",
    "{at} is too large: a delivery has at most {limit} MB.",
  ),
  "delivery-line-too-long": error(
    422,
    "{at}, rad {line}: raden är för lång. Högst {limit} kB.",
    "{at}, line {line}: longer than {limit} kB.",
  ),
  "delivery-not-text": error(
    422,
    "{at}, rad {line}: innehåller tecken som inte är text (UTF-8).",
    "{at}, line {line}: not UTF-8.",
  ),
  "delivery-not-json": error(
    422,
    "{at}, rad {line}: är inte giltig JSON.",
    "{at}, line {line}: not JSON.",
  ),
  "delivery-wrong-format": error(
    422,
    "{at}, rad {line}: är inte en leverans av formatet {wanted}. Där står {found}.",
    "{at}, line {line}: not a delivery of the format {wanted}; found {found}.",
  ),
  "delivery-heading-wrong": error(
    422,
    "{at}, rad {line}: «{place}» i rubriken saknas eller har fel innehåll.",
    "{at}, line {line}: «{place}» of the heading is missing or wrong.",
  ),
  "delivery-codebook-unknown": error(
    422,
    "{at}, rad {line}: kodboken {found} är okänd här. Kända: {known}.",
    "{at}, line {line}: the codebook {found} is not known here. Known: {known}.",
  ),
  "delivery-truncated": error(
    422,
    "{at} är avbruten: slutraden saknas efter rad {line}. Hämta eller skapa filen på nytt.",
    "{at} was cut off: the last line is missing after line {line}.",
  ),
  "delivery-after-end": error(
    422,
    "{at}, rad {line}: står efter slutraden.",
    "{at}, line {line}: stands after the end.",
  ),
  "delivery-altered": error(
    422,
    "{at}, rad {line}: kontrollsumman stämmer inte. Filen har ändrats sedan den skapades.",
    "{at}, line {line}: the hash does not fit: the file was altered after it was made.",
  ),
  "delivery-miscounted": error(
    422,
    "{at}, rad {line}: slutraden säger {said} ärenden, men filen har {found}.",
    "{at}, line {line}: the end says {said} cases, the file has {found}.",
  ),
  "delivery-row-malformed": error(
    422,
    "{at}, rad {line}: «{place}» saknas eller har fel form.",
    "{at}, line {line}: «{place}» is missing or malformed.",
  ),
  "delivery-row-order": error(
    422,
    "{at}, rad {line}: «id» finns redan, eller står inte i ordning.",
    "{at}, line {line}: the id is there already, or out of order.",
  ),
  "delivery-row-round": error(
    422,
    "{at}, rad {line}: «{place}» stämmer inte med omgången och ärendets kvartal.",
    "{at}, line {line}: «{place}» does not fit the round and the quarters of the case.",
  ),
  "delivery-unknown-name": error(
    422,
    "{at}, rad {line}: «{place}» finns inte bland det som kodboken lämnar ut.",
    "{at}, line {line}: «{place}» is not among what the codebook lets leave.",
  ),
  "delivery-unknown-code": error(
    422,
    "{at}, rad {line}: svaret {value} på «{place}» finns inte i kodboken.",
    "{at}, line {line}: the codebook has no answer {value} to «{place}».",
  ),
  "delivery-codes-wrong": error(
    422,
    "{at}, rad {line}: svaren på «{place}» ska stå i ordning och en gång var.",
    "{at}, line {line}: the codes of «{place}» must be sorted, and each there once.",
  ),
  "delivery-exclusive": error(
    422,
    "{at}, rad {line}: svaret {value} på «{place}» kan inte stå tillsammans med andra.",
    "{at}, line {line}: the answer {value} to «{place}» excludes all others.",
  ),
  "delivery-quarter-late": error(
    422,
    "{at}, rad {line}: kvartalet {value} i «{place}» ligger efter brytdagen ({latest}).",
    "{at}, line {line}: the quarter {value} of «{place}» lies after the cut-off ({latest}).",
  ),
  "delivery-more-problems": error(
    422,
    "{at}: och {more} fel till.",
    "{at}: and {more} more problems.",
  ),
  // Rounds: what a receiver asks, and what a municipality has agreed to
  "invitation-wrong": error(
    422,
    "{at} är ingen inbjudan till en omgång: «{place}» saknas eller har fel innehåll. Be mottagaren om filen på nytt.",
    "{at} is no invitation to a round: «{place}» is missing or wrong.",
  ),
  // Packages: a delivery sealed and signed, and the keys for it
  "delivery-name-doubled": error(
    422,
    "{at}, rad {line}: «{place}» står två gånger i samma rad. Skapa filen på nytt.",
    "{at}, line {line}: «{place}» stands twice in the same object.",
  ),
  "delivery-unsigned": error(
    422,
    "{at} är en riktig leverans som varken är signerad eller förseglad. Gör ett paket av den med skillnad seal och skicka det.",
    "{at} is a real delivery that is neither signed nor sealed: make a package of it with skillnad seal.",
  ),
  "package-without-key": error(
    422,
    "{at} är ett förseglat paket. För att öppna det behövs mottagarens nyckel och listan över avsändare.",
    "{at} is a sealed package: the receiver's key and the list of senders are needed (--key, --senders).",
  ),
  "package-not-sealed": error(
    422,
    "{at} är inget förseglat paket. Gör ett av leveransen med skillnad seal och skicka det.",
    "{at} is not a sealed package: make one of the delivery with skillnad seal.",
  ),
  "package-damaged": error(
    422,
    "{at} är skadad: filen är avbruten eller har ändrats på vägen. Skicka den på nytt.",
    "{at} is damaged: it was cut off or altered on its way. Send it again.",
  ),
  "package-other-receiver": error(
    422,
    "{at} är förseglad till en annan mottagare och kan inte öppnas här. Fråga mottagaren efter hennes öppna nyckel och försegla på nytt.",
    "{at} is sealed to another receiver: ask the receiver for the public key, and seal it again.",
  ),
  "package-passed-on": error(
    422,
    "{at} är signerad för en annan mottagare, och någon har skickat den vidare hit. Be kommunen att själv skicka sin leverans hit.",
    "{at} was signed for another receiver and passed on: ask the municipality to send its delivery here itself.",
  ),
  "package-heading-unreadable": error(
    422,
    "{at}: paketets första rad går inte att läsa. Gör paketet på nytt med skillnad seal.",
    "{at}: the first line of the package cannot be read: make the package again.",
  ),
  "package-wrong-format": error(
    422,
    "{at}: paketet är inte av formatet {wanted}. Där står {found}.",
    "{at}: not a package of the format {wanted}; found {found}.",
  ),
  "package-heading-wrong": error(
    422,
    "{at}: «{place}» i paketets första rad saknas eller har fel innehåll.",
    "{at}: «{place}» in the first line of the package is missing or wrong.",
  ),
  "package-unknown-sender": error(
    422,
    "{at} är signerad med en nyckel som inte är känd här: {key} för kommunen {municipality}. Lämna den öppna nyckeln till mottagaren först.",
    "{at} is signed with a key that is not known here: {key} of {municipality}. Give the public key to the receiver first.",
  ),
  "package-other-municipality": error(
    422,
    "{at} är signerad med en nyckel för kommunen {key} men gäller kommunen {found}. Signera med kommunens egen nyckel.",
    "{at} is signed with a key of {key} but is of {found}: sign with the municipality's own key.",
  ),
  "package-signature-wrong": error(
    422,
    "{at}: signaturen stämmer inte. Någon annan än kommunen har gjort paketet eller ändrat i det. Gör paketet på nytt.",
    "{at}: the signature does not fit: somebody else made the package or altered it. Make it again.",
  ),
  "package-cut-off": error(
    422,
    "{at}: leveransen i paketet är avbruten. {found} av {said} byte finns. Gör paketet på nytt.",
    "{at}: the delivery in the package was cut off: {found} of {said} bytes are there. Make the package again.",
  ),
  "package-trailing": error(
    422,
    "{at}: i paketet står något efter leveransen som inte är signerat. Gör paketet på nytt.",
    "{at}: something that is not signed follows the delivery in the package. Make the package again.",
  ),
  "package-altered": error(
    422,
    "{at}: leveransen i paketet är inte den som signerades. Gör paketet på nytt.",
    "{at}: the delivery in the package is not the one that was signed. Make the package again.",
  ),
  // Notes: what a municipality asks or tells a receiver in a few signed lines
  "note-too-large": error(
    413,
    "{at} är för stort. Ett meddelande är högst {limit} kB.",
    "{at} is too large: a note has at most {limit} kB.",
  ),
  "note-wrong": error(
    422,
    "{at} är inget meddelande som går att läsa: «{place}» saknas eller har fel innehåll. Uppdatera Skillnad och skicka det på nytt.",
    "{at} is no note that can be read: «{place}» is missing or wrong.",
  ),
  "note-unknown-sender": error(
    422,
    "{at} är signerat med en nyckel som inte är känd här: {key} för kommunen {municipality}. Lämna den öppna nyckeln till mottagaren först.",
    "{at} is signed with a key that is not known here: {key} of {municipality}. Give the public key to the receiver first.",
  ),
  "note-signature-wrong": error(
    422,
    "{at}: signaturen stämmer inte. Någon annan än kommunen har gjort meddelandet eller ändrat i det. Skicka det på nytt.",
    "{at}: the signature does not fit: somebody else made the note or altered it. Send it again.",
  ),
  "note-other-receiver": error(
    422,
    "{at} är skrivet till en annan mottagare. Skicka det till henne.",
    "{at} was written to another receiver: send it there.",
  ),
  "note-other-round": error(
    422,
    "{at} gäller omgången {found}, inte {wanted}. Skicka det på nytt i rätt omgång.",
    "{at} is of the round {found}, not of {wanted}. Send it again in the right one.",
  ),
  "note-round-of-cases": error(
    422,
    "Omgången {round} gäller ärenden, och tar inte emot hur en fokusmånad går.",
    "The round {round} is of cases: nothing is told of a month of asking.",
  ),
  "note-untimely": error(
    422,
    "{at} är äldre än {minutes} minuter, eller gjort senare än nu. Kontrollera klockan på båda ställena och skicka det på nytt.",
    "{at} is older than {minutes} minutes, or of the future. Check both clocks, and send it again.",
  ),
  "key-file-wrong": error(
    0,
    "{at} är ingen nyckel av det slag som behövs: «{place}» saknas eller har fel innehåll.",
    "{at} is not a key of the kind that is needed: «{place}» is missing or wrong.",
  ),
  "senders-wrong": error(
    0,
    "{at} är ingen lista över avsändare: «{place}» saknas eller har fel innehåll.",
    "{at} is not a list of senders: «{place}» is missing or wrong.",
  ),
  "file-exists": error(
    0,
    "{at} finns redan och skrivs inte över. Välj ett annat namn.",
    "{at} exists already and is not overwritten: choose another name.",
  ),
  "file-unwritable": error(
    0,
    "{at} går inte att skriva: {reason}",
    "{at} cannot be written: {reason}",
  ),
  // Deliveries of counts alone
  "delivery-table-unexpected": error(
    422,
    "{at}, rad {line}: här ska tabellen «{wanted}» stå, men där står {found}.",
    "{at}, line {line}: the table «{wanted}» must stand here; found {found}.",
  ),
  "delivery-tables-many": error(
    422,
    "{at}, rad {line}: står efter den sista av {most} tabeller.",
    "{at}, line {line}: stands after the last of {most} tables.",
  ),
  "delivery-tables-few": error(
    422,
    "{at}: bara {found} av {all} tabeller finns med.",
    "{at}: only {found} of {all} tables are there.",
  ),
  "delivery-tables-miscounted": error(
    422,
    "{at}, rad {line}: slutraden säger {said} tabeller, men filen har {found}.",
    "{at}, line {line}: the end says {said} tables, the file has {found}.",
  ),
  "delivery-number-wrong": error(
    422,
    "{at}, rad {line}: «{place}» är {value}. Det ska vara ett helt tal från 0 till {most}.",
    "{at}, line {line}: «{place}» is {value}, and must be a whole number from 0 to {most}.",
  ),
  "delivery-sums-disagree": error(
    422,
    "{at}, rad {line}: talen i «{place}» går inte ihop med «{other}». Skapa filen på nytt.",
    "{at}, line {line}: the numbers of «{place}» do not agree with «{other}».",
  ),
  "delivery-municipality-twice": error(
    422,
    "{at}: {municipality} har två olika leveranser med nummer {sequence}. Den andra finns i {others}. Fråga kommunen vilken som gäller, eller be om en ny.",
    "{at}: the same municipality twice; {municipality} has another delivery with the sequence {sequence} in {others}.",
  ),
  "delivery-withdrawn-with-cases": error(
    422,
    "{at}, rad {line}: leveransen tar tillbaka en tidigare, och då ska inga ärenden stå i den.",
    "{at}, line {line}: it takes back an earlier delivery, so no case may stand in it.",
  ),
  "delivery-other-codebook": error(
    422,
    "{at} är gjord med kodboken {found}, men omgången räknas med {wanted}. Uppdatera Skillnad, eller be er leverantör om det, och leverera igen.",
    "{at} was made with the codebook {found}, but the round is counted with {wanted}: update, and deliver again.",
  ),
  "delivery-other-round": error(
    422,
    "{at} gäller {found}, men de flesta leveranserna gäller {wanted}.",
    "{at} is of {found}, but most deliveries are of {wanted}.",
  ),
  "release-nothing-to-compile": error(
    422,
    "Ingen leverans går att sammanställa.",
    "There is no delivery that can be compiled.",
  ),
  "release-too-few-participants": error(
    0,
    "{found} kommuner är för få för en utgåva: minst {least} behövs, annars kan den ena räkna ut den andra.",
    "{found} municipalities are too few for a release: {least} are needed, or one could tell the other.",
  ),
  "release-exists": error(
    0,
    "{at} finns redan. En sammanställning skrivs aldrig över. Välj en annan mapp.",
    "{at} exists already, and a release is never overwritten. Choose another folder.",
  ),
  "release-unwritable": error(
    0,
    "Sammanställningen går inte att skriva till {at}: {reason}",
    "The release cannot be written to {at}: {reason}",
  ),
  "release-not-one": error(
    0,
    "{at} är ingen sammanställning från Skillnad: {file} saknas eller går inte att läsa.",
    "{at} is not a release: {file} is missing or cannot be read.",
  ),
  "release-damaged": error(
    0,
    "{at} är skadad: {file} är inte som den skrevs.",
    "{at} is damaged: {file} is not as it was written.",
  ),

  // Extracts kept as files (terminal)
  "extract-without-manifest": error(
    0,
    "I {at} finns inget utdrag: manifest.json saknas.",
    "{at} holds no extract: there is no manifest.json.",
  ),
  "extract-other-codebook": error(
    0,
    "Utdraget i {at} är gjort med kodboken {found}, inte med {wanted}.",
    "The extract in {at} was made with the codebook {found}, not with {wanted}.",
  ),
  "extract-altered": error(
    0,
    "Utdraget i {at} stämmer inte med sitt manifest ({reason}). Gör ett nytt utdrag.",
    "The extract in {at} does not match its manifest ({reason}). Make a new one.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
