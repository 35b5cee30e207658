import { useNavigate } from "react-router";
import type { NationRegion } from "#server";
import { Select } from "../../ui/Select.tsx";
import { placeAddress, placeGroups } from "./place-groups.ts";

type Props = {
  readonly regions: readonly NationRegion[];
  readonly shown: NationRegion | null;
};

/** What the page shows: the nation, an area or a municipality, by name and never by size. */
export function PlaceChoice({ regions, shown }: Props) {
  const navigate = useNavigate();
  return (
    <div className="nation-choice not-printed">
      <Select
        label="Visa"
        options={[{ value: "", label: "Riket" }]}
        groups={placeGroups(regions)}
        value={shown?.id ?? ""}
        onChange={(wished) => void navigate(placeAddress(wished))}
      />
      <p role="status" className="aloud">
        Visar {shown?.name ?? "riket"}
      </p>
    </div>
  );
}
