import { actionProblems } from "./action-problems.ts";
import { analysisProblems } from "./analysis-problems.ts";
import { backupProblems } from "./backup-problems.ts";
import { caseLifeProblems } from "./case-life-problems.ts";
import { deliveryProblems } from "./delivery-problems.ts";
import { disclosureProblems } from "./disclosure-problems.ts";
import { disposalProblems } from "./disposal-problems.ts";
import { explorationProblems } from "./exploration-problems.ts";
import { leavingProblems } from "./leaving-problems.ts";
import { localCodebookProblems } from "./local-codebook-problems.ts";
import { logProblems } from "./log-problems.ts";
import { peopleProblems } from "./people-problems.ts";
import { error, type ProblemEntry, warning } from "./problem-entry.ts";
import { receivingProblems } from "./receiving-problems.ts";
import { releaseLineProblems } from "./release-line-problems.ts";
import { screeningProblems } from "./screening-problems.ts";
import { sessionProblems } from "./session-problems.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { surveyProblems } from "./survey-problems.ts";
import { troubleProblems } from "./trouble-problems.ts";

/** Every problem Skillnad can meet, in one place. Codes are stable; sentences may be improved. */
export const problemVocabulary = {
  // Asking for something
  "not-signed-in": error(
    401,
    "Du är inte inloggad. Logga in och försök igen.",
    "You are not signed in.",
  ),
  "not-found": error(
    404,
    "Sidan eller ärendet finns inte, eller så har du inte tillgång till det.",
    "No such thing, or no access to it.",
  ),
  "sign-in-refused": error(
    401,
    "Inloggningen gick inte. Kontrollera namn, lösenord och kod och försök igen. Varje kod kan användas en gång.",
    "Sign-in refused: check name, password and code.",
  ),
  "sign-in-too-fast": error(
    429,
    "För många försök. Vänta {seconds} sekunder och försök igen.",
    "Too many attempts: wait {seconds} seconds.",
  ),
  "foreign-origin": error(
    403,
    "Begäran kom från en annan webbplats och stoppades.",
    "The request came from another origin and was refused.",
  ),
  "malformed-request": error(
    400,
    "Begäran gick inte att läsa: {at}. Ladda om sidan och försök igen.",
    "The request could not be read: {at}.",
  ),
  "request-too-large": error(
    413,
    "Det du skickade är för stort. Största storlek är {limit}.",
    "The request is larger than {limit}.",
  ),
  "internal-error": error(
    500,
    "Något gick fel hos oss. Det du redan sparat är kvar. Försök igen om en stund.",
    "Something went wrong on our side. What was saved is safe.",
  ),

  // Answers
  "unknown-variable": error(
    422,
    "Frågan {at} finns inte i kodboken.",
    "The codebook has no variable {at}.",
  ),
  "unknown-option": error(
    422,
    "Svaret {value} finns inte bland alternativen. Välj ett av dem som visas.",
    "{value} is not an option of {at}.",
  ),
  "exclusive-option": error(
    422,
    "«{label}» kan inte väljas tillsammans med andra svar.",
    "{label} excludes all other options of {at}.",
  ),
  "nothing-chosen": error(
    422,
    "Välj minst ett svar, eller ange att uppgift saknas.",
    "{at} needs at least one option or a missing code.",
  ),
  "wrong-kind-of-answer": error(
    422,
    "Svaret har fel form för frågan {at}.",
    "The answer has the wrong kind for {at}.",
  ),
  "not-a-date": error(
    422,
    "Det är inte ett datum som finns. Skriv till exempel 2026-03-12, 1203 eller 12/3.",
    "{at} is not a calendar day.",
  ),
  "date-in-future": error(
    422,
    "Datumet ligger i framtiden. Kontrollera året.",
    "{at} lies in the future.",
  ),
  "date-too-early": error(
    422,
    "Datumet är för långt tillbaka: tidigast {earliest}. Kontrollera året.",
    "{at} lies before {earliest}.",
  ),
  "date-before-start": error(
    422,
    "Datumet ligger före ärendets start {start}. Kontrollera datumet.",
    "{at} lies before the case's start {start}.",
  ),
  "ends-before-start": error(
    422,
    "Slutet ligger före starten {start}. Kontrollera datumen.",
    "{at} ends before it starts ({start}).",
  ),
  "number-out-of-range": error(
    422,
    "Skriv ett tal mellan {from} och {to}.",
    "{at} must lie between {from} and {to}.",
  ),
  "under-eighteen": error(
    422,
    "Personen är under 18 år vid ärendets start. Uppföljningen gäller vuxna. Kontrollera födelseåret.",
    "The birth year makes the person younger than 18 when the case started.",
  ),
  "looks-like-personnummer": error(
    422,
    "Det ser ut som ett personnummer. Sådana får inte skrivas här. Ta bort det.",
    "{at} looks like a personal identity number, which may not be stored.",
  ),
  "text-not-allowed": error(
    422,
    "Texten innehåller tecken som inte går att spara. Skriv om den utan dem.",
    "{at} contains characters that cannot be stored.",
  ),
  "text-too-long": error(
    422,
    "Texten är för lång. Högst {limit} tecken.",
    "{at} is longer than {limit} characters.",
  ),
  "not-asked": error(
    422,
    "Frågan {at} ställs inte, med de svar som redan finns.",
    "{at} is not asked, given the other answers.",
  ),
  "check-failed": warning("{sv}", "{en}"),

  // The life of a case
  "changed-meanwhile": error(
    409,
    "{by} ändrade samma fråga kl. {time}. Ditt svar är kvar här. Välj vilket som ska gälla.",
    "{at} was changed meanwhile by {by}.",
  ),
  "repeated-key": error(
    409,
    "Samma sparning kom två gånger med olika innehåll. Ladda om sidan och kontrollera svaret.",
    "The idempotency key was used for another request.",
  ),
  "case-closed": error(
    409,
    "Ärendet är avslutat. Öppna det igen om något ska ändras.",
    "The case is closed.",
  ),
  "case-open": error(409, "Ärendet är redan öppet.", "The case is already open."),
  "phase-completed": error(
    409,
    "Fasen är klar. Öppna den igen om något ska ändras.",
    "The phase {at} is completed: reopen it first.",
  ),
  "answer-missing": error(
    422,
    "«{label}» saknar svar. Svara, eller ange att uppgift saknas.",
    "{at} has no answer.",
  ),
  "too-many-items": error(
    422,
    "Det går inte att lägga till fler rader än {limit}.",
    "No more than {limit} rows.",
  ),
  "reason-needed": error(422, "Skriv varför, i några ord.", "A reason is needed."),
  "case-reason-needed": error(
    403,
    "Ärendet är en kollegas. Skriv varför du behöver öppna det. Din chef ser det.",
    "The case is a colleague's: give a reason first.",
  ),
  "unknown-group": error(422, "Gruppen {at} finns inte i kodboken.", "No repeat group {at}."),
  "unknown-item": error(
    404,
    "Raden är borttagen. Ladda om sidan för att se ärendet som det är nu.",
    "The item is gone.",
  ),
  "wrong-case-code": error(
    422,
    "Koden stämmer inte. Kontrollera tecken för tecken: koden har formen M-7F3K-2.",
    "The case code's check character does not fit.",
  ),

  // Codebooks (the linter)
  "codebook-not-json": error(422, "{at} är inte giltig JSON: {reason}", "{at}: not JSON: {reason}"),
  "codebook-malformed": error(
    422,
    "{at} är inte ifyllt på rätt sätt: {reason}",
    "Codebook malformed at {at}: {reason}",
  ),
  "codebook-unknown-reference": error(
    422,
    "{at} hänvisar till «{name}», som inte finns. Välj något som finns.",
    "{at} refers to «{name}», which does not exist.",
  ),
  "codebook-circular-condition": error(
    422,
    "Villkoren går runt i ring: {path}. Ta bort ett av dem.",
    "{at}: conditions form a circle: {path}",
  ),
  "codebook-duplicate": error(
    422,
    "{at}: «{name}» förekommer två gånger. Ta bort eller byt ut det ena.",
    "{at}: «{name}» appears twice.",
  ),
  "codebook-code-reused": error(
    422,
    "{at}: koden {code} betydde «{before}» och betyder nu «{after}». Använd en ny kod.",
    "{at}: code {code} meant «{before}» and now means «{after}»; use a new code.",
  ),
  "codebook-missing-translation": error(
    422,
    "{at} saknar text ({language}). Skriv en.",
    "{at} has no text in {language}.",
  ),
  "codebook-field-outside-group": error(
    422,
    "{at}: «field» ({name}) går bara att använda inne i en grupp av rader.",
    "{at}: «field» ({name}) can be used only within a repeat group.",
  ),
  "codebook-unknown-code": error(
    422,
    "{at}: svaret {code} finns inte i «{name}». Välj ett svar som finns.",
    "{at}: «{name}» has no code {code}.",
  ),
  "codebook-inconsistent": error(422, "{at}: {advice}", "{at}: {reason}"),
  "codebook-markup": error(
    422,
    "{at} innehåller kod eller formatering ({found}). Skriv vanlig text.",
    "{at} contains markup ({found}); write plain text.",
  ),
  "codebook-overlay-touches-common": error(
    422,
    "{at}: egna frågor får inte ändra det gemensamma «{name}». Ge den ett annat namn.",
    "{at}: an overlay may not touch the common «{name}».",
  ),
  "codebook-namespace": error(
    422,
    "{at}: lokala namn börjar med {prefix}. Byt namn på «{name}».",
    "{at}: local ids start with {prefix}; rename «{name}».",
  ),
  "codebook-forbidden-variable": error(
    422,
    "{at} får inte frågas om. {advice}",
    "{at} is forbidden: {reason}",
  ),

  "codebook-version-edited": error(
    0,
    "Kodboken {at} {version} är redan publicerad med annat innehåll. Ge den ett nytt versionsnummer.",
    "Codebook {at} {version} has been published with other content. Give it a new version number.",
  ),

  ...caseLifeProblems,
  ...releaseLineProblems,
  ...sessionProblems,
  ...signInProblems,
  ...peopleProblems,
  ...disposalProblems,
  ...surveyProblems,
  ...troubleProblems,
  ...localCodebookProblems,
  ...analysisProblems,
  ...explorationProblems,
  ...disclosureProblems,
  ...deliveryProblems,
  ...leavingProblems,
  ...receivingProblems,
  ...actionProblems,
  ...screeningProblems,
  ...backupProblems,
  ...logProblems,

  // Starting the program (terminal, English)
  "environment-invalid": error(
    0,
    "{at}={value} går inte att använda: {reason}",
    "{at}={value} cannot be used: {reason}",
  ),
  "port-taken": error(
    0,
    "Port {port} är upptagen. Välj en annan med PORT=….",
    "Port {port} is taken. Choose another with PORT=….",
  ),
  "file-unreadable": error(0, "{at} går inte att läsa: {reason}", "{at} cannot be read: {reason}"),
  "pages-not-built": error(
    0,
    "Sidorna är inte byggda: {at} saknas. Kör npm run demo eller npm start, som bygger dem.",
    "The pages are not built: {at} is missing. Use npm run demo or npm start, which build them.",
  ),
  "database-unreachable": error(
    0,
    "Databasen på {at} svarar inte: {reason}",
    "The database at {at} does not answer: {reason} Check DATABASE_URL and that the server is running.",
  ),
  "database-newer": error(
    0,
    "Databasen är från en nyare version ({found}) än programmet ({known}). Uppgradera Skillnad.",
    "The database is from a newer version ({found}) than this program ({known}). Upgrade Skillnad.",
  ),
  "database-unusable": error(
    0,
    "Databasen på {at} går inte att använda: {reason}",
    "The database at {at} cannot be used: {reason}",
  ),
  "database-kind": error(
    0,
    "Databasen på {at} är stämplad {found}, men behövs som {wanted}. Välj en annan med DATABASE_URL.",
    "The database at {at} is stamped {found} but {wanted} was asked for. Choose another with DATABASE_URL.",
  ),
  "database-migration-altered": error(
    0,
    "Steget {migration} är ändrat sedan databasen på {at} fick det. Använd programmet som det gavs ut.",
    "Migration {migration} has been altered since the database at {at} got it. Use the program as released.",
  ),
  "data-folder-kind": error(
    0,
    "{at} är stämplad {found}, men behövs som {wanted}. Välj en annan mapp med SKILLNAD_DATA.",
    "{at} is stamped {found} but {wanted} was asked for. Choose another folder with SKILLNAD_DATA.",
  ),
  "data-folder-unusable": error(
    0,
    "{at} går inte att använda: {reason}",
    "The data folder {at} cannot be used: {reason}",
  ),
  "data-folder-version": error(
    0,
    "{at} är skapad av en annan version ({found}; programmet kan {known}).",
    "{at} was made by another version ({found}; this program knows {known}).",
  ),
  "data-folder-busy": error(
    0,
    "{at} används redan av en annan Skillnad (process {pid}). Stäng den, eller välj en annan mapp.",
    "{at} is in use by another Skillnad (process {pid}). Stop it, or choose another folder with SKILLNAD_DATA.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
