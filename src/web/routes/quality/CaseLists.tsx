import type { ReactNode } from "react";
import { capitalised, wholeNumber } from "#kernel";
import type { UnitQuality } from "#server";
import { casesInWords } from "../../quality/quality-words.ts";
import { listed } from "../../words/case-words.ts";
import { CaseCode } from "./CaseCode.tsx";

type Props = { readonly quality: UnitQuality; readonly opensCases: boolean };

/** Shown at once; the others can be unfolded. */
const few = 8;

/** The cases that somebody should look at: by code alone, with what is missing and never a value. */
export function CaseLists({ quality, opensCases }: Props) {
  const { openCases, unassigned, stale, incomplete, variables } = quality;
  const isComplete = variables.every(({ empty }) => empty === 0);
  return (
    <section aria-labelledby="att-se-efter" className="quality-section">
      <h2 id="att-se-efter">Ärenden att se efter</h2>
      {!opensCases && (
        <p className="soft">Du ser koden och vad som saknas. Handläggaren öppnar ärendet.</p>
      )}
      <div className="quality-lists">
        {openCases > 0 && (
          <>
            <CaseList
              id="utan-handlaggare"
              title="Utan handläggare"
              none="Alla pågående ärenden har en handläggare."
              lines={unassigned.map((code) => ({ code, what: null }))}
              isAbout
              opensCases={opensCases}
            />
            <CaseList
              id="stilla"
              title="Stilla ärenden"
              none="Inget ärende har stått stilla i två månader."
              lines={stale.map(({ code, days }) => ({
                code,
                what: `inget har hänt på ${wholeNumber(days)} dagar`,
              }))}
              opensCases={opensCases}
            />
          </>
        )}
        <CaseList
          id="saknas"
          title="Svar som saknas"
          none={
            isComplete
              ? "Inget saknas i de faser som ärendena har passerat."
              : "Inget saknas i de ärenden som visas för dig."
          }
          lines={incomplete.map(({ code, missing }) => ({
            code,
            what: listed(missing.map(({ label }) => label.sv)),
          }))}
          opensCases={opensCases}
        />
      </div>
    </section>
  );
}

type Line = { readonly code: string; readonly what: string | null };

function CaseList({
  id,
  title,
  none,
  lines,
  opensCases,
  isAbout = false,
}: {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly lines: readonly Line[];
  readonly opensCases: boolean;
  readonly isAbout?: boolean;
}) {
  const told = lines.map(({ code, what }) => (
    <li key={code}>
      <CaseCode code={code} opens={opensCases} search={isAbout ? "?flik=om" : ""} />
      {what && <span className="soft">{what}</span>}
    </li>
  ));
  const more: ReactNode[] = told.slice(few);
  return (
    <section aria-labelledby={id} className="quality-list">
      <h3 id={id}>
        {title}
        {lines.length > 0 && (
          <span className="soft"> · {capitalised(casesInWords(lines.length))}</span>
        )}
      </h3>
      {lines.length === 0 ? <p className="soft">{none}</p> : <ul>{told.slice(0, few)}</ul>}
      {more.length > 0 && (
        <details>
          <summary>Visa {wholeNumber(more.length)} till</summary>
          <ul>{more}</ul>
        </details>
      )}
    </section>
  );
}
