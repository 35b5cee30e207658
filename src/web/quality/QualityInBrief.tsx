import { Link } from "react-router";
import { phaseIds } from "#codebook";
import { wholeNumber } from "#kernel";
import type { UnitQuality } from "#server";
import { phaseNames } from "../words/case-words.ts";
import { completenessInWords, waitingInWords } from "./quality-words.ts";
import { Strip, StripKey } from "./Strip.tsx";
import "./quality.css";

type Props = {
  readonly quality: UnitQuality;
  readonly isOnlyOne: boolean;
};

/** The state of a unit's registration on Start: one sentence, a strip for each phase, what waits. */
export function QualityInBrief({ quality, isOnlyOne }: Props) {
  const { unit, variables } = quality;
  const waiting = waitingInWords(quality);
  const whole = `/laget?enhet=${encodeURIComponent(unit.id)}`;
  const titleId = `laget-${unit.id}`;
  const phases = phaseIds
    .map((phase) => ({ phase, ...sumOf(variables.filter((each) => each.phase === phase)) }))
    .filter(({ answered, missingCode, empty }) => answered + missingCode + empty > 0);
  return (
    <section aria-labelledby={titleId} className="quality-brief">
      <h2 id={titleId}>{isOnlyOne ? "Registreringsläget" : `Läget i ${unit.name}`}</h2>
      <p>{completenessInWords(variables)}</p>
      {phases.length > 0 && (
        <>
          <dl>
            {phases.map(({ phase, ...counts }) => (
              <div key={phase}>
                <dt>{phaseNames[phase]}</dt>
                <dd>
                  <Strip {...counts} />
                  <span className="figures-aligned">
                    {answeredShare(counts)} <span className="soft">svar finns</span>
                  </span>
                  {counts.missingCode > 0 && (
                    <span className="soft figures-aligned quality-of-which">
                      varav {wholeNumber(counts.missingCode)} vet ej eller uppgift saknas
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <StripKey />
        </>
      )}
      {waiting.length > 0 && (
        <ul className="quality-waiting">
          {waiting.map(({ sentence, list }) => (
            <li key={list}>
              <Link to={`${whole}#${list}`}>{sentence}</Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link className="quality-whole" to={whole}>
          Hela läget
        </Link>
      </p>
    </section>
  );
}

type Counts = Pick<UnitQuality["variables"][number], "answered" | "missingCode" | "empty">;

function sumOf(variables: readonly Counts[]): Counts {
  const sum = { answered: 0, missingCode: 0, empty: 0 };
  for (const { answered, missingCode, empty } of variables) {
    sum.answered += answered;
    sum.missingCode += missingCode;
    sum.empty += empty;
  }
  return sum;
}

/** «38 av 44»: what somebody chose on purpose is there too. */
function answeredShare({ answered, missingCode, empty }: Counts): string {
  const present = answered + missingCode;
  return `${wholeNumber(present)} av ${wholeNumber(present + empty)}`;
}
