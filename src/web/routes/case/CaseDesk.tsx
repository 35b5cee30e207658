import { useState } from "react";
import { useSearchParams } from "react-router";
import { type PhaseId, phaseIds } from "#codebook";
import { Page } from "../../shell/Page.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { BackToCheck } from "../deliver/BackToCheck.tsx";
import { SessionBar } from "../registration-session/SessionBar.tsx";
import { sessionIn } from "../registration-session/session-place.ts";
import { firstLeft, whatIsLeft } from "../registration-session/what-is-left.ts";
import { About } from "./about/About.tsx";
import { BottomBar } from "./BottomBar.tsx";
import { isPhaseOpen, useOpenCase } from "./case-context.ts";
import { caseHelp } from "./case-help.ts";
import { History } from "./History.tsx";
import { LookAlikeHint } from "./LookAlikeHint.tsx";
import { NewCode } from "./NewCode.tsx";
import { PhaseList } from "./PhaseList.tsx";
import { PhasePanel } from "./PhasePanel.tsx";
import { PrintedCase } from "./PrintedCase.tsx";
import { placeInAddress, tabInAddress } from "./place-in-address.ts";
import { RefusedAnswers } from "./RefusedAnswers.tsx";
import { RightCase } from "./RightCase.tsx";
import { Standing } from "./Standing.tsx";
import { Timeline } from "./Timeline.tsx";
import { TypedProblemsContext } from "./typed-problems.ts";

type Place = {
  readonly phase: PhaseId;
  readonly stepId?: string;
  /** The phase whose completion led here. */
  readonly completed?: PhaseId;
};

/** The case: phases, the questions of one of them, and its story behind tabs. */
export function CaseDesk() {
  const openCase = useOpenCase();
  const { view, codebook } = openCase;
  const [search] = useSearchParams();
  const [place, setPlace] = useState<Place>(
    () =>
      placeInAddress(search, codebook) ??
      // Together the work is what is missing; elsewhere it goes on where the phase does.
      (sessionIn(search) ? firstLeft(whatIsLeft(openCase)) : undefined) ?? {
        phase: firstOpen(view.completed),
      },
  );
  const [tabAtFirst] = useState(() => tabInAddress(search));
  const [tab, setTab] = useState<string>(tabAtFirst);
  const [typedProblems, setTypedProblems] = useState(0);
  const asksQuestions =
    tab === "fragor" && place.phase !== "client" && isPhaseOpen(openCase, place.phase);

  const questions = (
    <TypedProblemsContext value={setTypedProblems}>
      <div className="desk">
        <PhaseList current={place.phase} onChoose={(phase) => setPlace({ phase })} />
        <PhasePanel
          key={`${place.phase} ${place.stepId}`}
          phase={place.phase}
          startAt={place.stepId}
          justCompleted={place.completed}
          onCompleted={(completed) =>
            setPlace({ phase: firstOpen({ ...view.completed, [completed]: true }), completed })
          }
          onGoTo={(phase, stepId) => setPlace(stepId ? { phase, stepId } : { phase })}
        />
      </div>
      <PrintedCase />
    </TypedProblemsContext>
  );

  return (
    <Page
      title={`Ärende ${view.code}`}
      windowTitle="Ärende"
      lead={<RightCase />}
      help={caseHelp}
      placesFocus={tabAtFirst === "fragor"}
    >
      <SessionBar />
      <BackToCheck />
      <Standing />
      <NewCode />
      <LookAlikeHint />
      <RefusedAnswers />
      <Tabs
        label="Delar av ärendet"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: "fragor", name: "Frågor", content: questions },
          { id: "tidslinje", name: "Tidslinje", content: <Timeline /> },
          { id: "historik", name: "Historik", content: <History /> },
          { id: "om", name: "Om ärendet", content: <About /> },
        ]}
      />
      <BottomBar asksQuestions={asksQuestions} holdsTypedProblem={typedProblems > 0} />
    </Page>
  );
}

/** Where the work goes on; in a finished case the client's voice, which comes last. */
function firstOpen(completed: { readonly [phase in PhaseId]?: unknown }): PhaseId {
  return phaseIds.find((phase) => !completed[phase]) ?? "client";
}
