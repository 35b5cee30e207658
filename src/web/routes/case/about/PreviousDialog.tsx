import { useState } from "react";
import { parseCaseCode } from "#registration";
import { Field } from "../../../ui/Field.tsx";
import { useOpenCase } from "../case-context.ts";
import { LifeDialog, type LifeDialogProps } from "./LifeDialog.tsx";

/** A person who has come back: the old code is the only thread, and it stands in the person's file. */
export function PreviousDialog(ends: LifeDialogProps) {
  const { view } = useOpenCase();
  const [text, setText] = useState(view.previousCode ?? "");
  const code = parseCaseCode(text);
  const isTakingAway = view.previousCode !== null && text.trim() === "";
  return (
    <LifeDialog
      {...ends}
      title="Tidigare ärende"
      act="Spara"
      consequence={
        code
          ? `Ärendet kopplas till ${code}. De räknas fortfarande som två ärenden.`
          : isTakingAway && "Kopplingen tas bort. Båda ärendena finns kvar."
      }
      read={() => {
        if (code || isTakingAway) return { kind: "previous", previousCode: code ?? null };
        const sentence = "Koden stämmer inte. Kontrollera den tecken för tecken i personakten.";
        return { kind: "problem", sentence };
      }}
    >
      <Field
        label="Det tidigare ärendets kod"
        hint={
          view.previousCode
            ? "Koden står i personakten. Lämna tomt för att ta bort kopplingen."
            : "Koden står i personakten."
        }
        value={text}
        onChange={setText}
        maxLength={20}
        autoFocus
      />
    </LifeDialog>
  );
}
