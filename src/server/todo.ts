import { holdsRole, unitsOf } from "#access";
import { daysBetween, swedishDay } from "#kernel";
import { registeredPhases } from "#registration";
import type { CaseSummary } from "#store";
import type { Visit } from "./http/route.ts";
import type { Services } from "./services.ts";
import type { Todo } from "./wire.ts";

/** «Att göra»: three to seven lines, each with its one action. */
const mostLines = 7;

/** Days without a step after which an open case is asked about. */
const staleDays = 60;

/** Days for which an opened colleague's case stands among the manager's things to do. */
const noticeDays = 7;

export async function todoOf(visit: Visit): Promise<readonly Todo[]> {
  const { actor } = visit;
  const lines: Todo[] = [];
  if (holdsRole(actor, ["unitManager"])) lines.push(...(await noticesOf(visit)));
  if (holdsRole(actor, ["caseWorker"])) lines.push(...(await casesOf(visit)));
  if (holdsRole(actor, ["coordinator"])) lines.push(...(await surveysOf(visit)));
  return lines.slice(0, mostLines);
}

async function casesOf({ services, tx, actor, at }: Visit): Promise<readonly Todo[]> {
  const own = { assignee: actor.account, from: 0, limit: 200 };
  const open = await tx.cases.list({ ...own, state: "open" });
  const unsettled = await tx.cases.list({
    ...own,
    state: "closed",
    survey: "not-yet-offered",
    limit: mostLines,
  });
  const today = swedishDay(at);
  return [
    ...open.cases.map((found): Todo => {
      const quiet = daysBetween(swedishDay(found.lastStepAt), today);
      return quiet >= staleDays ? staleLine(found, quiet) : nextStep(found, services);
    }),
    ...unsettled.cases.map(
      ({ code }): Todo => ({
        kind: "offer-survey",
        caseCode: code,
        sentence: `Erbjud enkäten i ${code}, eller skriv varför den inte erbjuds`,
      }),
    ),
  ].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const order: readonly Todo["kind"][] = ["notice", "close-out", "stale", "offer-survey", "continue"];

function nextStep({ code, codebook, completed }: CaseSummary, { codebooks }: Services): Todo {
  const next = registeredPhases.find((phase) => !completed[phase]);
  if (next === "after") {
    return {
      kind: "close-out",
      caseCode: code,
      sentence: `Avsluta registreringen i ${code} när stödet är klart`,
    };
  }
  const label = codebooks.get(codebook)?.phases.find(({ id }) => id === next)?.label.sv;
  return { kind: "continue", caseCode: code, sentence: `Fortsätt i ${code}: ${label}` };
}

function staleLine({ code }: CaseSummary, days: number): Todo {
  return {
    kind: "stale",
    caseCode: code,
    sentence: `Inget har hänt i ${code} på ${days} dagar: pågår stödet?`,
  };
}

/** The coordinator sees which cases wait for a paper survey, and nothing of what they hold. */
async function surveysOf({ tx, actor }: Visit): Promise<readonly Todo[]> {
  const units = unitsOf(actor, ["coordinator"]);
  const limits = { from: 0, limit: 200, survey: "offered" } as const;
  const offered = await tx.cases.list(units === "all" ? limits : { ...limits, units });
  return offered.cases.map(({ code }) => ({
    kind: "key-in",
    caseCode: code,
    sentence: `Enkäten är erbjuden i ${code}: nyckla in den när svaret har kommit`,
  }));
}

async function noticesOf({ tx, actor, at }: Visit): Promise<readonly Todo[]> {
  const units = unitsOf(actor, ["unitManager"]);
  const notices = await tx.accessReasons.notices(3, units === "all" ? undefined : units);
  const names = await tx.accounts.names();
  const today = swedishDay(at);
  return notices
    .filter((notice) => daysBetween(swedishDay(notice.at), today) <= noticeDays)
    .map(({ account, caseCode }) => ({
      kind: "notice",
      caseCode,
      sentence: `Läs varför ${names.get(account) ?? "en kollega"} öppnade ${caseCode}`,
    }));
}
