import { useState } from "react";
import { capitalised, swedishDay, wholeNumber } from "#kernel";
import type { ParticipantView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { shortDay } from "../../words/calendar.ts";
import { ParticipantDialog } from "./ParticipantDialog.tsx";
import { useRound } from "./round-context.ts";
import { countedIn, stateWords } from "./round-words.ts";
import { StateMark } from "./StateMark.tsx";
import "../../ui/records.css";

/** A line for each, by name. The number of cases is told beside what the units say that they had. */
export function BoardTable({
  participants,
}: {
  readonly participants: readonly ParticipantView[];
}) {
  const { view } = useRound();
  const counted = capitalised(countedIn(view));
  const [opened, setOpened] = useState<string>();
  const chosen = participants.find(({ code }) => code === opened);
  return (
    <>
      <table className="records board-table">
        <caption className="aloud">Deltagare och hur långt de har kommit</caption>
        <thead>
          <tr>
            <th scope="col">Deltagare</th>
            <th scope="col">Läge</th>
            <th scope="col">{counted}</th>
            <th scope="col">Påmind</th>
            <td className="not-printed" />
          </tr>
        </thead>
        <tbody>
          {participants.map((each) => (
            <tr key={each.code} className={each.state === "left" ? "has-left" : undefined}>
              <th scope="row">
                {each.name} <span className="soft">{each.code}</span>
              </th>
              <td>
                <span className="board-state">
                  <StateMark state={each.state} />
                  {stateWords[each.state]}
                </span>
              </td>
              <td>
                {each.cases !== null && <span className="only-narrow">{counted}: </span>}
                {coverageInWords(each)}
              </td>
              <td className="soft">
                {each.remindedAt && (
                  <>
                    <span className="only-narrow">Påmind </span>
                    {shortDay(swedishDay(each.remindedAt))}
                  </>
                )}
              </td>
              <td className="not-printed">
                <QuietButton
                  onPress={() => setOpened(each.code)}
                  label={`${keyWords(each)} för ${each.name}`}
                >
                  {keyWords(each)}
                </QuietButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <ParticipantDialog participant={chosen} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function keyWords({ keys, state }: ParticipantView): string {
  return keys.length === 0 && state !== "left" ? "Registrera nyckel" : "Nyckel";
}

function coverageInWords({ cases, statedCases }: ParticipantView): string {
  if (cases === null) return "";
  if (statedCases === null) return `${wholeNumber(cases)}, okänd täckning`;
  return `${wholeNumber(cases)} av ${wholeNumber(statedCases)}`;
}
