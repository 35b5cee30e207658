import { done, type MunicipalityCode, type Outcome, problem, refused, yearOf } from "#kernel";
import type { Disposal, DisposalProtocol } from "#store";
import type { LongVisit, Visit } from "../http/route.ts";
import type { Services } from "../services.ts";
import { type DueList, dueList, type Keeping } from "./due-list.ts";
import { coversAll, whoDisposes } from "./whole-municipality.ts";

type Ordered = { readonly number: number; readonly listSha256: string };

/**
 * All rows of the cases and the protocol in one transaction; then, when that is on the disk, the keys
 * by which older backups hold these cases. What stops in between is finished at the next start.
 */
export async function executeDisposal(
  visit: LongVisit,
  ordered: Ordered,
): Promise<Outcome<Disposal>> {
  const { services, actor } = visit;
  const { store } = services;
  const executed = await store.within(actor.municipality, (tx) =>
    takeAway({ ...visit, tx }, ordered),
  );
  if (executed.kind === "refused") return executed;
  // The rows are gone whatever becomes of the keys, and the protocol says whether these are.
  await eraseKeys(services, actor.municipality, executed.value);
  const found = await store.within(actor.municipality, (tx) => tx.disposals.find(ordered.number));
  return found ? done(found) : refused(problem("disposal-unknown"));
}

async function takeAway(
  { tx, actor, at }: Pick<Visit, "tx" | "actor" | "at">,
  { number, listSha256 }: Ordered,
): Promise<Outcome<number>> {
  const { account } = actor;
  const units = await tx.units.list();
  if (!coversAll(actor, units)) return refused(problem("disposal-needs-all-units"));
  const proposed = await tx.disposals.findForUpdate(number);
  if (!proposed || proposed.withdrawnAt !== null) return refused(problem("disposal-unknown"));
  // A second press, after a lost answer: it is done.
  if (proposed.executedAt !== null) {
    return proposed.listSha256 === listSha256 ? done(number) : refused(problem("disposal-changed"));
  }
  const isAlone = proposed.proposedBy === account;
  const others = (await whoDisposes(tx)).filter(({ id }) => id !== account);
  if (isAlone && others.length > 0) {
    const names = others.map(({ displayName }) => displayName).join(", ");
    return refused(problem("disposal-by-another", undefined, { names }));
  }
  const [rule] = await tx.disposalRules.list();
  if (!rule || rule.number !== proposed.rule) return refused(problem("disposal-changed"));
  const list = await dueList(tx, rule, at, true);
  if (list.sha256 !== proposed.listSha256 || list.sha256 !== listSha256) {
    return refused(problem("disposal-changed"));
  }
  const { steps, surveys, deliveriesEmptied } = await tx.caseDisposal.dispose(number, list.due, at);
  const names = new Map(units.map(({ id, name }) => [String(id), name]));
  const protocol = {
    cases: countsOf(list, names),
    kept: keptOf(list),
    steps,
    surveys,
    deliveriesEmptied,
    isAlone,
  };
  await tx.disposals.writeProtocol(number, protocol, { by: account, at });
  const details = { disposal: number, cases: list.due.length, listSha256 };
  tx.audit.append({ at, account, action: "disposal.executed", details });
  return done(number);
}

function countsOf({ due }: DueList, names: ReadonlyMap<string, string>): DisposalProtocol["cases"] {
  const groups = Map.groupBy(
    due,
    (each) => `${names.get(each.unit) ?? ""}\n${yearOf(each.endedOn)}`,
  );
  return [...groups]
    .map(([key, cases]) => {
      const [unit = "", year = ""] = key.split("\n");
      return { unit, year: Number(year), cases: cases.length };
    })
    .toSorted((one, other) => one.unit.localeCompare(other.unit, "sv") || one.year - other.year);
}

function keptOf({ kept }: DueList): DisposalProtocol["kept"] {
  const countOf = (kind: Keeping["kind"]) => kept.filter(({ why }) => why.kind === kind).length;
  return {
    held: countOf("held"),
    inRound: countOf("in-round"),
    notReviewed: countOf("not-reviewed"),
  };
}

type Erasing = Pick<Services, "store" | "clock" | "caseKeys" | "telemetry">;

/**
 * Erases the keys of a disposal's cases, and forgets which cases they were. Where a backup's key file
 * cannot be renewed, what it opens can still be read: then it is tried again at the next start.
 */
async function eraseKeys(
  { store, clock, caseKeys, telemetry }: Erasing,
  municipality: MunicipalityCode,
  number: number,
): Promise<void> {
  const disposal = await store.within(municipality, (tx) => tx.disposals.find(number));
  if (!disposal || disposal.keysErasedAt !== null) return;
  const waiting = await store.within(municipality, (tx) => tx.disposals.waitingForErasure(number));
  try {
    const { staleKeyFiles } = await caseKeys.erase(waiting);
    if (staleKeyFiles.length > 0) return;
  } catch (error) {
    telemetry.failed(error);
    return;
  }
  await store.within(municipality, async (tx) => {
    const at = clock.now();
    await tx.disposals.keysErased(number, at);
    const details = { disposal: number, cases: waiting.length };
    tx.audit.append({ at, account: null, action: "disposal.keys-erased", details });
  });
}

/** At the program's start: keys that were to be erased when it last ended. */
export async function finishDisposals(services: Erasing): Promise<void> {
  for (const { code } of await services.store.municipalities()) {
    const disposals = await services.store.within(code, (tx) => tx.disposals.list());
    const waiting = disposals.filter(
      ({ executedAt, keysErasedAt }) => executedAt !== null && keysErasedAt === null,
    );
    for (const { number } of waiting) await eraseKeys(services, code, number);
  }
}
