import { useState } from "react";
import type { AccountId } from "#kernel";
import type { CaseCircle } from "#server";
import { Select } from "../../../ui/Select.tsx";
import { consequences } from "../../../words/case-life-words.ts";
import { useOpenCase } from "../case-context.ts";
import { ownerOf, workersIn } from "./circle.ts";
import { LifeDialog, type LifeDialogProps } from "./LifeDialog.tsx";

type Props = LifeDialogProps & { readonly circle: CaseCircle };

const nobody = "ingen";

/** To another case worker of the unit, or to nobody for the time being. */
export function AssignDialog({ circle, ...ends }: Props) {
  const { view } = useOpenCase();
  const [chosen, setChosen] = useState<string>();
  const people = workersIn(ownerOf(circle)).filter(({ account }) => account !== circle.assignee);
  const name = people.find(({ account }) => account === chosen)?.name;
  return (
    <LifeDialog
      {...ends}
      title={view.assignee ? "Lämna över ärendet" : "Välj handläggare"}
      act={view.assignee ? "Lämna över" : "Spara"}
      consequence={consequences.assign(chosen === nobody ? null : name, view.assignee)}
      read={() =>
        chosen
          ? { kind: "assign", assignee: chosen === nobody ? null : (chosen as AccountId) }
          : { kind: "problem", sentence: "Välj vem som ska ha ärendet." }
      }
    >
      <Select
        label="Vem ska ha ärendet?"
        unchosen="Välj"
        autoFocus
        value={chosen}
        onChange={setChosen}
        options={[
          ...people.map((person) => ({ value: person.account, label: person.name })),
          ...(view.assignee ? [{ value: nobody, label: "Ingen: utan handläggare" }] : []),
        ]}
      />
    </LifeDialog>
  );
}
