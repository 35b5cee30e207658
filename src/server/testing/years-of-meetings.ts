import assert from "node:assert/strict";
import { seededRandomness, unitId } from "#kernel";
import type { GivenApp, SignedIn } from "./given-app.ts";
import { givenCampaign, newReceipt, note } from "./given-campaign.ts";

/** A meeting as the test itself remembers it. */
export type Meeting = {
  readonly unit: string;
  readonly kind: number;
  readonly combination: string;
};

export type Year = {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly units: readonly { readonly unit: string; readonly kind: number }[];
  readonly meetings: readonly Meeting[];
};

export const unitsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ unit: `enhet-${at + 1}`, kind: (at % 3) + 1 }));

/** The last unit has few, and all of them told of violence. */
function drawn(seed: number, units: Year["units"], each: number): readonly Meeting[] {
  const chance = seededRandomness(seed);
  const one = (...from: readonly string[]) => from[chance.below(from.length)] ?? "";
  return units.flatMap(({ unit, kind }, at) => {
    const isLast = at === units.length - 1;
    return Array.from({ length: isLast ? 3 : each + chance.below(20) }, () => {
      const sex = one("", "", ";F07=1", ";F07=2", ";F07=1", ";F07=2", ";F07=3");
      const age = one("", ";F08=1", ";F08=2", ";F08=3", ";F08=4");
      const asked = one("F04=1;F06=3", "F04=1;F06=3", "F04=1;F06=3", "F04=1;F06=4", "yes");
      const why = one(
        "F04=2;F05=1",
        "F04=2;F05=1+4",
        "F04=2;F05=2",
        "F04=2;F05=3+5",
        "F04=2;F05=7",
      );
      const yes = `F04=1;F06=${one("1", "2", "2")};F09=${one("1", "1+2", "2+3+4", "5")}`;
      const told = isLast ? "yes" : one(asked, asked, why);
      return { unit, kind, combination: `${told === "yes" ? yes : told}${sex}${age}` };
    });
  });
}

/** Eight units the first year, and six the next. */
export const years: readonly Year[] = [
  { id: "fokus-2025", name: "Fokusmånad 2025", year: 2025, units: unitsOf(8) },
  { id: "fokus-2026", name: "Fokusmånad 2026", year: 2026, units: unitsOf(6) },
].map((year, at) => ({ ...year, meetings: drawn(at + 7, year.units, 70 + 20 * at) }));

/** Planned, and noted in the middle of the month: one meeting by the page, and all others as a pile of forms. */
export async function playYear(
  given: GivenApp,
  municipality: string,
  { id, name, year, units, meetings }: Year,
): Promise<void> {
  const person = (role: "coordinator" | "caseWorker", unit?: string) =>
    given.givenPerson({ name: role, municipality, role, ...(unit ? { unit } : {}) });
  given.clock.set(`${year}-02-20T08:00:00Z`);
  await givenCampaign(await person("coordinator"), id, [], {
    ...{ name, firstDay: `${year}-03-01`, lastDay: `${year}-03-31`, routine: null },
    units: units.map(({ unit, kind }) => ({ unit: unitId(unit), kind, expected: null })),
  });
  given.clock.set(`${year}-03-20T08:00:00Z`);
  for (const { unit } of units) {
    const worker = await person("caseWorker", unit);
    const [first, ...piled] = meetings.filter((each) => each.unit === unit);
    assert.ok(first);
    await note(worker, id, { unit, day: `${year}-03-18`, combination: first.combination });
    await enter(worker, id, piled, `${year}-03-19`);
  }
}

/** The rest as one pile of paper forms. */
async function enter(by: SignedIn, id: string, piled: readonly Meeting[], day: string) {
  const [first] = piled;
  if (!first) return;
  const counts = Map.groupBy(piled, ({ combination }) => combination);
  const lines = [...counts].map(([combination, same]) => ({ combination, count: same.length }));
  const body = {
    ...{ receipt: newReceipt(), unit: first.unit, day, number: "1" },
    ...{ forms: piled.length, lines },
  };
  const entered = await by.request(`POST /api/campaigns/${id}/piles`, body);
  assert.equal(entered.status, 200, await entered.text());
}

export type Said = { readonly [question: string]: readonly number[] };

/** `F04=1;F06=3` and the kind of its unit. */
export function saidIn({ kind, combination }: Meeting): Said {
  const parts = combination.split(";").map((part) => part.split("="));
  return {
    F03: [kind],
    ...Object.fromEntries(parts.map(([id = "", codes = ""]) => [id, codes.split("+").map(Number)])),
  };
}
