import { type AccountId, accountId, type UnitId } from "#kernel";
import { demoPlan } from "../demo-plan.ts";
import { slugOf, unitOf } from "../people.ts";
import { personName } from "./person-names.ts";
import type { Place } from "./places.ts";

/** Who registers a municipality's cases of the round, by name. */
export type Staff = {
  readonly unit: string;
  readonly workers: readonly string[];
  readonly coordinator: string;
};

const unitName = "Vuxenenheten";

/** The demo's own municipalities have theirs; in the others one or two work, and one coordinates. */
export function staffOf({ code }: { readonly code: string }): Staff {
  const known = demoPlan.municipalities.find((each) => each.code === code);
  if (known) {
    const [unit] = known.units;
    const coordinator = known.people.find(({ role }) => role === "coordinator");
    if (!unit || !coordinator) throw new Error(`${code} lacks a unit or a coordinator`);
    return { unit: unit.name, workers: unit.workers, coordinator: coordinator.name };
  }
  const number = Number(code);
  const names = [0, 1, 2].map((each) => personName(number * 3 + each));
  const [coordinator = "", ...workers] = names;
  return { unit: unitName, workers: workers.slice(0, 1 + (number % 2)), coordinator };
}

/** The same as the store knows them. */
export function staffIds(place: Pick<Place, "code">): {
  readonly unit: UnitId;
  readonly workers: readonly AccountId[];
  readonly keyedInBy: AccountId;
} {
  const { code } = place;
  const { unit, workers, coordinator } = staffOf(place);
  const idOf = (name: string) => accountId(slugOf(code, name));
  return { unit: unitOf(code, unit), workers: workers.map(idOf), keyedInBy: idOf(coordinator) };
}
