import { useState } from "react";
import { inSwedishOrder } from "#kernel";
import type { CaseCircle } from "#server";
import { useSession } from "../../../session/session.ts";
import { Select } from "../../../ui/Select.tsx";
import { consequences } from "../../../words/case-life-words.ts";
import { useOpenCase } from "../case-context.ts";
import { LifeDialog, type LifeDialogProps } from "./LifeDialog.tsx";

type Props = LifeDialogProps & { readonly circle: CaseCircle };

/** Whose inhabitant the client is, where a reception serves more than one municipality. */
export function ServedDialog({ circle, ...ends }: Props) {
  const { view } = useOpenCase();
  const { municipality } = useSession();
  const now = view.servedMunicipality?.code ?? municipality.code;
  const [chosen, setChosen] = useState(now);
  return (
    <LifeDialog
      {...ends}
      title="Personens kommun"
      act="Spara"
      consequence={consequences.serve}
      read={() =>
        chosen === now
          ? { kind: "problem", sentence: "Välj en annan kommun än den som står." }
          : { kind: "serve", servedMunicipality: chosen }
      }
    >
      <Select
        label="Personen kommer från"
        autoFocus
        value={chosen}
        onChange={setChosen}
        options={inSwedishOrder(circle.municipalities).map(({ code, name }) => ({
          value: code,
          label: name,
        }))}
      />
    </LifeDialog>
  );
}
