import { swedishDay, systemClock } from "#kernel";
import { dayNear } from "../../words/calendar.ts";
import { surveyModeNames } from "../../words/case-words.ts";
import type { WaitingCase } from "./find-waiting.ts";

type Props = {
  readonly caseCode: string | undefined;
  readonly waiting: readonly WaitingCase[];
  /** Whether all that waits is known. */
  readonly isKnown: boolean;
};

/** The whole code, said back before anything is answered: five characters were perhaps typed. */
export function CodeMatch({ caseCode, waiting, isKnown }: Props) {
  const found = waiting.find((each) => each.caseCode === caseCode);
  const today = swedishDay(systemClock.now());
  return (
    <p className="echo code-match" aria-live="polite">
      {caseCode && found && (
        <>
          <span className="case-code">{caseCode}</span>, erbjuden {dayNear(found.offeredOn, today)}{" "}
          {surveyModeNames[found.mode]}. Är det här rätt?
        </>
      )}
      {caseCode && !found && isKnown && (
        <>
          <span className="case-code">{caseCode}</span> står inte bland dem som väntar. Är det här
          rätt?
        </>
      )}
    </p>
  );
}
