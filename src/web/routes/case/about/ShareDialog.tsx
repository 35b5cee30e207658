import { useState } from "react";
import type { AccountId } from "#kernel";
import type { CaseCircle } from "#server";
import { Select } from "../../../ui/Select.tsx";
import { consequences } from "../../../words/case-life-words.ts";
import { useOpenCase } from "../case-context.ts";
import { otherUnits, workersIn } from "./circle.ts";
import { LifeDialog, type LifeDialogProps } from "./LifeDialog.tsx";

type Props = LifeDialogProps & { readonly circle: CaseCircle };

/** An authority's case with its provider, or the reverse: one case, two units, counted once. */
export function ShareDialog({ circle, ...ends }: Props) {
  const { view } = useOpenCase();
  const [unit, setUnit] = useState(view.sharedWith?.unit.id);
  const [assignee, setAssignee] = useState<string>(circle.shareAssignee ?? "");
  const units = otherUnits(circle);
  const chosen = units.find(({ id }) => id === unit);
  return (
    <LifeDialog
      {...ends}
      title={view.sharedWith ? "Ändra delningen" : "Dela med en annan enhet"}
      act={view.sharedWith ? "Spara" : "Dela ärendet"}
      consequence={consequences.share(chosen?.name, view.unit.name)}
      read={() =>
        unit
          ? { kind: "share", share: { unit, assignee: (assignee || null) as AccountId | null } }
          : { kind: "problem", sentence: "Välj vilken enhet ärendet ska delas med." }
      }
    >
      <Select
        label="Vilken enhet?"
        unchosen="Välj"
        autoFocus
        value={unit}
        onChange={(id) => {
          setUnit(id);
          setAssignee("");
        }}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {chosen && (
        <Select
          label="Vem har ärendet där?"
          value={assignee}
          onChange={setAssignee}
          options={[
            { value: "", label: "Ingen än: enheten bestämmer själv" },
            ...workersIn(chosen).map(({ account, name }) => ({ value: account, label: name })),
          ]}
        />
      )}
    </LifeDialog>
  );
}

export function UnshareDialog(ends: LifeDialogProps) {
  const { view } = useOpenCase();
  return (
    <LifeDialog
      {...ends}
      title="Sluta dela ärendet"
      act="Sluta dela"
      consequence={view.sharedWith && consequences.unshare(view.sharedWith.unit.name)}
      read={() => ({ kind: "share", share: null })}
    />
  );
}
