import { z } from "zod";
import type { DeliveryHeading } from "#delivery";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";

export type ParticipatingMunicipality = DeliveryHeading["municipality"];

/** Counties, or groups of them, whose figures are told together. */
export type Area = {
  readonly id: string;
  readonly name: string;
  /** Codes, in their order. */
  readonly municipalities: readonly string[];
};

/** Of two each could subtract itself and have the other. */
export const leastInArea = 3;

/**
 * Counties with three participants or more are areas by themselves. The others are joined, in the order of
 * their codes, into groups that have three; what is left over joins the last group, or the smallest county.
 * None at all where fewer than three take part.
 */
export function areasOf(participants: readonly ParticipatingMunicipality[]): readonly Area[] {
  const counties = [...Map.groupBy(participants, ({ county }) => county)]
    .map(([code, members]): County => ({ codes: [code], members }))
    .sort((one, other) => compare(one.codes[0] ?? "", other.codes[0] ?? ""));
  const groups: County[] = [];
  let joining: County = { codes: [], members: [] };
  for (const county of counties.filter(isTooSmall)) {
    joining = joined(joining, county);
    if (isTooSmall(joining)) continue;
    groups.push(joining);
    joining = { codes: [], members: [] };
  }
  const alone = counties.filter((county) => !isTooSmall(county));
  if (joining.members.length > 0) {
    const last = groups.pop() ?? alone.splice(placeOfSmallest(alone), 1)[0];
    if (!last) return [];
    groups.push(joined(last, joining));
  }
  return [...alone, ...groups]
    .sort((one, other) => compare(one.codes[0] ?? "", other.codes[0] ?? ""))
    .map(({ codes, members }) => ({
      id: codes.length === 1 ? `county-${codes[0]}` : `counties-${codes.join("-")}`,
      name: codes.length === 1 ? `Län ${codes[0]}` : `Länsgrupp ${listed(codes)}`,
      municipalities: members.map(({ code }) => code).sort(),
    }));
}

type County = {
  readonly codes: readonly string[];
  readonly members: readonly ParticipatingMunicipality[];
};

function isTooSmall({ members }: County): boolean {
  return members.length < leastInArea;
}

function joined(one: County, other: County): County {
  const codes = [...one.codes, ...other.codes].sort();
  return { codes, members: [...one.members, ...other.members] };
}

/** Of equally small ones the first; 0 of none. */
function placeOfSmallest(counties: readonly County[]): number {
  const sizes = counties.map(({ members }) => members.length);
  return Math.max(0, sizes.indexOf(Math.min(...sizes)));
}

/** «28 och 29», «28–31», «28, 30 och 33». */
function listed(codes: readonly string[]): string {
  const [first = "", last = ""] = [codes[0], codes.at(-1)];
  const isRun = codes.length > 2 && Number(last) - Number(first) === codes.length - 1;
  return isRun ? `${first}–${last}` : `${codes.slice(0, -1).join(", ")} och ${last}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const GivenArea = z.strictObject({
  /** Not a municipality's code, nor «nation»: regions of all levels are told apart by their ids. */
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .refine((id) => id !== "nation"),
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .refine((name) => !/[\p{Cc}\p{Cf}]/u.test(name)),
  municipalities: z.array(z.string().regex(/^\d{4}$/)).min(1),
});
const GivenAreas = z.array(GivenArea).min(1);

/**
 * Areas that somebody has decided, in their order: `[{ id, name, municipalities }]`. Refused with every
 * fault: everybody who takes part is in exactly one, nobody else is in any, and each has three.
 * @param at what the list is called, for the problems.
 */
export function givenAreas(
  input: unknown,
  participants: readonly ParticipatingMunicipality[],
  at: string,
): Outcome<readonly Area[]> {
  const read = GivenAreas.safeParse(input);
  if (!read.success) {
    return refused(
      ...read.error.issues.map(({ path }) =>
        problem("areas-unreadable", at, { where: ["$", ...path].join(".") }),
      ),
    );
  }
  const areas = read.data;
  const problems = [
    ...twice(areas).map((area) => problem("area-twice", at, { area })),
    ...faultsOfMembers(areas, participants, at),
    ...areas.flatMap(({ name, municipalities }): readonly Problem[] => {
      const found = new Set(municipalities).size;
      if (found >= leastInArea) return [];
      return [problem("protect-area-too-small", at, { area: name, found, least: leastInArea })];
    }),
  ];
  if (problems.length > 0) return refused(...problems);
  return done(
    areas.map(({ municipalities, ...area }) => ({
      ...area,
      municipalities: municipalities.toSorted(),
    })),
  );
}

function faultsOfMembers(
  areas: readonly Area[],
  participants: readonly ParticipatingMunicipality[],
  at: string,
): readonly Problem[] {
  const codes = new Set<string>(participants.map(({ code }) => code));
  const places = Map.groupBy(
    areas.flatMap(({ name, municipalities }) => municipalities.map((code) => ({ code, name }))),
    ({ code }) => code,
  );
  return [
    ...participants
      .filter(({ code }) => !places.has(code))
      .map(({ code }) => problem("protect-municipality-without-area", at, { municipality: code })),
    ...[...places].flatMap(([municipality, found]): readonly Problem[] => {
      const names = found.map(({ name }) => name);
      if (!codes.has(municipality)) {
        return [problem("area-municipality-unknown", at, { municipality, area: names[0] ?? "" })];
      }
      if (names.length === 1) return [];
      return [problem("area-municipality-twice", at, { municipality, areas: names.join(", ") })];
    }),
  ];
}

function twice(areas: readonly Area[]): readonly string[] {
  const ids = areas.map(({ id }) => id);
  const names = areas.map(({ name }) => name);
  const again = (all: readonly string[]) => all.filter((each, index) => all.indexOf(each) < index);
  return [...new Set([...again(ids), ...again(names)])];
}
