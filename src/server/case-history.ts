import type { Change, Share } from "#registration";
import type { CaseVisit } from "./http/case-route.ts";
import { nameIn } from "./name-in.ts";
import type { CaseHistory } from "./wire.ts";

export async function viewHistory({ tx, record }: CaseVisit): Promise<CaseHistory> {
  const revisions = await tx.cases.history(record.id);
  const accounts = await tx.accounts.names();
  const named = new Set(revisions.flatMap(({ changes }) => changes.flatMap(idsIn)));
  const names = [
    ...accounts,
    ...(await tx.units.list()).map(({ id, name }) => [id, name] as const),
    ...(await tx.municipality.all()).map(({ code, name }) => [code, name] as const),
  ].filter(([id]) => named.has(id));
  return {
    revisions: revisions.map(({ revision, at, by, reason, changes }) => ({
      revision,
      at,
      by: nameIn(accounts, by),
      reason: reason ?? null,
      changes,
    })),
    names: Object.fromEntries(names),
  };
}

/** Of the people, units and municipalities that the change names. */
function idsIn(change: Change): readonly string[] {
  switch (change.kind) {
    case "case-started":
      return present([change.assignee, change.servedMunicipality]);
    case "case-assigned":
    case "case-transferred":
    case "served-municipality-changed":
      return present([change.from, change.to]);
    case "case-shared":
      return [change.from, change.to].flatMap(idsOfShare);
    case "readers-named":
      return [...(change.from ?? []), ...(change.to ?? [])];
    default:
      return [];
  }
}

function idsOfShare(share: Share | null): readonly string[] {
  return present([share?.unit, share?.assignee]);
}

function present(ids: readonly (string | null | undefined)[]): readonly string[] {
  return ids.filter((id) => id !== null && id !== undefined);
}
