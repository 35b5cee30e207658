import { useEffect, useRef, useState } from "react";
import { type AnswerSheet, addressKey, type PhaseId, type Question, questionsOf } from "#codebook";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { valueInWords } from "../../words/answer-words.ts";
import { refusedAt, useOpenCase } from "./case-context.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { RefusedAnswer } from "./RefusedAnswer.tsx";
import { rowTitle } from "./steps.ts";

/** What was answered. Opening it again asks for a reason. */
export function FinishedPhase({ phase }: { readonly phase: PhaseId }) {
  const openCase = useOpenCase();
  const { view, codebook, sheet, mayWrite } = openCase;
  const [isAsking, setAsking] = useState(false);
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);

  const isClosed = view.state === "closed";
  const isCompleted = view.completed[phase] !== undefined;
  const place = isClosed ? "case" : `phase:${phase}`;
  const refused = refusedAt(openCase, place);
  const what = isClosed ? "Öppna ärendet igen" : "Öppna fasen igen";

  function reopen(reason: string): void {
    setAsking(false);
    saving.change(
      view.code,
      isClosed ? { kind: "reopen-case", reason } : { kind: "reopen-phase", phase, reason },
    );
  }

  return (
    <div className="finished" ref={start} tabIndex={-1}>
      {questionsOf(codebook, sheet, phase).map((asked) =>
        asked.kind === "question" ? (
          <Answered key={asked.variable.id} question={asked.variable} answers={sheet.answers} />
        ) : (
          asked.rows.map(({ item, fields }, index) => (
            <fieldset key={item.id} className="row-card">
              <legend>{rowTitle(asked.group.label.sv, index)}</legend>
              {fields.map((field) => (
                <Answered
                  key={addressKey({ variable: field.id, item: item.id })}
                  question={field}
                  answers={item.answers}
                />
              ))}
            </fieldset>
          ))
        ),
      )}
      {refused && <RefusedAnswer refused={refused} place={place} />}
      {mayWrite && (isCompleted || isClosed) && (
        <Button kind="secondary" onPress={() => setAsking(true)}>
          {what}
        </Button>
      )}
      {isAsking && <ReasonDialog title={what} onClose={() => setAsking(false)} onReason={reopen} />}
    </div>
  );
}

function Answered({
  question,
  answers,
}: {
  readonly question: Question;
  readonly answers: AnswerSheet["answers"];
}) {
  const value = answers[question.id];
  return (
    <dl className="answered">
      <dt>{(question.prompt ?? question.label).sv}</dt>
      <dd>{value ? valueInWords(question, value) : <span className="soft">Inget svar</span>}</dd>
    </dl>
  );
}
