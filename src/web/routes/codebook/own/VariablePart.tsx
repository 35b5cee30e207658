import type { Variable } from "#codebook";
import { withoutPart, withVariable } from "./edit-content.ts";
import { useOwn } from "./own-context.ts";
import { QuestionPart } from "./QuestionPart.tsx";

type Props = {
  readonly variable: Variable;
  readonly isNew?: boolean;
  readonly onClose?: () => void;
};

/** A question of the case. */
export function VariablePart({ variable, isNew = false, onClose }: Props) {
  const { content, save } = useOwn();
  return (
    <QuestionPart
      question={variable}
      isNew={isNew}
      {...(onClose ? { onClose } : {})}
      onSave={(changed) => save(withVariable(content, changed))}
      onRemove={() => save(withoutPart(content, variable.id))}
    />
  );
}
