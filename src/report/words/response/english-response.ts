import { figures, number, percent } from "../english-grammar.ts";
import type { ResponseWords, ToldResponse } from "./told-response.ts";

export const englishResponse: ResponseWords = {
  rate(told, least, group) {
    const { closed, offered } = told;
    const those = group ?? "cases";
    if (closed === 1) {
      return `${told.answered === 1 ? "An answer" : "No answer"} from the only closed case${group === null ? "" : ` (${group})`}.`;
    }
    const among =
      closed < least
        ? `${counted(told)} closed ${those}`
        : `${share(told)} of ${group === null ? "the closed cases" : `closed ${group}`} (${pair(told)})`;
    return `Answers from ${among}${offered === null ? "" : `; the survey was offered in ${closed < least ? number(offered) : figures.format(offered)}`}.`;
  },
  rates: (told, least) =>
    `Answers from the closed cases: ${told
      .map(({ label, response }) =>
        response.closed < least
          ? `${label} ${pair(response)}`
          : `${label} ${share(response)} (${pair(response)})`,
      )
      .join(", ")}.`,
  byFives: "New answers are taken into the figures five at a time.",
  caption: "answers to the survey",
  who: "Which",
  all: "The clients",
  closed: "Closed cases",
  offered: "Offered the survey",
  answered: "With an answer",
  share: "Share with an answer",
};

/** “none of seven”, “five of seven”, “12 of 25” */
function counted({ answered, closed }: ToldResponse): string {
  const those = closed > 12 ? figures.format(closed) : number(closed);
  if (answered === 0) return `none of ${those}`;
  return `${closed > 12 ? figures.format(answered) : number(answered)} of ${those}`;
}

function pair({ answered, closed }: ToldResponse): string {
  return `${figures.format(answered)} of ${figures.format(closed)}`;
}

function share({ answered, closed }: ToldResponse): string {
  if (answered === 0 || answered === closed) return `${answered === 0 ? 0 : 100} per cent`;
  return percent(answered, closed);
}
