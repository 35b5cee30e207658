import type { Codebook } from "#codebook";
import { swedishDay } from "#kernel";
import type { CaseExtract, CaseView } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { holdsReconstructed } from "../case/holds-reconstructed.ts";
import { ExtractAnswers } from "./ExtractAnswers.tsx";
import { ExtractHistory } from "./ExtractHistory.tsx";
import { ExtractReaders } from "./ExtractReaders.tsx";
import { PaperHead, WhomToAsk } from "./PaperHead.tsx";

type Props = { readonly extract: CaseExtract; readonly codebook: Codebook };

/** What is handed to the person whom the case is about: calm, whole, and in words that she knows. */
export function CasePaper({ extract, codebook }: Props) {
  const { case: view, hasSurveyAnswers } = extract;
  const isMarked = codebook.phases.some(({ id }) => holdsReconstructed(codebook, id));
  return (
    <article className="extract" aria-labelledby="utdraget">
      <PaperHead
        title="Utdrag: det som är registrerat om dig"
        municipality={extract.municipality}
        caseCode={view.code}
        madeAt={extract.madeAt}
        madeBy={extract.madeBy}
      />
      <section>
        <p>
          Kommunen följer upp stödet till våldsutsatta i ett system som heter Skillnad. Här står
          allt som finns om dig där: svaren, vad som har ändrats och vilka som har öppnat ärendet.
          Ditt namn, ditt personnummer och din adress finns inte i systemet. Koden ovan står i din
          akt, och med den hittar vi dina uppgifter. Akten är något annat: vill du läsa den får du
          be om det för sig.
        </p>
        {isMarked && (
          <p>
            En stjärna (*) står vid frågor som vi har återskapat efter beskrivningar, eftersom de
            inte är publicerade ord för ord.
          </p>
        )}
      </section>
      <section>
        <h3>Ärendet</h3>
        {factsOf(view).map(([name, value]) => (
          <dl key={name} className="extract-line">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </dl>
        ))}
      </section>
      <section>
        <h3>Dina egna svar i enkäten</h3>
        <p>
          {hasSurveyAnswers
            ? "Du har svarat på enkäten. Dina svar är förseglade: den som arbetar med ditt ärende får aldrig se dem, och därför står de inte här. Säg till om du vill ha dem. Då skriver en samordnare ut dem och lägger dem i ett kuvert till dig."
            : "Det finns inga enkätsvar från dig."}
        </p>
      </section>
      <ExtractAnswers codebook={codebook} view={view} />
      <section>
        <h3>Vart uppgifterna har lämnats</h3>
        {extract.deliveredTo.length === 0 ? (
          <p>De har inte lämnats till någon utanför kommunen.</p>
        ) : (
          <ul>
            {extract.deliveredTo.map(({ receiver, round, at }) => (
              <li key={`${round} ${at}`}>
                {receiver}, {round}, {dayInWords(swedishDay(at))}. Utan koden och utan något som
                visar vem du är.
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>Hur länge de sparas</h3>
        <p>{keptInWords(extract)}</p>
      </section>
      <ExtractHistory extract={extract} codebook={codebook} />
      <ExtractReaders lookers={extract.lookers} />
      <WhomToAsk contact={extract.contact} dataProtection={extract.dataProtection} />
    </article>
  );
}

function factsOf(view: CaseView): readonly (readonly [string, string])[] {
  return [
    ["Började", dayInWords(view.startedOn)],
    ["Avslutades", view.closedOn ? dayInWords(view.closedOn) : "Ärendet pågår"],
    ["Enhet", view.unit.name],
    ["Handläggare", view.assignee ?? "Ingen"],
    ...(view.sharedWith ? [["Delas med", sharedInWords(view.sharedWith)] as const] : []),
    ...(view.servedMunicipality ? [["Din kommun", view.servedMunicipality.name] as const] : []),
    ["Utan koppling till akten", view.isAnonymous ? "Ja" : "Nej"],
    ...(view.previousCode ? [["Tidigare ärende", view.previousCode] as const] : []),
    ...(view.readers ? [["Kan bara läsas av", view.readers.join(", ")] as const] : []),
    ...(view.voided
      ? [["Makulerat", `${view.voided.by}: ${view.voided.reason ?? ""}`] as const]
      : []),
  ];
}

function sharedInWords({ unit, assignee }: NonNullable<CaseView["sharedWith"]>): string {
  return assignee ? `${unit.name}, ${assignee}` : unit.name;
}

function keptInWords({ rule, isHeld }: CaseExtract): string {
  if (isHeld) {
    return "Ärendet bevaras tills vidare, enligt ett beslut som gäller just det. Fråga oss varför.";
  }
  if (!rule) {
    return "Kommunen har inte skrivit in sitt beslut om gallring här än. Fråga oss hur länge uppgifterna sparas.";
  }
  const years = rule.years === 1 ? "ett år" : `${rule.years} år`;
  return `De ska tas bort ${years} efter att ärendet avslutades. Har ingen avslutat det räknas tiden från det senaste som skrevs in. Det är beslutat av ${rule.decidedBy} ${dayInWords(rule.decidedOn)} (${rule.reference}). Siffror där ingen kan kännas igen finns kvar.`;
}
