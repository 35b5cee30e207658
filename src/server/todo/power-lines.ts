import { grantOfWord, holdsRole, type PowerAct, unitsOf } from "#access";
import { type AccountId, addHours, swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { newcomersIn, powerNews } from "../people/power-news.ts";
import type { TodoLine } from "./todo-line.ts";

/** Days for which roles and ways in that somebody gave stand among the others' things to look at. */
const newsDays = 7;

/**
 * Who was given power, or a way in, told at once to those who would object: the other administrators, the
 * log's reviewers, and whoever the way in is to.
 */
export async function powerLines({ tx, actor, at }: Visit): Promise<readonly TodoLine[]> {
  const since = addHours(at, -24 * newsDays);
  const news = await powerNews(tx, since, actor.account);
  if (news.length === 0) return [];
  const keepsAccounts = holdsRole(actor, ["administrator"]);
  // A question that waits is a line of its own for whoever keeps accounts.
  const mayReview = !keepsAccounts && holdsRole(actor, ["logReviewer"]);
  const names = await tx.accounts.names();
  return news
    .filter(
      (act) => mayReview || isHerWayIn(act, actor.account) || (keepsAccounts && !isAsked(act)),
    )
    .map((act) => {
      const { account, by } = act;
      const isOwn = account === actor.account;
      const person = `/personer/${encodeURIComponent(account)}`;
      return {
        kind: "power",
        caseCode: null,
        sentence: isOwn
          ? `${nameIn(names, by)} ${ownWords(act)}`
          : `${nameIn(names, by)} ${words(act, nameIn(names, account))}`,
        path: keepsAccounts ? person : mayReview ? "/logg" : "/mitt-konto",
        since: swedishDay(act.at),
      };
    });
}

/** Told to a manager of each unit in which somebody has come to read cases. */
export async function newcomerLines({ tx, actor, at }: Visit): Promise<readonly TodoLine[]> {
  const acts = await tx.logReading.powerActs(addHours(at, -24 * newsDays));
  const newcomers = newcomersIn(acts, unitsOf(actor, ["unitManager"]), actor.account);
  if (newcomers.length === 0) return [];
  const names = await tx.accounts.names();
  const units = new Map((await tx.units.list()).map(({ id, name }) => [id, name]));
  return newcomers.map(({ account, unit, at: given }) => ({
    kind: "power",
    caseCode: null,
    sentence: `${nameIn(names, account)} har fått en roll i ${(unit && units.get(unit)) ?? "alla enheter"}`,
    path: "/notiser",
    since: swedishDay(given),
  }));
}

function isAsked({ action }: PowerAct): boolean {
  return action === "recovery.asked";
}

function isHerWayIn({ action, account }: PowerAct, viewer: AccountId): boolean {
  return account === viewer && action.startsWith("recovery.");
}

function words({ action, by, account, added }: PowerAct, name: string): string {
  if (action === "recovery.asked") return `har bett om en ny väg in för ${name}`;
  if (action === "recovery.allowed") return `har godkänt en ny väg in för ${name}`;
  if (action === "person.came-back") return `har öppnat kontot igen för ${name}`;
  if (by === account) return "har gett sig själv en ny roll";
  const given = added.map((word) => grantOfWord(word)?.role);
  if (given.includes("administrator")) return `har gjort ${name} till administratör`;
  return given.includes("logReviewer")
    ? `har gjort ${name} till logggranskare`
    : `har gjort ${name} till enhetschef`;
}

function ownWords({ action }: PowerAct): string {
  if (action === "recovery.asked") return "har bett om en ny väg in till ditt konto: stämmer det?";
  if (action === "recovery.allowed")
    return "har godkänt en ny väg in till ditt konto: stämmer det?";
  return action === "person.came-back" ? "har öppnat ditt konto igen" : "har gett dig en ny roll";
}
