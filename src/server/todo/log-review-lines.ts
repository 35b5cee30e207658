import { daysBetween, numberInWords, swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import type { TodoLine } from "./todo-line.ts";

/** Days after which the log waits to be reviewed again. */
const mostDays = 31;

/** What the log asks of its reviewer: to finish the review that is begun, or to begin the next. */
export async function logReviewLines({ tx, at }: Visit): Promise<readonly TodoLine[]> {
  const [last] = await tx.logReviews.list();
  const of = { kind: "log-review", caseCode: null, path: "/logg" } as const;
  if (!last)
    return [{ ...of, sentence: "Granska loggen: ingen har gjort det än", since: swedishDay(at) }];
  if (last.signedAt === null) {
    const marks = await tx.logReviews.marks(last.number);
    const left = marks.filter(({ settled }) => settled === null).length;
    const sentence =
      left === 0
        ? "Signera granskningen av loggen: alla rader är bedömda"
        : `Granska klart loggen: ${numberInWords(left)} ${left === 1 ? "rad" : "rader"} kvar`;
    return [{ ...of, sentence, since: swedishDay(last.begunAt) }];
  }
  const since = swedishDay(last.throughAt);
  const days = daysBetween(since, swedishDay(at));
  if (days <= mostDays) return [];
  return [
    { ...of, sentence: `Granska loggen: det är ${numberInWords(days)} dagar sedan sist`, since },
  ];
}
