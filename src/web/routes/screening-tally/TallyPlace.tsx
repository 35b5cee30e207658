import { useState } from "react";
import type { IsoDate } from "#kernel";
import type { CampaignView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { Select } from "../../ui/Select.tsx";
import { dayLabel, openDayOptions } from "./open-days.ts";

type Props = {
  readonly units: CampaignView["units"];
  readonly openDays: NonNullable<CampaignView["openDays"]>;
  readonly today: IsoDate;
  readonly unit: string | undefined;
  readonly day: IsoDate | undefined;
  readonly onUnit: (unit: string) => void;
  readonly onDay: (day: IsoDate) => void;
  readonly onDone: () => void;
};

/** Of what is noted, the unit and the day: a line to read, and to change when it is another. */
export function TallyPlace({ units, openDays, today, unit, day, onUnit, onDay, onDone }: Props) {
  const [isOpen, setOpen] = useState(false);
  function close(): void {
    setOpen(false);
    onDone();
  }

  const isMissing = unit === undefined || day === undefined;
  const name = units.find(({ id }) => id === unit)?.name;
  if (!isOpen && !isMissing) {
    return (
      <p className="tally-place">
        <span>
          <strong>{name}</strong>, {dayLabel(day, today)}
        </span>{" "}
        <QuietButton onPress={() => setOpen(true)}>
          {units.length > 1 ? "Byt enhet eller dag" : "Byt dag"}
        </QuietButton>
      </p>
    );
  }
  return (
    <div className="stack tally-place">
      {units.length > 1 && (
        <Select
          label="Enhet"
          unchosen="Välj enhet"
          options={units.map(({ id, name: label }) => ({ value: id, label }))}
          value={unit}
          onChange={onUnit}
        />
      )}
      <Select
        label="Dag för mötet"
        unchosen="Välj dag"
        options={openDayOptions(openDays, today)}
        value={day}
        onChange={(chosen) => onDay(chosen as IsoDate)}
      />
      {isOpen && !isMissing && <QuietButton onPress={close}>Klar</QuietButton>}
    </div>
  );
}
