import { useNavigate } from "react-router";
import type { ExplorationView } from "#server";
import { Select, type SelectGroup, type SelectOption } from "../../ui/Select.tsx";
import { exploreAddress, type WishedQuestion } from "./explore-address.ts";

/** Native lists in one row. Each change is an address of its own, so that Back takes it back. */
export function ExploreChoices({ view }: { readonly view: ExplorationView }) {
  const navigate = useNavigate();
  const { chosen, choices, codebook } = view;
  const goTo = (wished: Partial<WishedQuestion>) =>
    void navigate(exploreAddress({ ...chosen, codebook, ...wished }), {
      preventScrollReset: true,
    });
  const division = chosen.time === null ? (chosen.by ?? "") : timePrefix + chosen.time;
  const times = choices.times.map(({ id, label }) => ({ id: timePrefix + id, label }));
  const divisions = [
    ...(times.length > 0 ? [{ label: "Över tid", choices: times }] : []),
    ...choices.divisions,
  ];
  return (
    <search className="explore-choices not-printed" id="fragan" aria-label="Frågan">
      <Select
        label="Vad?"
        options={notThere(chosen.show, choices.shows)}
        groups={choices.shows.map(groupOf)}
        value={chosen.show}
        onChange={(show) => goTo({ show })}
      />
      {(divisions.length > 0 || division !== "") && (
        <Select
          label="Uppdelat på?"
          options={[all("Inte uppdelat"), ...notThere(division, divisions)]}
          groups={divisions.map(groupOf)}
          value={division}
          onChange={(wanted) =>
            goTo(
              wanted.startsWith(timePrefix)
                ? { by: null, time: wanted.slice(timePrefix.length) }
                : { by: wanted, time: null },
            )
          }
        />
      )}
      {(choices.periods.length > 0 || chosen.period !== null) && (
        <Select
          label="Period?"
          options={[
            all("Hela tiden"),
            ...choices.periods.map(optionOf),
            ...notThere(chosen.period ?? "", [{ label: "", choices: choices.periods }]),
          ]}
          value={chosen.period ?? ""}
          onChange={(period) => goTo({ period })}
        />
      )}
      {(choices.groups.length > 0 || chosen.group !== null) && (
        <Select
          label="Grupp?"
          options={[
            all("Alla ärenden"),
            ...choices.groups.map(optionOf),
            ...notThere(chosen.group ?? "", [{ label: "", choices: choices.groups }]),
          ]}
          value={chosen.group ?? ""}
          onChange={(group) => goTo({ group })}
        />
      )}
      <Select
        label="Vilka siffror?"
        options={[]}
        groups={choices.sets.map(groupOf)}
        value={chosen.set}
        // Periods are the unit's own, and groups are those of the set.
        onChange={(set) => goTo({ set, time: null, period: null, group: null })}
      />
    </search>
  );
}

const timePrefix = "tid:";

type Groups = ExplorationView["choices"]["shows"];

/** What an old address asks for has its place in the list, so that the list says what is shown. */
function notThere(chosen: string, groups: Groups): readonly SelectOption[] {
  const isThere = groups.some(({ choices }) => choices.some(({ id }) => id === chosen));
  return isThere || chosen === "" ? [] : [{ value: chosen, label: `${chosen} (finns inte)` }];
}

function all(label: string): SelectOption {
  return { value: "", label };
}

function optionOf({ id, label }: Groups[number]["choices"][number]): SelectOption {
  return { value: id, label };
}

function groupOf({ label, choices }: Groups[number]): SelectGroup {
  return { label, options: choices.map(optionOf) };
}
