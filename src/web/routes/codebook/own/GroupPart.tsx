import { useState } from "react";
import type { Field, RepeatGroup } from "#codebook";
import { Button } from "../../../ui/Button.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { listed, phaseNames } from "../../../words/case-words.ts";
import { Comments } from "./Comments.tsx";
import {
  sentencesAt,
  takenNames,
  withGroup,
  without,
  withoutField,
  withoutPart,
  withPart,
} from "./edit-content.ts";
import { newField } from "./edit-question.ts";
import { GroupEditor } from "./GroupEditor.tsx";
import { useOwn } from "./own-context.ts";
import { PartActions } from "./PartActions.tsx";
import { QuestionPart } from "./QuestionPart.tsx";
import { Sentences } from "./Sentences.tsx";

type Props = {
  readonly group: RepeatGroup;
  readonly isNew?: boolean;
  readonly onClose?: () => void;
};

/** Rows that can be several: what they are, and the questions of each. */
export function GroupPart({ group, isNew = false, onClose }: Props) {
  const { local, content, mayEdit, save, tellSaved } = useOwn();
  const [isOpen, setOpen] = useState(isNew);
  const [added, setAdded] = useState<Field>();
  const at = content.groups.findIndex(({ id }) => id === group.id);
  const own = (local.draft?.problems ?? []).filter(
    ({ details }) => !String(details?.pointer).startsWith(`/groups/${at}/fields/`),
  );

  async function saveGroup(changed: RepeatGroup): Promise<void> {
    const saved = await save(withGroup(content, changed));
    if (!saved) return;
    tellSaved(group.id);
    setOpen(false);
    onClose?.();
  }

  if (isOpen) {
    return (
      <GroupEditor
        group={group}
        onSave={saveGroup}
        onClose={() => {
          setOpen(false);
          onClose?.();
        }}
      />
    );
  }
  const phases = listed(group.phases.map((phase) => phaseNames[phase]));
  return (
    <section className="own-part" aria-labelledby={`rader-${group.id}`}>
      <h3 id={`rader-${group.id}`}>{group.label.sv || "Rader utan namn"}</h3>
      {group.definition && <p>{group.definition.sv}</p>}
      <p className="soft">Rader läggs till i {phases}.</p>
      <Sentences sentences={sentencesAt(own, `/groups/${at}`)} />
      <Comments variable={group.id} about={group.label.sv} />
      <PartActions name={group.id}>
        <QuietButton onPress={() => setOpen(true)} label={`Ändra raderna ${group.label.sv}`}>
          Ändra
        </QuietButton>
        <QuietButton
          onPress={() => void save(withoutPart(content, group.id))}
          label={`Ta bort raderna ${group.label.sv}`}
        >
          Ta bort
        </QuietButton>
      </PartActions>
      <div className="group-entry">
        {without(added, group.fields).map((field) => (
          <QuestionPart
            key={field.id}
            question={field}
            group={group.id}
            onSave={(changed) => saveField(changed)}
            onRemove={() => save(withoutField(content, group, field.id))}
          />
        ))}
        {added && (
          <QuestionPart
            key={added.id}
            question={added}
            group={group.id}
            isNew
            onSave={(changed) => saveField(changed)}
            onRemove={() => save(content)}
            onClose={() => setAdded(undefined)}
          />
        )}
      </div>
      {mayEdit && !added && (
        <p className="not-printed">
          <Button
            kind="secondary"
            onPress={() => setAdded(newField(group.id, takenNames(local, content)))}
          >
            {`Ny fråga i ${group.label.sv.toLowerCase() || "raderna"}`}
          </Button>
        </p>
      )}
    </section>
  );

  function saveField(field: Field) {
    return save(withGroup(content, { ...group, fields: withPart(group.fields, field) }));
  }
}
