import { flushSync } from "react-dom";
import { useRevalidator } from "react-router";
import { type RefusedEntry, refusedIn } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useOpenCase } from "./case-context.ts";
import { focusStep } from "./focus-step.ts";
import { questionStepId } from "./steps.ts";

type Props = { readonly refused: RefusedEntry; readonly place: string };

/** The server could not save it: what was typed stays, with the reason, until the person has read. */
export function RefusedAnswer({ refused, place }: Props) {
  const { view, queue } = useOpenCase();
  const revalidator = useRevalidator();

  // All of them stand together at the top of the case.
  if (refusedIn(queue, view.code).length > 1) {
    return <p className="field-problem">Sparades inte. Se överst i ärendet.</p>;
  }

  function showSaved(): void {
    // The button that was pressed disappears with what was refused: focus stays at the question.
    flushSync(() => saving.readProblem({ caseCode: view.code, place }));
    const { change } = refused.entry;
    if (change.kind === "answer") focusStep(questionStepId(change.address));
    // What made it impossible was most often done by somebody else, and is not seen here yet.
    void revalidator.revalidate();
  }

  return (
    <Notice isUrgent title="Det sparades inte.">
      {refused.problems.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <QuietButton onPress={showSaved}>Visa det som är sparat</QuietButton>
    </Notice>
  );
}
