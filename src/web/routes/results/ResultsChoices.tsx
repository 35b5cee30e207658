import { useNavigate } from "react-router";
import type { UnitResultsView } from "#server";
import { useSession } from "../../session/session.ts";
import { Select, type SelectOption } from "../../ui/Select.tsx";
import { resultsAddress, type WishedResults, wholeMunicipality } from "./results-address.ts";

type Named = { readonly id: string; readonly name: string };

type Props = Pick<UnitResultsView, "periods" | "groups" | "chosen"> & {
  /** Whose exact figures the person may see. */
  readonly units: readonly Named[];
  /** `null`: the whole municipality's are shown. */
  readonly unit: Named | null;
  /** What all periods together are called; `null` where one is always chosen. */
  readonly allPeriods: string | null;
};

/** Which cases are shown. The choice stands in the address, so that Back leads back to it. */
export function ResultsChoices({ units, unit, periods, allPeriods, groups, chosen }: Props) {
  const navigate = useNavigate();
  const { municipality } = useSession();
  const shown: WishedResults = {
    unit: unit?.id ?? wholeMunicipality,
    time: chosen.period,
    group: chosen.group,
  };
  const goTo = (wished: Partial<WishedResults>) =>
    void navigate(resultsAddress({ ...shown, ...wished }));

  const whole = { value: wholeMunicipality, label: "Hela kommunen, skyddat" };
  const places = [...units.map(({ id, name }) => ({ value: id, label: name })), whole];
  const times = [
    ...(allPeriods === null ? [] : [{ value: "", label: allPeriods }]),
    ...periods.map(({ id, label }) => ({ value: id, label })),
  ];
  const among = [
    { value: "", label: "Alla ärenden" },
    ...groups.map(({ id, label }) => ({ value: id, label: label.sv })),
  ];
  const told = [
    unit?.name ?? municipality.name,
    labelOf(times, chosen.period),
    labelOf(among, chosen.group),
  ];
  return (
    <div className={`results-choices not-printed${allPeriods === null ? " of-half-years" : ""}`}>
      <Select
        label={allPeriods === null ? "Halvår" : "Period"}
        options={times}
        value={chosen.period ?? ""}
        onChange={(time) => goTo({ time: time || null })}
      />
      {units.length > 0 && (
        <Select
          label="Enhet"
          options={places}
          value={shown.unit ?? ""}
          // A unit's periods and groups are not the municipality's.
          onChange={(wanted) => goTo({ unit: wanted, time: null, group: null })}
        />
      )}
      {groups.length > 0 && (
        <Select
          label="Grupp"
          options={among}
          value={chosen.group ?? ""}
          onChange={(group) => goTo({ group: group || null })}
        />
      )}
      <p role="status" className="aloud">
        Visar {told.join(", ")}
      </p>
    </div>
  );
}

function labelOf(options: readonly SelectOption[], chosen: string | null): string {
  return options.find(({ value }) => value === (chosen ?? ""))?.label ?? "";
}
