import { useState } from "react";
import type { CaseCircle } from "#server";
import { Select } from "../../../ui/Select.tsx";
import { consequences } from "../../../words/case-life-words.ts";
import { useOpenCase } from "../case-context.ts";
import { otherUnits } from "./circle.ts";
import { LifeDialog, type LifeDialogProps, ReasonField, reasonProblem } from "./LifeDialog.tsx";

type Props = LifeDialogProps & { readonly circle: CaseCircle };

/** The case goes on in another unit, with its history. */
export function TransferDialog({ circle, ...ends }: Props) {
  const { view } = useOpenCase();
  const [unit, setUnit] = useState<string>();
  const [reason, setReason] = useState("");
  const units = otherUnits(circle);
  const chosen = units.find(({ id }) => id === unit);
  return (
    <LifeDialog
      {...ends}
      title="Flytta till en annan enhet"
      act="Flytta ärendet"
      consequence={consequences.transfer(chosen?.name, view.assignee)}
      read={() => {
        if (!unit)
          return { kind: "problem", sentence: "Välj vilken enhet ärendet ska flyttas till." };
        return reasonProblem(reason) ?? { kind: "transfer", unit, reason: reason.trim() };
      }}
    >
      <Select
        label="Till vilken enhet?"
        unchosen="Välj"
        autoFocus
        value={unit}
        onChange={setUnit}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ReasonField reason={reason} onChange={setReason} />
    </LifeDialog>
  );
}
