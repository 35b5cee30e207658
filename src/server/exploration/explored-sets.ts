import { createHash } from "node:crypto";
import { holdsRole, holdsRoleInUnit, policy } from "#access";
import { localGroups } from "#compilation";
import { writeSafeTable } from "#disclosure";
import { done, inSwedishOrder, type Outcome, parseHalfYear } from "#kernel";
import { halfYearIn } from "#report";
import { findFrozen } from "../frozen-release.ts";
import type { Visit } from "../http/route.ts";
import type { ToldRelease } from "../published-nation.ts";
import type { ChoiceGroup } from "../wire-of-exploration.ts";
import type { ExploredSet } from "./explored-set.ts";

type Visiting = Pick<Visit, "tx" | "actor" | "services">;

const localPrefix = "local:";
export const unitPrefix = "unit:";

/** `undefined`: there is no such set, or it is not for this person; the two are told alike. */
export async function findSet(
  visit: Visiting,
  id: string,
): Promise<Outcome<ExploredSet> | undefined> {
  if (id.startsWith(localPrefix)) return localSet(visit, id.slice(localPrefix.length));
  const told = visit.services.release?.told;
  const set = told && releaseSet(told, id);
  return set && done(set);
}

/** What a person may choose among, each by its name: whether or not anything of it may be shown. */
export async function setsFor(visit: Visiting): Promise<readonly ChoiceGroup[]> {
  const { tx, actor, services } = visit;
  const told = services.release?.told;
  const exact = policy["GET /api/units/:unit/exploration"].roles;
  const units = (await tx.units.list()).filter(({ id }) => holdsRoleInUnit(actor, exact, id));
  const frozen = mayReadLocal(visit) ? await tx.localReleases.list() : [];
  const below = (level: "area" | "municipality") =>
    (told?.regions ?? []).filter((each) => each.level === level);
  const choice = ({ id, name }: { readonly id: string; readonly name: string }) => {
    return { id, label: name };
  };
  const groups: readonly ChoiceGroup[] = [
    {
      label: "Exakta siffror",
      choices: inSwedishOrder(units).map(({ id, name }) => choice({ id: unitPrefix + id, name })),
    },
    {
      label: "Kommunens egna",
      choices: frozen.map(({ halfYear }) => ({
        id: localPrefix + halfYear,
        label: `Kommunen, ${halfYearIn(halfYear, "sv")}`,
      })),
    },
    { label: "Hela riket", choices: told ? [choice({ id: "nation", name: nation(told) })] : [] },
    { label: "Områden", choices: below("area").map(choice) },
    { label: "Kommuner i riket", choices: inSwedishOrder(below("municipality")).map(choice) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

function mayReadLocal({ actor }: Visiting): boolean {
  return holdsRole(actor, policy["GET /api/local-releases/:halfYear"].roles);
}

async function localSet(
  visit: Visiting,
  wanted: string,
): Promise<Outcome<ExploredSet> | undefined> {
  const halfYear = parseHalfYear(wanted);
  if (!halfYear || !mayReadLocal(visit)) return undefined;
  const frozen = await findFrozen(visit, halfYear);
  if (frozen?.kind !== "done") return frozen;
  const { kept, codebook, release } = frozen.value;
  const { tables, specifications } = release;
  return done({
    set: {
      id: localPrefix + halfYear,
      kind: "local",
      name: `Kommunen, ${halfYearIn(halfYear, "sv")}`,
    },
    codebook,
    tables,
    place: null,
    specifications,
    groups: localGroups(codebook).map((group) => ({ ...group, codes: [...group.codes] })),
    countedFrom: hashOf(`${halfYear} ${kept.sha256}`),
  });
}

function releaseSet(told: ToldRelease, id: string): ExploredSet | undefined {
  const { codebook, specifications, tables, regions } = told;
  const common = { codebook, countedFrom: hashOf(`${id} ${digestOf(told)}`) };
  if (id === "nation") {
    const set = { id, kind: "nation", name: nation(told) } as const;
    return { ...common, set, specifications, tables, place: null, groups: codebook.subgroups };
  }
  const region = regions.find((each) => each.id === id);
  if (!region || region.level === "nation") return undefined;
  const { name, level } = region;
  return {
    ...common,
    set: { id, kind: level, name },
    // One question at a time, among all cases.
    specifications: specifications.filter(
      ({ subgroup, measure }) => subgroup === undefined && measure.kind !== "crossing",
    ),
    tables: region.tables,
    place: { name, nation: tables },
    groups: [],
  };
}

function nation({ document: { round } }: ToldRelease): string {
  return `Riket ${round.id.replace("-", "–")}`;
}

/** Of what the nation is told: it decides the rest, since below it a round is published once. */
function digestOf(told: ToldRelease): string {
  const written = () => told.tables.map((table) => [table.specification.id, writeSafeTable(table)]);
  const known = digests.get(told);
  const digest = known ?? hashOf(`${told.document.round.id} ${JSON.stringify(written())}`);
  digests.set(told, digest);
  return digest;
}

const digests = new WeakMap<ToldRelease, string>();

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
