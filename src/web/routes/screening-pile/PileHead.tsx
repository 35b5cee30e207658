import type { IsoDate } from "#kernel";
import type { CampaignView } from "#server";
import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";
import { openDayOptions } from "../screening-tally/open-days.ts";
import type { KeyedPile } from "./check-keyed-pile.ts";

type Props = {
  readonly units: CampaignView["units"];
  readonly openDays: NonNullable<CampaignView["openDays"]>;
  readonly today: IsoDate;
  readonly pile: KeyedPile;
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (change: Partial<KeyedPile>) => void;
};

/** What stands on the pile's cover sheet. */
export function PileHead({ units, openDays, today, pile, problemAt, onChange }: Props) {
  const { unit, day, number, forms } = pile;
  return (
    <div className="pile-head">
      {units.length > 1 && (
        <Select
          label="Enhet"
          unchosen="Välj enhet"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={unit}
          onChange={(chosen) => onChange({ unit: chosen })}
          problem={problemAt("unit")}
        />
      )}
      <Select
        label="Dag på blanketterna"
        unchosen="Välj dag"
        options={openDayOptions(openDays, today)}
        value={day}
        onChange={(chosen) => onChange({ day: chosen as IsoDate })}
        hint="Från flera dagar: den första."
        problem={problemAt("day")}
      />
      <Field
        label="Högens nummer"
        value={number}
        onChange={(text) => onChange({ number: text })}
        hint="Som på försättsbladet, till exempel 7."
        maxLength={40}
        problem={problemAt("number")}
      />
      <Field
        label="Antal blanketter i högen"
        value={forms}
        onChange={(text) => onChange({ forms: text })}
        hint="Räkna dem först."
        inputMode="numeric"
        maxLength={7}
        problem={problemAt("forms")}
      />
    </div>
  );
}
