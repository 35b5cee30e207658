import { error, type ProblemEntry } from "./problem-entry.ts";

/** Why something may not be published; part of the one vocabulary. */
export const disclosureProblems = {
  "protect-crosses-too-much": error(
    422,
    "Tabellen «{table}» korsar mer än vad som kan skyddas. Under riket publiceras en fråga i taget: ta bort korsningen.",
    "{table} crosses more than can be protected below the nation.",
  ),
  "protect-municipality-without-area": error(
    422,
    "Kommunen {municipality} hör inte till något område. Lägg den i ett område med minst tre deltagare.",
    "The municipality {municipality} is in no area.",
  ),
  "protect-area-too-small": error(
    422,
    "Området «{area}» har {found} deltagare. Ett område behöver minst {least}: slå ihop det med ett annat.",
    "The area {area} has {found} participants; it needs {least}.",
  ),
  "areas-unreadable": error(
    422,
    '{at} är ingen lista av områden: {where} är fel. Skriv [{ "id": "norra", "name": "Norra gruppen", "municipalities": ["9001", …] }, …].',
    '{at} is no list of areas: {where} is wrong. Write [{ "id": "north", "name": "The north", "municipalities": ["9001", …] }, …].',
  ),
  "area-twice": error(
    422,
    "{at}: två områden heter «{area}». Ge dem olika id och namn.",
    "{at}: two areas are called {area}.",
  ),
  "area-municipality-twice": error(
    422,
    "{at}: kommunen {municipality} står flera gånger: {areas}. Den ska höra till ett område.",
    "{at}: the municipality {municipality} is there several times: {areas}.",
  ),
  "area-municipality-unknown": error(
    422,
    "{at}: ingen deltagare har koden {municipality} (området «{area}»). Rätta koden, eller ta bort den.",
    "{at}: no participant has the code {municipality} (area {area}).",
  ),
  "protect-no-collapse-order": error(
    422,
    "Kodboken {codebook} säger inte hur svaren på «{variable}» slås ihop när de är för få. Ange ordningen i kodboken.",
    "The codebook {codebook} has no collapse order for {variable}.",
  ),
  "protect-impossible": error(
    422,
    "Tabellen «{table}» går inte att skydda tillsammans med det övriga. Ta bort den ur det som publiceras.",
    "{table} cannot be protected together with the others.",
  ),
  "release-tells-nothing": error(
    422,
    "Ingenting ur omgången {round} kan visas utan att någon kan kännas igen, så den slutliga publiceringen är kvar att göra. Inget har publicerats.",
    "Nothing of the round {round} can be shown without somebody being recognised, so its final release is still to be made. Nothing has been published.",
  ),
  "audit-failed": error(
    422,
    "Granskningen underkände publiceringen: {verdict}. Inget har publicerats.",
    "The audit failed the release: {inEnglish}. Nothing has been published.",
  ),
  "audit-cancelled": error(
    422,
    "Granskningen avbröts innan den var klar. Inget har publicerats: kör den igen.",
    "The audit was cancelled before it was done.",
  ),
  "audit-empty": error(
    422,
    "Det finns inget att granska: publiceringen har inga celler.",
    "There is nothing to audit: the release has no cells.",
  ),
  "audit-unreadable": error(
    422,
    "Publiceringen går inte att granska: {at} går inte att läsa. Sammanställ den igen.",
    "The release cannot be audited: {at} cannot be read.",
  ),
  "audit-counts-disagree": error(
    422,
    "Publiceringen går inte att granska: {at} stämmer inte med det som räknades. Sammanställ den igen.",
    "The release cannot be audited: {at} is not what was counted.",
  ),
  "audit-missing": error(
    422,
    "Publiceringen är inte granskad, så den får inte visas. Granska den först.",
    "The release has no audit.",
  ),
  "ledger-release-missing": error(
    422,
    "Den tidigare publiceringen {release} av omgången {round} finns inte i liggaren. Lägg tillbaka liggaren från säkerhetskopian.",
    "The earlier release {release} of the round {round} is missing from the ledger.",
  ),
  "ledger-round-published": error(
    409,
    "Omgången {round} är redan publicerad under riket. Rättelser räknas med från nästa omgång.",
    "The round {round} is already published below the nation.",
  ),
  "ledger-round-final": error(
    409,
    "Omgången {round} har redan fått sin slutliga publicering. Rättelser räknas med från nästa omgång.",
    "The round {round} already has its final release; corrections count from the next round on.",
  ),
  "ledger-interim-below": error(
    422,
    "Delsiffror ur omgången {round}, som ännu pågår, publiceras bara för hela riket.",
    "Interim figures of the running round {round} are of the nation only.",
  ),
  "ledger-round-overlaps": error(
    422,
    "Omgången {round} överlappar {other}, som redan har publicerats. Det som ligger emellan kan räknas ut: låt omgångarna följa på varandra.",
    "The round {round} overlaps {other}, which is published already.",
  ),
  "ledger-codebook-changed": error(
    422,
    "Omgången {round} har redan publicerats enligt {found}. Använd samma kodbok hela omgången.",
    "The round {round} has been published by {found} already; use the same codebook throughout a round.",
  ),
  "ledger-changed": error(
    409,
    "Något annat har publicerats under tiden, så det här är granskat mot en äldre liggare. Inget har publicerats: gör om det.",
    "Something else was published meanwhile, so this was audited by an older ledger. Nothing was published: do it again.",
  ),
  "ledger-busy": error(
    409,
    "Liggaren används av en annan publicering. Försök igen. Pågår ingen annan, ta bort {at}.",
    "Another release is being entered in the ledger. Try again; if there is none, remove {at}.",
  ),
  "ledger-unwritable": error(
    0,
    "Liggaren {at} går inte att skriva: {reason}",
    "The ledger {at} cannot be written: {reason}",
  ),
  "local-release-empty": error(
    422,
    "Halvåret har för få ärenden för att något ska kunna visas utan att någon kan kännas igen. Inget har frysts.",
    "There are too few cases in {halfYear} to show anything without somebody being recognised.",
  ),
  "local-release-not-ended": error(
    422,
    "Halvåret är inte slut. Siffrorna kan frysas tidigast {day}.",
    "The half-year {halfYear} has not ended; it can be frozen on {day} at the earliest.",
  ),
  "local-release-frozen": error(
    409,
    "Halvårets siffror är redan frysta. De ändras inte: rättelser räknas med från nästa halvår.",
    "The figures of {halfYear} are frozen already and do not change.",
  ),
  "local-release-busy": error(
    409,
    "Ett halvår håller redan på att frysas. Vänta tills det är klart.",
    "A half-year is being frozen already.",
  ),
  "local-release-damaged": error(
    500,
    "De frysta siffrorna för {halfYear} går inte att läsa. Lägg tillbaka databasen från säkerhetskopian.",
    "The frozen figures of {halfYear} are not as they were written.",
  ),
  "document-words-changed": error(
    409,
    "{by} skrev i dokumentet {time}, efter att du öppnade det. Det du skrev är kvar här. Välj vad som ska gälla.",
    "{by} wrote in the document at {time}.",
  ),
  "ledger-damaged": error(
    422,
    "Liggaren är skadad på rad {line}. Lägg tillbaka den från säkerhetskopian: utan den kan inget publiceras.",
    "The ledger is damaged at line {line}.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
