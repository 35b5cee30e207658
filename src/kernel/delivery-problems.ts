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
  "delivery-municipality-twice": error(
    422,
    "{at}: samma kommun två gånger. {municipality} finns också i {others}.",
    "{at}: the same municipality twice; {municipality} is also in {others}.",
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
