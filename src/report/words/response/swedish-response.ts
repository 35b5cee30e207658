import { figures, number, percent } from "../swedish-grammar.ts";
import type { ResponseWords, ToldResponse } from "./told-response.ts";

export const swedishResponse: ResponseWords = {
  rate(told, least, group) {
    const { closed, offered } = told;
    const those = group ?? "ärenden";
    if (closed === 1) {
      return `${told.answered === 1 ? "Svar" : "Inget svar"} från det enda avslutade ärendet${group === null ? "" : ` (${group})`}.`;
    }
    const among =
      closed < least
        ? `${counted(told)} avslutade ${those}`
        : `${share(told)} av ${group === null ? "de avslutade ärendena" : `avslutade ${group}`} (${pair(told)})`;
    return `Svar från ${among}${offered === null ? "" : `; enkäten erbjöds i ${closed < least ? number(offered) : figures.format(offered)}`}.`;
  },
  rates: (told, least) =>
    `Svar från de avslutade ärendena: ${told
      .map(({ label, response }) =>
        response.closed < least
          ? `${label} ${pair(response)}`
          : `${label} ${share(response)} (${pair(response)})`,
      )
      .join(", ")}.`,
  byFives: "Nya svar tas med i siffrorna fem åt gången.",
  caption: "svar på enkäten",
  who: "Vilka",
  all: "Klienterna",
  closed: "Avslutade ärenden",
  offered: "Erbjudna enkäten",
  answered: "Med svar",
  share: "Andel med svar",
};

/** «inget av sju», «fem av sju», «12 av 25» */
function counted({ answered, closed }: ToldResponse): string {
  const those = closed > 12 ? figures.format(closed) : number(closed);
  if (answered === 0) return `inget av ${those}`;
  return closed > 12 ? `${figures.format(answered)} av ${those}` : `${one(answered)} av ${those}`;
}

function one(count: number): string {
  return count === 1 ? "ett" : number(count);
}

function pair({ answered, closed }: ToldResponse): string {
  return `${figures.format(answered)} av ${figures.format(closed)}`;
}

function share({ answered, closed }: ToldResponse): string {
  if (answered === 0 || answered === closed) return `${answered === 0 ? 0 : 100} procent`;
  return percent(answered, closed);
}
