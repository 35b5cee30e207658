import type { Codebook, RepeatGroup } from "#codebook";
import { listed, phaseNames } from "../../words/case-words.ts";
import { conditionInWords } from "../../words/condition-words.ts";
import { isLocal } from "./is-local.ts";
import { VariableEntry } from "./VariableEntry.tsx";

type Props = { readonly group: RepeatGroup; readonly codebook: Codebook };

/** A repeat group: where its rows are added, and what each row asks. */
export function GroupEntry({ group, codebook }: Props) {
  const phases = listed(group.phases.map((phase) => phaseNames[phase]));
  return (
    <div className="group-entry">
      <h3>{group.label.sv}</h3>
      {group.definition && <p>{group.definition.sv}</p>}
      <p className="soft">
        Rader läggs till i {phases}.
        {group.condition && ` Ställs när ${conditionInWords(group.condition, codebook)}.`}
      </p>
      {group.fields.map((field) => (
        <VariableEntry
          key={field.id}
          question={field}
          codebook={codebook}
          isOwn={isLocal(group.id)}
        />
      ))}
    </div>
  );
}
