import { useState } from "react";
import type { Question } from "#codebook";
import type { LocalCodebook } from "#server";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { VariableEntry } from "../VariableEntry.tsx";
import { Comments } from "./Comments.tsx";
import { pointerOf, sentencesAt } from "./edit-content.ts";
import { useOwn } from "./own-context.ts";
import { PartActions } from "./PartActions.tsx";
import { QuestionEditor } from "./QuestionEditor.tsx";
import { Sentences } from "./Sentences.tsx";

type Props<Asked extends Question> = {
  readonly question: Asked;
  /** The repeat group that it is a field of. */
  readonly group?: string;
  readonly isNew?: boolean;
  readonly onSave: (question: Asked) => Promise<LocalCodebook | undefined>;
  readonly onRemove: () => Promise<LocalCodebook | undefined>;
  readonly onClose?: () => void;
};

/** One own question: read, commented, edited in its place. */
export function QuestionPart<Asked extends Question>(props: Props<Asked>) {
  const { question, group, isNew = false, onSave, onRemove, onClose } = props;
  const { local, content, world, tellSaved } = useOwn();
  const [isOpen, setOpen] = useState(isNew);
  const name = group === undefined ? question.id : `${group}.${question.id}`;
  const pointer = pointerOf(content, group, question);
  const problems = local.draft?.problems ?? [];

  function close(): void {
    setOpen(false);
    onClose?.();
  }

  /** Stays open where the linter has something to say of it, so that it stands at its field. */
  async function save(changed: Asked): Promise<void> {
    const saved = await onSave(changed);
    if (!saved?.draft) return;
    const at = pointerOf(saved.draft.content, group, changed);
    if (sentencesAt(saved.draft.problems, at).length > 0) return;
    tellSaved(name);
    close();
  }

  if (isOpen) {
    return (
      <QuestionEditor
        question={question}
        name={name}
        pointer={pointer}
        isField={group !== undefined}
        onSave={save}
        onClose={close}
      />
    );
  }
  return (
    <div className="own-part">
      <VariableEntry question={question} codebook={world} isOwn />
      <Sentences sentences={sentencesAt(problems, pointer)} />
      <Comments variable={name} about={question.label.sv} />
      <PartActions name={name}>
        <QuietButton onPress={() => setOpen(true)} label={`Ändra ${question.label.sv}`}>
          Ändra
        </QuietButton>
        <QuietButton onPress={() => void onRemove()} label={`Ta bort ${question.label.sv}`}>
          Ta bort
        </QuietButton>
      </PartActions>
    </div>
  );
}
