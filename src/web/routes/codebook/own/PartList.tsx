import { useState } from "react";
import type { RepeatGroup, Variable } from "#codebook";
import { Button } from "../../../ui/Button.tsx";
import { takenNames, without } from "./edit-content.ts";
import { newGroup, newVariable } from "./edit-question.ts";
import { GroupPart } from "./GroupPart.tsx";
import { useOwn } from "./own-context.ts";
import { VariablePart } from "./VariablePart.tsx";

/** The municipality's own questions and rows, each with what is said of it; new ones come last. */
export function PartList() {
  const { local, content, mayEdit } = useOwn();
  const [added, setAdded] = useState<Variable>();
  const [addedGroup, setAddedGroup] = useState<RepeatGroup>();
  const { variables, groups } = content;
  const isEmpty = variables.length + groups.length === 0 && !added && !addedGroup;
  const names = takenNames(local, content);

  return (
    <section aria-labelledby="egna" className="codebook-phase">
      <h2 id="egna">Era egna frågor</h2>
      {isEmpty && (
        <p>
          Här kommer de att stå. Fråga bara det ni kommer att använda: varje fråga tar tid i varje
          ärende.
        </p>
      )}
      {without(added, variables).map((variable) => (
        <VariablePart key={variable.id} variable={variable} />
      ))}
      {added && (
        <VariablePart key={added.id} variable={added} isNew onClose={() => setAdded(undefined)} />
      )}
      {without(addedGroup, groups).map((group) => (
        <GroupPart key={group.id} group={group} />
      ))}
      {addedGroup && (
        <GroupPart
          key={addedGroup.id}
          group={addedGroup}
          isNew
          onClose={() => setAddedGroup(undefined)}
        />
      )}
      {mayEdit && !added && !addedGroup && (
        <div className="row not-printed">
          <Button kind="secondary" onPress={() => setAdded(newVariable(local.namespace, names))}>
            Ny fråga
          </Button>
          <Button kind="secondary" onPress={() => setAddedGroup(newGroup(local.namespace, names))}>
            Ny grupp av frågor (till exempel en rad per möte)
          </Button>
        </div>
      )}
    </section>
  );
}
