import { error, type ProblemEntry } from "./problem-entry.ts";

/** What cannot be counted as it was asked for; part of the one vocabulary. */
export const analysisProblems = {
  "analysis-unknown-variable": error(
    422,
    "Det finns ingen fråga «{variable}» i kodboken {codebook}. Välj en fråga ur kodboken.",
    "The codebook {codebook} has no variable {variable}.",
  ),
  "analysis-variable-not-in-version": error(
    422,
    "Frågan «{variable}» ställs inte i kodboken {codebook} så som i {other}. Välj en period då den ställdes så.",
    "The codebook {codebook} does not ask {variable} as {other} does.",
  ),
  "analysis-unknown-code": error(
    422,
    "Frågan «{variable}» har inget svar med koden {code}. Välj bland frågans svar.",
    "{variable} has no code {code}.",
  ),
  "analysis-no-codes": error(
    422,
    "Inget svar på «{variable}» är valt. Välj vilka svar som ska räknas.",
    "No code of {variable} is asked for.",
  ),
  "analysis-code-outside-base": error(
    422,
    "Svaret {code} på «{variable}» hör inte till dem som andelen räknas på. Välj ett annat svar.",
    "The code {code} of {variable} is outside its base.",
  ),
  "analysis-takes-one-answer": error(
    422,
    "På «{variable}» ges bara ett svar, så det finns inget medeltal. Välj en fråga med flera svar.",
    "{variable} takes one answer.",
  ),
  "analysis-no-steps": error(
    422,
    "Tabellen har inget steg att räkna. Välj minst en fråga och dess svar.",
    "There is no step to count.",
  ),
  "analysis-unknown-group": error(
    422,
    "Kodboken {codebook} har inga rader som heter «{group}». Välj bland kodbokens egna.",
    "The codebook {codebook} has no group {group}.",
  ),
  "analysis-group-not-counted": error(
    422,
    "Tabellen räknar ärenden och inte rader av «{group}». Välj en annan sorts tabell.",
    "{measure} does not count the rows of {group}.",
  ),
  "analysis-field-outside-row": error(
    422,
    "«{variable}» står i ärendets rader. Ange vilka rader som urvalet gäller.",
    "{variable} is a field of a row, and no row is named.",
  ),
  "analysis-unknown-choice": error(
    422,
    "«{choice}» går inte att välja här. Välj bland det som erbjuds.",
    "«{choice}» is none of the choices.",
  ),
  "analysis-nothing-to-cross": error(
    422,
    "Frågan «{variable}» har inga svarsalternativ att dela upp efter. Välj en fråga med alternativ.",
    "{variable} has no options to be crossed.",
  ),
  "analysis-too-many-crossings": error(
    422,
    "En tabell kan ha högst {most} frågor, och här är {count}. Ta bort {extra}.",
    "A table has at most {most} dimensions, not {count}.",
  ),
  "analysis-crossed-with-itself": error(
    422,
    "Frågan «{variable}» står två gånger i samma tabell. Ta bort den ena.",
    "{variable} is crossed with itself.",
  ),
  "analysis-bands-overlap": error(
    422,
    "Svaret {code} på «{variable}» hör till två grupper. Låt varje svar höra till en.",
    "The code {code} of {variable} belongs to two bands.",
  ),
  "analysis-classes-not-rising": error(
    422,
    "Tidsklasserna ska börja på 0 och stiga: {from}. Ändra deras gränser.",
    "The classes of duration do not rise from 0: {from}.",
  ),
  "analysis-no-such-day": error(
    422,
    "Dagen «{day}» finns inte i kalendern. Skriv den som ÅÅÅÅ-MM-DD.",
    "{day} is no day of the calendar.",
  ),
  "analysis-open-without-close": error(
    422,
    "Öppna ärenden har inte avslutats och kan inte delas upp efter avslut. Välj starten.",
    "Open cases have no close.",
  ),
  "analysis-nothing-closed": error(
    422,
    "Inget av ärendena är avslutat. Dela upp efter starten, eller välj andra ärenden.",
    "None of the cases is closed.",
  ),
  "analysis-period-not-whole-quarters": error(
    422,
    "Perioden {from} – {until} är inte hela kvartal. Låt den börja och sluta vid ett kvartalsskifte.",
    "The period {from} – {until} does not consist of whole quarters.",
  ),
  "analysis-period-empty": error(
    422,
    "Perioden slutar innan den börjar. Ändra {from} eller {until}.",
    "The period {from} – {until} holds no day.",
  ),
  "analysis-no-cases-in-period": error(
    422,
    "Inga ärenden hör till perioden {from} – {until}. Välj en period då ärenden finns.",
    "No cases in {from} – {until}.",
  ),
  "analysis-no-cases": error(
    422,
    "Inga ärenden hör till urvalet. Ta bort något villkor.",
    "The population is empty.",
  ),
  "analysis-no-rows": error(
    422,
    "Ärendena i urvalet har inga rader av «{group}». Ta bort något villkor.",
    "The cases have no rows of {group}.",
  ),
  "analysis-condition-not-evaluated": error(
    422,
    "Urvalet rör svar som inte finns med i underlaget. Välj ett av de urval som erbjuds.",
    "The condition was not evaluated when the extract was made.",
  ),
  "analysis-client-stands-alone": error(
    422,
    "Klientens svar kan inte delas upp eller väljas ut inom enheten: då kan någon kännas igen. Ta bort uppdelning, period och grupp, eller se kommunens eller rikets siffror.",
    "The client's answers are neither crossed nor filtered inside a unit.",
  ),
  "analysis-no-change-measured": error(
    422,
    "«{variable}» mäts inte både före och efter. Välj något som mäts vid båda tillfällena.",
    "{variable} is not measured before and after.",
  ),
  "analysis-no-regions": error(
    422,
    "Det är inte känt var ärendena i urvalet hör hemma. Räkna dem utan att dela upp dem.",
    "The region of none of the cases is known.",
  ),
  "analysis-level-unknown": error(
    422,
    "Underlaget är en enda enhets och kan inte delas upp på kommuner eller län.",
    "The extract is of one unit and has no regions.",
  ),
  "results-unknown-period": error(
    422,
    "Inget ärende i enheten startade eller avslutades i den period som valdes ({period}). Välj en period i listan, eller alla.",
    "No case of the unit was started or closed in {period}.",
  ),
  "results-unknown-group": error(
    422,
    "Gruppen «{group}» går inte att välja här: kodboken kan ha ändrats, eller så är adressen gammal. Välj en grupp i listan, eller alla.",
    "{group} is none of the groups.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
