import { accountId, municipalityCode, type UnitId, unitId } from "#kernel";
import { authoriseCase, type Verdict } from "./authorise.ts";
import { type PolicyLine, policy, type RouteKey } from "./policy.ts";
import type { Actor, Grant } from "./role.ts";
import { type SeenThing, seenThings } from "./seen-things.ts";

/** Where something holds: in these units, or (`"municipality"`) wherever it is in the municipality. */
export type SeenPlace = readonly UnitId[] | "municipality";

/** What somebody sees of one kind of thing, and whether she changes anything in it. */
export type Sight = {
  readonly thing: (typeof seenThings)[number]["id"];
  readonly reads: SeenPlace | null;
  readonly changes: SeenPlace | null;
};

/** A unit's cases (`null`: every unit's): the own ones, and those of the others there. */
export type CaseSight = {
  readonly unit: UnitId | null;
  readonly own: CaseVerdicts;
  readonly others: CaseVerdicts;
};
export type CaseVerdicts = { readonly [Act in keyof typeof caseActs]: Verdict };

/** What stands for reading a case, for answering in it, and for deciding whose it is. */
const caseActs = {
  reads: "GET /api/cases/:code",
  answers: "PUT /api/cases/:code/answers/:variable",
  manages: "PUT /api/cases/:code/assignee",
} as const satisfies { readonly [act: string]: RouteKey };

/**
 * What an account may see, worked out from the policy table that the routes themselves ask: nothing here
 * says of any role what it may. Things that she has nothing to do with are in the list, with `null`.
 */
export function whatIsSeen(grants: readonly Grant[]): readonly Sight[] {
  return seenThings.map((thing) => {
    const routes = routesOf(thing);
    return {
      thing: thing.id,
      reads: placeOf(thing, routes.filter(isRead), grants),
      changes: placeOf(
        thing,
        routes.filter((route) => !isRead(route)),
        grants,
      ),
    };
  });
}

/** For each unit that she has any business with cases in (`null`: all), by the judge of the routes. */
export function casesSeen(
  grants: readonly Grant[],
  isOpenToColleagues: (unit: UnitId) => boolean,
): readonly CaseSight[] {
  const told = [...new Set(grants.map(({ unit }) => unit))].map((unit): CaseSight => {
    const judge = (key: RouteKey, assignee: string): Verdict =>
      authoriseCase(
        policy[key],
        { ...she, grants },
        {
          unit: unit ?? unitId("any"),
          assignee: accountId(assignee),
          sharedWith: null,
          readers: null,
          hasReason: unit !== null && isOpenToColleagues(unit),
        },
      );
    const verdicts = (assignee: string): CaseVerdicts => ({
      reads: judge(caseActs.reads, assignee),
      answers: judge(caseActs.answers, assignee),
      manages: judge(caseActs.manages, assignee),
    });
    return { unit, own: verdicts("she"), others: verdicts("another") };
  });
  return told.filter(({ own, others }) => own.reads !== "denied" || others.reads !== "denied");
}

const she: Omit<Actor, "grants"> = {
  municipality: municipalityCode("0000"),
  account: accountId("she"),
  name: "",
};

/** Those of the policy's routes that are about the thing; every one that asks for a role is about one. */
function routesOf({ paths }: SeenThing): readonly RouteKey[] {
  return (Object.keys(policy) as RouteKey[]).filter((route) =>
    paths.some((path) => path.test(route)),
  );
}

function isRead(route: RouteKey): boolean {
  return route.startsWith("GET ");
}

function placeOf(
  { isWithinUnits }: SeenThing,
  routes: readonly RouteKey[],
  grants: readonly Grant[],
): SeenPlace | null {
  const lines: readonly PolicyLine[] = routes.map((route) => policy[route]);
  const held = grants.filter(({ role }) => lines.some(({ roles }) => roles.includes(role)));
  if (held.length === 0) return null;
  const units = held.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const isEverywhere = units.length < held.length || !isWithinUnits;
  return isEverywhere ? "municipality" : [...new Set(units)];
}
