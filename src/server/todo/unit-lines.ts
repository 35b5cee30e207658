import { unitsOf } from "#access";
import { addDays, capitalised, numberInWords, swedishDay } from "#kernel";
import type { Unit } from "#store";
import type { Visit } from "../http/route.ts";
import { lookAlikesIn } from "../look-alike-pairs.ts";
import { type UnitsVisit, unitsReachedWith } from "../units-reached.ts";
import { waitingSurveys } from "../waiting-surveys.ts";
import { handOverPath, keyInPath, qualityPath } from "./page-paths.ts";
import type { TodoLine } from "./todo-line.ts";

/** Days for which an opened colleague's case stands among the manager's things to do. */
const noticeDays = 7;
const mostNotices = 3;

/** What a manager's units ask of her: reasons to read, and cases that nobody has. */
export async function managerLines(visit: UnitsVisit): Promise<readonly TodoLine[]> {
  const unassigned: TodoLine[] = [];
  for (const unit of unitsReachedWith(visit, "unitManager")) {
    unassigned.push(...(await handOverLines(visit, unit)), ...(await unassignedLine(visit, unit)));
  }
  return [...(await noticeLines(visit)), ...unassigned];
}

/** Pairs of cases that look alike, for those who can say whether they are one person's. */
export async function lookAlikeLines(visit: UnitsVisit): Promise<readonly TodoLine[]> {
  const lines: TodoLine[] = [];
  for (const { id } of unitsReachedWith(visit, "unitManager", "coordinator")) {
    const { length } = await lookAlikesIn(visit, id);
    if (length === 0) continue;
    const sentence =
      length === 1
        ? "Två ärenden liknar varandra: kan det vara samma person?"
        : `${capitalised(numberInWords(length))} par av ärenden liknar varandra: kan det vara samma person?`;
    const path = `${qualityPath(id)}#samma-person`;
    lines.push({ kind: "look-alike", caseCode: null, sentence, path, since: swedishDay(visit.at) });
  }
  return lines;
}

/** The coordinator sees which cases wait for her to read aloud or key in, and nothing of what they hold. */
export async function surveyLines(visit: Visit): Promise<readonly TodoLine[]> {
  const waiting = await waitingSurveys(visit);
  return waiting.map(({ caseCode, mode, offeredOn: since }) => {
    const sentence =
      mode === "paper"
        ? `Enkäten är erbjuden i ${caseCode}: nyckla in den när svaret har kommit`
        : `Klienten i ${caseCode} vill få enkäten uppläst: läs upp den och för in svaren`;
    return { kind: "key-in", caseCode, sentence, path: keyInPath(caseCode), since };
  });
}

async function unassignedLine({ tx, actor, at }: Visit, { id, name }: Unit) {
  const { total, cases } = await tx.cases.list({
    viewer: actor.account,
    owners: [id],
    unassigned: true,
    state: "open",
    from: 0,
    limit: 1,
  });
  if (total === 0) return [];
  const sentence =
    total === 1
      ? `${cases[0]?.code} i ${name} saknar handläggare`
      : `${capitalised(numberInWords(total))} ärenden i ${name} saknar handläggare`;
  const path = `${qualityPath(id)}#utan-handlaggare`;
  return [{ kind: "unassigned", caseCode: null, sentence, path, since: swedishDay(at) } as const];
}

/** Somebody has left, and her open cases have nobody who works with them. */
async function handOverLines(
  { tx, actor, at }: Visit,
  { id, name }: Unit,
): Promise<readonly TodoLine[]> {
  const loads = await tx.cases.caseloads(id, actor.account);
  const workers = [...loads.keys()].filter((each) => each !== null);
  const left = await tx.people.leftAmong(workers);
  return [...left].map(([account, leaver]) => {
    const cases = loads.get(account) ?? 0;
    const what = cases === 1 ? "Ett ärende" : `${capitalised(numberInWords(cases))} ärenden`;
    return {
      kind: "hand-over",
      caseCode: null,
      sentence: `${what} efter ${leaver} ska lämnas över i ${name}`,
      path: handOverPath(id, account),
      since: swedishDay(at),
    };
  });
}

async function noticeLines({ tx, actor, at }: Visit): Promise<readonly TodoLine[]> {
  const units = unitsOf(actor, ["unitManager"]);
  const within = units === "all" ? undefined : units;
  const notices = await tx.accessReasons.notices(mostNotices, within, actor.account);
  const names = await tx.accounts.names();
  const oldest = addDays(swedishDay(at), -noticeDays);
  return notices
    .filter((notice) => swedishDay(notice.at) >= oldest)
    .map(({ account, caseCode, at: openedAt }) => ({
      kind: "notice",
      caseCode,
      sentence: `Läs varför ${names.get(account) ?? "en kollega"} öppnade ${caseCode}`,
      path: "/notiser",
      since: swedishDay(openedAt),
    }));
}
