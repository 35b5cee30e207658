import { type IsoDate, inSwedishOrder, swedishDay, yearOf } from "#kernel";
import { endedOn, lastDayToDispose } from "#registration";
import type { Disposal, DisposalRule, LyingCase } from "#store";
import type { Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import type {
  DisposalPreview,
  DisposalProtocolView,
  DisposalRuleView,
  DisposalView,
  DueCaseView,
} from "../wire-of-disposal.ts";
import { type DueCase, type DueList, dueList, type Keeping } from "./due-list.ts";
import { coversAll, whoDisposes } from "./whole-municipality.ts";

type Viewing = Pick<Visit, "tx" | "actor" | "at">;
type Names = Parameters<typeof nameIn>[0];

export async function viewDisposal({ tx, actor }: Viewing): Promise<DisposalView> {
  const names = await tx.accounts.names();
  const [rule] = await tx.disposalRules.list();
  const disposals = await tx.disposals.list();
  const open = disposals.find((each) => each.executedAt === null && each.withdrawnAt === null);
  const others = (await whoDisposes(tx)).filter(({ id }) => id !== actor.account);
  return {
    municipality: (await tx.municipality.find())?.name ?? actor.municipality,
    rule: rule ? viewRule(rule, names) : null,
    mayAct: coversAll(actor, await tx.units.list()),
    others: inSwedishOrder(others.map(({ displayName }) => ({ name: displayName }))).map(
      ({ name }) => name,
    ),
    proposal: open
      ? {
          number: open.number,
          cases: open.cases,
          listSha256: open.listSha256,
          by: nameIn(names, open.proposedBy),
          at: open.proposedAt,
          isOwn: open.proposedBy === actor.account,
        }
      : null,
    protocols: disposals.flatMap(({ number, cases, executedAt, keysErasedAt }) =>
      executedAt === null ? [] : [{ number, cases, executedAt, keysErasedAt }],
    ),
  };
}

function viewRule({ by, ...rule }: DisposalRule, names: Names): DisposalRuleView {
  return { ...rule, by: nameIn(names, by) };
}

/** What is due, without the restricted cases of which whoever asks is no reader: these are counted. */
export async function viewPreview(
  { tx, actor, at }: Viewing,
  rule: DisposalRule,
): Promise<DisposalPreview> {
  const list = await dueList(tx, rule, at);
  const units = new Map((await tx.units.list()).map(({ id, name }) => [id, name]));
  const maySee = ({ readers }: LyingCase) => readers === null || readers.includes(actor.account);
  const view = (each: DueCase): DueCaseView => ({
    code: each.code,
    unit: units.get(each.unit) ?? "",
    endedOn: each.endedOn,
    isOpen: each.state === "open",
    isVoided: each.isVoided,
  });
  const seen = list.due.filter(maySee);
  const keptSeen = list.kept.filter(({ of }) => maySee(of));
  return {
    cutOff: list.cutOff,
    listSha256: list.sha256,
    total: list.due.length,
    lastDay: lastDayOf(list.due, rule),
    cases: inOrder(seen.map(view)),
    restricted: list.due.length - seen.length,
    kept: inOrder(
      keptSeen.map(({ of, why }) => ({
        ...view(of),
        why: whyInWords(why),
        isHeld: why.kind === "held",
      })),
    ),
    keptRestricted: list.kept.length - keptSeen.length,
    years: yearsOf(list.due),
    heldAhead: inOrder(
      (await heldAhead({ tx, actor }, list)).map(({ of, reason }) => ({
        ...view(of),
        why: reason,
      })),
    ),
  };
}

/** Held before they are due. */
async function heldAhead({ tx, actor }: Pick<Viewing, "tx" | "actor">, { kept }: DueList) {
  const names = await tx.accounts.names();
  const known = new Set(kept.map(({ of }) => of.id));
  const found: { readonly of: DueCase; readonly reason: string }[] = [];
  for (const { case: id, reason, by, at } of await tx.disposalRules.holds()) {
    const record = known.has(id) ? undefined : await tx.cases.findById(id);
    const isSeen = record && (record.readers === null || record.readers.includes(actor.account));
    if (!record || !isSeen) continue;
    const of = { ...record, isVoided: record.voided !== null, endedOn: endedOn(record) };
    found.push({ of, reason: whyInWords({ kind: "held", reason, by: nameIn(names, by), at }) });
  }
  return found;
}

function whyInWords(why: Keeping): string {
  switch (why.kind) {
    case "held":
      return `Bevaras: ${why.reason} (${why.by}, ${swedishDay(why.at)})`;
    case "in-round":
      return `Hör till ${why.round}, som inte är levererad. Leverera omgången eller avsluta deltagandet först.`;
    case "not-reviewed":
      return "Någon annan än handläggaren har öppnat ärendet sedan loggen senast granskades. Be loggranskaren granska och skriva under först.";
  }
}

/** The longest since first. */
function inOrder<Line extends DueCaseView>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) =>
    `${one.endedOn} ${one.code}`.localeCompare(`${other.endedOn} ${other.code}`),
  );
}

function lastDayOf(due: readonly DueCase[], { years }: DisposalRule): IsoDate | null {
  const [first] = due.map((each) => lastDayToDispose(each.endedOn, years)).sort();
  return first ?? null;
}

function yearsOf(due: readonly DueCase[]): DisposalPreview["years"] {
  const years = due.flatMap(({ startedOn, endedOn: ended }) => [yearOf(startedOn), yearOf(ended)]);
  return years.length === 0 ? null : { from: Math.min(...years), through: Math.max(...years) };
}

/** @returns `undefined`: it has not been executed. */
export async function viewProtocol(
  { tx, actor }: Pick<Viewing, "tx" | "actor">,
  disposal: Disposal,
): Promise<DisposalProtocolView | undefined> {
  const { protocol, executedBy, executedAt } = disposal;
  const rule = (await tx.disposalRules.list()).find(({ number }) => number === disposal.rule);
  if (!protocol || !executedBy || !executedAt || !rule) return undefined;
  const names = await tx.accounts.names();
  const { number, listSha256, proposedAt, keysErasedAt, cases: total } = disposal;
  return {
    ...protocol,
    number,
    municipality: (await tx.municipality.find())?.name ?? actor.municipality,
    rule: viewRule(rule, names),
    listSha256,
    proposedBy: nameIn(names, disposal.proposedBy),
    proposedAt,
    executedBy: nameIn(names, executedBy),
    executedAt,
    total,
    keysErasedAt,
  };
}
