import { error, type ProblemEntry } from "./problem-entry.ts";

/** Questions that people put together to the figures, and saved ones; part of the one vocabulary. */
export const explorationProblems = {
  "exploration-unknown-question": error(
    422,
    "«{name}» är ingen fråga i de här siffrorna. Välj bland frågorna under «Vad?».",
    "These figures hold nothing called {name}.",
  ),
  "exploration-unknown-division": error(
    422,
    "Det går inte att dela upp på «{name}» här. Välj bland det som står under «Uppdelat på?».",
    "These figures cannot be divided by {name}.",
  ),
  "exploration-unknown-group": error(
    422,
    "Gruppen «{name}» finns inte i de här siffrorna. Välj bland grupperna, eller alla ärenden.",
    "These figures know no group {name}.",
  ),
  "exploration-unknown-period": error(
    422,
    "Perioden «{name}» går inte att välja här. Välj bland perioderna, eller hela tiden.",
    "There is no period {name} to choose here.",
  ),
  "exploration-by-and-time": error(
    422,
    "Siffrorna delas upp på en fråga eller på tid, inte på båda. Ta bort det ena.",
    "Divide by a question or by time, not by both.",
  ),
  "exploration-not-divided": error(
    422,
    "«{label}» kan inte delas upp. Välj frågan «{question}» i stället, eller ta bort uppdelningen.",
    "{label} cannot be divided.",
  ),
  "exploration-divided-by-itself": error(
    422,
    "«{label}» kan inte delas upp på sin egen fråga. Välj en annan uppdelning, eller ta bort den.",
    "{label} cannot be divided by its own question.",
  ),
  "exploration-frozen-period": error(
    422,
    "Frysta siffror gäller en enda period och är inte uppdelade på tid. Ta bort valet av tid, eller välj andra siffror.",
    "A frozen set is of one period and is not divided by time.",
  ),
  "exploration-one-group-at-a-time": error(
    422,
    "De här siffrorna är uppdelade på en sak i taget. Ta bort gruppen eller uppdelningen.",
    "A frozen set is divided by one thing at a time.",
  ),
  "exploration-no-slice-of-group": error(
    422,
    "«{show}» finns inte för gruppen «{group}» i de här siffrorna. För gruppen finns: {choices}.",
    "This set does not hold {show} of {group}. It holds: {choices}.",
  ),
  "exploration-no-slice": error(
    422,
    "«{show}» finns inte uppdelat på «{by}» i de här siffrorna. På «{by}» är uppdelat: {choices}.",
    "This set does not hold {show} by {by}. By {by} it holds: {choices}.",
  ),
  "exploration-no-divisions": error(
    422,
    "De här siffrorna är inte uppdelade. Ta bort uppdelning och grupp, eller välj andra siffror.",
    "This set is not divided by anything.",
  ),
  "exploration-other-codebook": error(
    422,
    "«{name}» i kodboken {codebook} finns inte, eller frågar om något annat, i {now}, som siffrorna räknas med nu. Välj på nytt.",
    "{name} of the codebook {codebook} is not the same in {now}.",
  ),
  "saved-view-name-needed": error(
    422,
    "Ge vyn ett namn, till exempel «Måluppfyllelse efter kön».",
    "Give the view a name.",
  ),
  "saved-view-too-many": error(
    422,
    "Du har redan {most} sparade vyer. Ta bort någon av dem först.",
    "There are {most} saved views already; take one away first.",
  ),
  "saved-view-unanswered": error(
    422,
    "En vy kan sparas när den har ett svar. Ändra valen så att siffror visas, och spara sedan.",
    "A view is saved once its question has an answer.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
