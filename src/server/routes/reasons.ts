import { unitsOf } from "#access";
import { addHours, checkReason, randomId } from "#kernel";
import { viewCase } from "../case-view.ts";
import { caseRoute } from "../http/case-route.ts";
import { refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { newcomersIn } from "../people/power-news.ts";
import { Reason } from "../requests.ts";
import type { NoticeList } from "../wire.ts";

/** Hours for which a given reason opens a colleague's case: a working day. */
const reasonHours = 8;

/** Notices on one page. */
const pageSize = 100;

export const reasonRoutes: readonly Route[] = [
  // Breaking the glass: the reason is kept, and the unit's manager sees it at once.
  caseRoute("POST /api/cases/:code/access-reasons", async (visit) => {
    const body = await readBody(visit.context, Reason);
    if (body.kind === "refused") return refusalOf(body.problems);
    const reason = body.value.reason.trim();
    const problems = checkReason(reason);
    if (problems.length > 0) return refusalOf(problems);
    const { tx, actor, at, record, services } = visit;
    const id = randomId(services.randomness);
    const until = addHours(at, reasonHours);
    await tx.accessReasons.insert({
      id,
      account: actor.account,
      case: record.id,
      reason,
      at,
      until,
    });
    visit.log("case.opened-with-reason");
    return Response.json(await viewCase(visit, record), { status: 201 });
  }),

  signedInRoute("GET /api/notices", async ({ tx, actor, at }) => {
    const units = unitsOf(actor, ["unitManager"]);
    const notices = await tx.accessReasons.notices(
      pageSize,
      units === "all" ? undefined : units,
      actor.account,
    );
    const names = await tx.accounts.names();
    const acts = await tx.logReading.powerActs();
    const newcomers = newcomersIn(acts, units, actor.account).slice(0, pageSize);
    const unitNames = new Map((await tx.units.list()).map(({ id, name }) => [id, name]));
    tx.audit.append({ at, account: actor.account, action: "notices.viewed" });
    const body: NoticeList = {
      notices: notices.map((notice) => ({
        at: notice.at,
        by: nameIn(names, notice.account),
        caseCode: notice.caseCode,
        reason: notice.reason,
      })),
      newcomers: newcomers.map(({ account, by, unit, role, at: given }) => ({
        at: given,
        name: nameIn(names, account),
        role,
        unit: (unit && unitNames.get(unit)) ?? null,
        by: nameIn(names, by),
      })),
    };
    return Response.json(body);
  }),
];
