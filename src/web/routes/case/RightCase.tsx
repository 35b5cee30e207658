import { useState } from "react";
import { systemClock } from "#kernel";
import { saving } from "../../saving/use-saving.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords, momentInWords, monthInWords } from "../../words/calendar.ts";
import { CorrectStart } from "./CorrectStart.tsx";
import { useOpenCase } from "./case-context.ts";

/** «Är det här rätt ärende?»: the answer must not land in the wrong woman's case. */
export function RightCase() {
  const { view, sheet, codebook, mayWrite } = useOpenCase();
  const [isCorrecting, setCorrecting] = useState(false);
  const birthYear = codebook.variables.find(({ ageBandCuts }) => ageBandCuts);
  const born = birthYear && sheet.answers[birthYear.id];
  const mayCorrect = mayWrite && view.state === "open";
  return (
    <>
      <div className="right-case not-to-be-spread">
        <span className="soft">Är det här rätt ärende?</span>
        <span>
          Började <strong>{monthInWords(view.startedOn)}</strong>
        </span>
        <span>
          född <strong>{born?.kind === "number" ? born.number : "–"}</strong>
        </span>
        <span>senast ändrat {momentInWords(view.savedAt, systemClock.now())}</span>
        {view.closedOn && <span>avslutat {dayInWords(view.closedOn)}</span>}
        {!view.mine && <span className="mark">{view.assignee ?? "ingen handläggare"}</span>}
        {mayCorrect && (
          <QuietButton onPress={() => setCorrecting(true)}>Rätta startdatum</QuietButton>
        )}
      </div>
      {isCorrecting && (
        <CorrectStart
          onClose={() => setCorrecting(false)}
          onCorrect={(startedOn) => saving.change(view.code, { kind: "correct-start", startedOn })}
        />
      )}
    </>
  );
}
