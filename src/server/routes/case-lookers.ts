import { printsAnswers, showsCase } from "#access";
import { type AccountId, type IsoDate, swedishDay } from "#kernel";
import type { AuditLine } from "#store";
import { type CaseVisit, caseRoute } from "../http/case-route.ts";
import type { Route } from "../http/route.ts";
import { judgeOf } from "../log-review/find-marks.ts";
import { reasonAt } from "../log-review/reason-at.ts";
import { nameIn } from "../name-in.ts";
import type { CaseLookers } from "../wire-of-log.ts";

/** Lines of the log that are told of, grouped. */
const mostLines = 2000;

export const caseLookerRoutes: readonly Route[] = [
  caseRoute("GET /api/cases/:code/lookers", async (visit) => {
    const body = await viewLookers(visit);
    visit.log("case.lookers-read");
    return Response.json(body);
  }),
];

export async function viewLookers(visit: CaseVisit): Promise<CaseLookers> {
  const lines = await visit.tx.logReading.linesOfCase(visit.record.id, mostLines);
  return { lookers: await lookersIn(visit, lines), isMore: lines.length === mostLines };
}

type Looked = AuditLine & { readonly account: AccountId; readonly day: IsoDate };

/** A line for each person and day, and of those where something was shown and where nothing was. */
async function lookersIn(
  { tx, record }: CaseVisit,
  lines: readonly AuditLine[],
): Promise<CaseLookers["lookers"]> {
  const looked = lines.flatMap((line): readonly Looked[] =>
    line.account === null ||
    !(showsCase({ ...line, case: record.id }) || printsAnswers(line) || isRefused(line))
      ? []
      : [{ ...line, account: line.account, day: swedishDay(line.at) }],
  );
  const judge = await judgeOf(tx, looked);
  const reasons = await tx.logReading.reasons([record.id]);
  const names = await tx.accounts.names();
  const groups = Map.groupBy(
    looked,
    (line) => `${line.account} ${line.day} ${isRefused(line)} ${judge(line).isHers}`,
  );
  return [...groups.values()].flatMap((those) => {
    const [last, first] = [those[0], those.at(-1)];
    if (!first || !last) return [];
    const given = new Set(those.flatMap((line) => reasonAt(reasons, line) ?? []));
    const isGiven = given.size > 0;
    return {
      by: nameIn(names, last.account),
      firstAt: first.at,
      lastAt: last.at,
      ground: judge(first).isHers ? "own" : isGiven ? "reason" : "open",
      reasons: [...given],
      isRefused: isRefused(first),
    } as const;
  });
}

function isRefused({ action }: AuditLine): boolean {
  return action === "case.refused" || action === "case.reason-asked";
}
