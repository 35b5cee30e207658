import { flushSync } from "react-dom";
import type { AnswerValue, Question } from "#codebook";
import { swedishTime } from "#kernel";
import type { Conflict } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { valueInWords } from "../../words/answer-words.ts";
import { firstName, genitive } from "../../words/counting.ts";
import { useOpenCase } from "./case-context.ts";
import { focusStep } from "./focus-step.ts";
import { questionStepId } from "./steps.ts";

type Props = {
  readonly conflict: Conflict;
  readonly question: Question;
  readonly place: string;
};

/** Two people answered the same question. Both answers stand here until one is chosen. */
export function ConflictChoice({ conflict, question, place }: Props) {
  const { view } = useOpenCase();
  const { by, at, theirs, entry } = conflict;
  const colleague = firstName(by);
  const when = at ? ` ${swedishTime(at)}` : "";

  function settle(keep: "mine" | "theirs"): void {
    // The button that was pressed disappears: focus stays at the question, on the answer that holds.
    flushSync(() => saving.settleConflict({ caseCode: view.code, place }, keep));
    focusStep(questionStepId(entry.change.address));
  }

  return (
    <Notice isUrgent title={`${by} svarade på samma fråga${when}, medan du svarade.`}>
      <dl className="two-answers">
        <dt>Ditt svar</dt>
        <dd>{inWords(question, entry.change.value)}</dd>
        <dt>{genitive(colleague)} svar</dt>
        <dd>{inWords(question, theirs)}</dd>
      </dl>
      <div className="row">
        <Button onPress={() => settle("mine")}>Behåll mitt svar</Button>
        <Button kind="secondary" onPress={() => settle("theirs")}>
          Ta {genitive(colleague)} svar
        </Button>
      </div>
    </Notice>
  );
}

function inWords(question: Question, value: AnswerValue | null): string {
  return value === null ? "Inget svar" : valueInWords(question, value);
}
