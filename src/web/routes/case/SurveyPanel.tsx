import { useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import type { SurveyInvitationReceipt } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { refusedAt, useOpenCase } from "./case-context.ts";
import { RefusedAnswer } from "./RefusedAnswer.tsx";
import { SurveyForm } from "./SurveyForm.tsx";
import { takeBack } from "./survey/invite.ts";
import { ShownInvitation } from "./survey/ShownInvitation.tsx";
import { SurveyStanding } from "./survey/SurveyStanding.tsx";
import { useWaitingSurvey } from "./survey/use-waiting-survey.ts";
import { WaitingNote } from "./survey/WaitingNote.tsx";
import { WhyUnanswered } from "./survey/WhyUnanswered.tsx";
import "./survey/survey.css";

type Doing = "offering" | "explaining";

/** How the client was asked, and whether she has answered. What she answered is never shown here. */
export function SurveyPanel() {
  const openCase = useOpenCase();
  const { view, mayWrite } = openCase;
  const { survey } = view;
  const refused = refusedAt(openCase, "survey");
  const { revalidate } = useRevalidator();
  const { waiting, lookAgain } = useWaitingSurvey(view.code, survey.kind === "offered");
  const [doing, setDoing] = useState<Doing>();
  const [receipt, setReceipt] = useState<SurveyInvitationReceipt>();
  const [problem, setProblem] = useState<string>();

  async function showInvitation(invited: SurveyInvitationReceipt): Promise<void> {
    setReceipt(invited);
    setDoing(undefined);
    // The case says now that she was offered it.
    await Promise.all([revalidate(), lookAgain()]);
  }

  async function endInvitation(): Promise<void> {
    const reply = await takeBack(view.code);
    if (reply.kind !== "ok") return setProblem(sentencesOf(reply).join(" "));
    setProblem(undefined);
    setReceipt(undefined);
    await lookAgain();
  }

  function content() {
    if (survey.kind === "answered") return <SurveyStanding />;
    if (receipt) {
      return (
        <ShownInvitation
          receipt={receipt}
          waiting={waiting}
          onDone={() => setReceipt(undefined)}
          onTakeBack={() => void endInvitation()}
        />
      );
    }
    if (mayWrite && (doing === "offering" || survey.kind === "not-yet-offered")) {
      return (
        <SurveyForm
          onSaved={() => setDoing(undefined)}
          onInvited={(invited) => void showInvitation(invited)}
          onCancel={survey.kind === "not-yet-offered" ? undefined : () => setDoing(undefined)}
        />
      );
    }
    if (doing === "explaining" && survey.kind === "offered") {
      const close = () => setDoing(undefined);
      return <WhyUnanswered caseCode={view.code} survey={survey} onClose={close} />;
    }
    if (waiting) {
      const back = mayWrite ? { onTakeBack: () => void endInvitation() } : {};
      return <WaitingNote waiting={waiting} {...back} />;
    }
    return <SurveyStanding onDo={setDoing} />;
  }

  const stage = `${survey.kind} ${doing} ${receipt?.link} ${Boolean(waiting)}`;
  return (
    <div ref={useFocusAt(stage)} tabIndex={-1} className="questions survey-panel">
      {refused && <RefusedAnswer refused={refused} place="survey" />}
      {content()}
      <FieldProblem id="enkat-tillbaka-fel" sentence={problem} />
    </div>
  );
}

/**
 * Where the work begins when the panel is opened, and again when what had focus has given way to
 * something else; never away from where somebody is.
 */
function useFocusAt(stage: string) {
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current === stage) return;
    const { activeElement } = document;
    const isFree = activeElement === document.body || panel.current?.contains(activeElement);
    const isFirst = before.current === undefined;
    before.current = stage;
    if (!isFirst && !isFree) return;
    const control = panel.current?.querySelector<HTMLElement>("form input");
    (control ?? panel.current)?.focus();
  }, [stage]);
  return panel;
}
