import { error, type ProblemEntry } from "./problem-entry.ts";

/** Campaigns of asking about violence, and the meetings that are noted; part of the one vocabulary. */
export const screeningProblems = {
  // Planning
  "campaign-unknown": error(
    404,
    "Fokusmånaden finns inte, eller så har du inte tillgång till den. Gå till Fokusmånad och välj en i listan.",
    "No such campaign, or no access to it.",
  ),
  "campaign-name-needed": error(
    422,
    "Ge fokusmånaden ett namn. Till exempel Fokusmånad mars 2027.",
    "The campaign needs a name.",
  ),
  "campaign-no-units": error(422, "Välj minst en enhet som ska vara med.", "No unit takes part."),
  "campaign-unit-unknown": error(
    422,
    "Enheten finns inte i kommunen. Ta bort den och välj en ur listan.",
    "{at}: the municipality has no such unit.",
  ),
  "campaign-unit-twice": error(
    422,
    "Enheten är vald två gånger. Ta bort den ena.",
    "{at}: the unit is listed twice.",
  ),
  "campaign-kind-unknown": error(
    422,
    "Välj vilken verksamhet enheten hör till.",
    "{at}: there is no such kind of unit.",
  ),
  "campaign-days-reversed": error(
    422,
    "Sista dagen ligger före den första. Kontrollera datumen.",
    "The last day comes before the first.",
  ),
  "campaign-days-unlikely": error(
    422,
    "Dagen {day} stämmer nog inte. Välj en dag från {from} till {through}.",
    "{at}: {day} is not between {from} and {through}.",
  ),
  "campaign-overlaps": error(
    422,
    "Enheten är redan med i «{campaign}» under de dagarna. Ändra dagarna, eller ta bort enheten.",
    "{at}: the unit takes part in «{campaign}» on some of these days.",
  ),
  "campaign-round-unknown": error(
    422,
    "Kommunen har inte beslutat att delta i omgången. Välj en annan, eller ingen.",
    "The municipality takes no part in such a round.",
  ),
  // A round of meetings: several municipalities' campaigns, compiled together.
  "round-meetings-by-rows": error(
    422,
    "En omgång om möten kan bara lämna antal, aldrig en rad för varje möte. Välj «Bara antal».",
    "A round of meetings takes counts alone, never a row for each meeting.",
  ),
  "round-without-campaign": error(
    409,
    "Det finns ingen fokusmånad som hör till omgången {round}. Öppna fokusmånadens plan och välj omgången där.",
    "No campaign belongs to the round {round}: choose the round in the campaign's plan.",
  ),
  "round-campaign-open": error(
    409,
    "«{campaign}» är inte avslutad. Avsluta den först: innan dess får ingen svaren.",
    "«{campaign}» is still open: close it first, since nobody is given its answers before that.",
  ),
  "round-results-none": error(
    409,
    "Det finns inga publicerade siffror från den omgången här. När omgången är publicerad kan samordnaren hämta dem under Leverera.",
    "Nothing has been published of such a round of meetings, or it has not been fetched.",
  ),
  "campaign-version-needed": error(
    422,
    "Skriv vilken version av FREDA-kortfrågor ni använder.",
    "Say which version of the instrument is used.",
  ),
  "campaign-text-pack-unknown": error(
    422,
    "Textpaketet finns inte längre. Välj ett annat, eller ladda in det igen.",
    "There is no such text pack.",
  ),
  "campaign-has-begun": error(
    409,
    "Fokusmånaden har börjat. De dagar som har varit och de enheter som har noterat möten måste vara kvar.",
    "{at}: the campaign has begun; what has been and who has noted something stays.",
  ),
  "campaign-changed-meanwhile": error(
    409,
    "{by} ändrade fokusmånaden {time}, efter att du öppnade den. Det du skrev är kvar här. Välj vad som ska gälla.",
    "{by} changed the campaign at {time}.",
  ),
  "campaign-closed": error(
    409,
    "Fokusmånaden är avslutad. Det går inte att ändra något i den.",
    "The campaign is closed.",
  ),
  "campaign-not-over": error(
    409,
    "Fokusmånaden pågår till och med {lastDay}. Avsluta den efter den dagen.",
    "The campaign goes on through {lastDay}; close it after that.",
  ),
  "campaign-is-other-kind": error(
    409,
    "Den har börjat. En fokusmånad blir inte en rutin, och en rutin inte en fokusmånad: planera en ny.",
    "It has begun: a month does not become a routine, nor a routine a month.",
  ),
  "routine-has-gone-on": error(
    409,
    "Rutinen har redan gått in i nästa halvår. Öppna det halvåret, och avsluta rutinen där.",
    "The next half-year of the routine has begun: end the routine there.",
  ),
  "campaign-outside-round": error(
    422,
    "Länets omgång går från {from} till {through}. Lägg fokusmånaden inom de dagarna.",
    "{at}: the round's days are {from} through {through}.",
  ),
  "campaign-tells-nobody": error(
    422,
    "Fokusmånaden hör inte till någon omgång hos länet, så det finns ingen att visa den för. Välj bort det.",
    "The campaign is of no round: there is nobody to tell.",
  ),
  "campaign-round-of-cases": error(
    422,
    "Omgången handlar om ärenden, och inte om möten. Välj en annan, eller ingen.",
    "The round is of cases, and not of meetings.",
  ),
  "campaign-still-noted": error(
    409,
    "Det noteras fortfarande möten i fokusmånaden. Vänta en stund och avsluta den sedan.",
    "Meetings are still being noted; close it a little later.",
  ),
  "campaign-results-damaged": error(
    500,
    "Resultatet för «{campaign}» går inte att läsa. Lägg tillbaka databasen från säkerhetskopian.",
    "The kept results of «{campaign}» are not as they were written.",
  ),
  "campaign-results-not-yet": error(
    409,
    "Resultatet visas när fokusmånaden är avslutad. Fram till dess visas bara deltagandet.",
    "Results are told when the campaign is closed.",
  ),
  "campaign-results-too-few": error(
    409,
    "Det finns för få möten för att visa något utan att någon kan kännas igen. Fokusmånaden är avslutad, och enheternas egna siffror finns kvar.",
    "Too few meetings for any figure to be told.",
  ),

  // Noting
  "campaign-not-open": error(
    409,
    "Det går inte att notera möten i fokusmånaden i dag. Kontrollera dagarna, eller fråga kontaktpersonen.",
    "The campaign takes no meetings today.",
  ),
  "campaign-unit-not-in": error(
    403,
    "Enheten är inte med i fokusmånaden. Välj en annan enhet.",
    "The unit does not take part in the campaign.",
  ),
  "campaign-unit-not-yours": error(
    403,
    "Du hör inte till enheten. Välj en enhet som du hör till.",
    "Meetings are noted by those who belong to the unit.",
  ),
  "meeting-day-of-another": error(
    409,
    "Den {day} hör enheten till «{campaign}». Notera mötet där.",
    "On {day} the unit belongs to «{campaign}».",
  ),
  "meeting-day-closed": error(
    422,
    "Den {day} går inte att notera. Välj en dag från {from} till {through}.",
    "{day} is not open: choose a day from {from} through {through}.",
  ),
  "combination-unknown": error(
    422,
    "Svaren går inte ihop ({found}). Ladda om sidan och notera mötet igen.",
    "{at}: the answers are not a combination that there is ({found}).",
  ),
  "receipt-used-otherwise": error(
    409,
    "Samma notering kom två gånger med olika innehåll. Ladda om sidan och kontrollera dagens antal.",
    "The receipt was used for another content.",
  ),
  "meeting-not-noted": error(
    409,
    "Mötet finns inte kvar att ångra. Ladda om sidan och kontrollera dagens antal.",
    "No such meeting is noted, so nothing is undone.",
  ),

  // Piles of paper forms
  "pile-empty": error(
    422,
    "Högen är tom. Räkna blanketterna och skriv hur många de är.",
    "The pile holds no forms.",
  ),
  "pile-too-large": error(
    422,
    "En hög har högst {most} blanketter. Dela upp den i flera, med var sitt nummer.",
    "A pile holds at most {most} forms.",
  ),
  "pile-sum-differs": error(
    422,
    "Raderna är {sum} blanketter tillsammans, men högen har {forms}. Räkna om och rätta det som är fel.",
    "The lines hold {sum} forms, and the pile {forms}.",
  ),
  "pile-count-impossible": error(
    422,
    "Antalet på raden går inte. Skriv ett helt tal från 1 till {most}.",
    "{at}: a count is a whole number from 1 to {most}.",
  ),
  "pile-line-doubled": error(
    422,
    "Två rader har samma svar. Slå ihop dem till en.",
    "{at}: the same answers stand on an earlier line.",
  ),
  "pile-number-needed": error(
    422,
    "Skriv högens nummer, som det står på försättsbladet. Siffror, bokstäver och bindestreck går bra.",
    "The pile needs its number: letters, digits and hyphens.",
  ),
  "pile-entered-before": error(
    409,
    "Hög {number} är redan inlagd för enheten. Kontrollera numret på försättsbladet.",
    "Pile {number} of the unit was entered before.",
  ),

  // The staff's confidence
  "confidence-closed": error(
    409,
    "Frågorna går inte att svara på nu. De är öppna före fokusmånaden och dess första vecka, och igen från sista dagen i fyra veckor.",
    "The questions are not open now.",
  ),
  "confidence-not-yours": error(
    403,
    "Frågorna är till dem som hör till en enhet som är med i fokusmånaden.",
    "The questions are for those of a unit that takes part.",
  ),
  "confidence-incomplete": error(
    422,
    "Svara på alla {questions} frågorna, med ett tal från 1 till 5.",
    "Answer all {questions} questions with a number from 1 to 5.",
  ),

  // What stood in the way
  "obstacle-unknown": error(422, "Välj vad som hindrade.", "There is no such obstacle."),
  "obstacle-empty": error(
    422,
    "Skriv vad ni gör åt det, med några ord.",
    "Say in a few words what you do about it.",
  ),
  "obstacle-responsible-needed": error(
    422,
    "Skriv vem som ansvarar, som en befattning. Till exempel enhetschef.",
    "Say which post is responsible.",
  ),
  "obstacle-responsible-named": error(
    422,
    "Skriv en befattning i stället för ett namn: «{found}» ser ut som ett namn. Till exempel enhetschef.",
    "Name a post and not a person: «{found}» looks like a name.",
  ),
  "obstacle-changed-meanwhile": error(
    409,
    "{by} ändrade åtgärden {time}, efter att du öppnade den. Det du skrev är kvar här. Välj vad som ska gälla.",
    "{by} changed the action at {time}.",
  ),
  "obstacle-too-many": error(
    422,
    "Ni har redan {most} åtgärder i fokusmånaden. Skriv in det nya i någon av dem.",
    "There are {most} actions already.",
  ),
  "checklist-changed-meanwhile": error(
    409,
    "{by} ändrade checklistan {time}, efter att du öppnade den. Det du skrev är kvar här. Välj vad som ska gälla.",
    "{by} changed the checklist at {time}.",
  ),

  // Text packs
  "text-pack-malformed": error(
    422,
    "Textpaketet går inte att läsa vid {at}: {advice}",
    "The text pack cannot be read at {at}: {reason}",
  ),
  "text-pack-with-markup": error(
    422,
    "Textpaketet innehåller kod eller formatering ({found}) vid {at}. Skriv vanlig text och ladda in det igen.",
    "The text pack holds markup ({found}) at {at}; write plain text.",
  ),
  "text-pack-without-licence": error(
    422,
    "Textpaketet säger inte med vilken rätt ni använder texten. Fyll i «licence» och ladda in det igen.",
    "The text pack does not say by what right its words are used.",
  ),
  "text-pack-too-many": error(
    422,
    "Ni har redan {most} textpaket. Ta bort ett som ni inte använder.",
    "There are {most} text packs already.",
  ),
  "text-pack-in-use": error(
    409,
    "Textpaketet används i «{campaign}». Ändra fokusmånaden först.",
    "«{campaign}» uses the text pack.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
