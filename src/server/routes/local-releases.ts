import { holdsRole } from "#access";
import { leastCasesInHalfYear } from "#compilation";
import {
  type HalfYear,
  halfYearBefore,
  halfYearOf,
  parseHalfYear,
  periodOf,
  problem,
  problemSentence,
  swedishDay,
} from "#kernel";
import { casesOfHalfYear } from "../cases-of-half-year.ts";
import { findFrozen } from "../frozen-release.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { localReleaseView } from "../local-release-view.ts";
import { panelsOf } from "../public-site/chapter-page.ts";
import { FreezeHalfYear } from "../requests-of-local-releases.ts";
import { tableFile } from "../table-file.ts";
import type { LocalReleaseList, LocalReleaseView } from "../wire-of-local-releases.ts";

export const localReleaseRoutes: readonly Route[] = [
  // Protected figures that tell of no case, made to be looked at: looking is not logged.
  signedInRoute("GET /api/local-releases", async (visit) => Response.json(await listed(visit))),
  signedInRoute("GET /api/local-releases/:halfYear", read),
  signedInRoute("GET /api/local-releases/:halfYear/table", table),
  signedInRoute("POST /api/local-releases", freeze),
];

/** Half-years that have ended, so far back as anybody would begin with. */
const offered = 4;

async function listed({ tx, actor, at, services }: Visit): Promise<LocalReleaseList> {
  const { localReleases: book } = services;
  const releases = await tx.localReleases.list();
  const frozen = new Set(releases.map(({ halfYear }) => halfYear));
  const mayFreeze = holdsRole(actor, ["coordinator", "unitManager"]);
  const refused = mayFreeze ? book.refused(actor.municipality) : null;
  const under = book.under(actor.municipality);
  return {
    releases: releases.map((each) => ({ halfYear: each.halfYear, frozenAt: each.at })),
    freezing: under && { halfYear: under.halfYear, since: under.since },
    mayFreeze: mayFreeze
      ? ended(halfYearOf(swedishDay(at))).filter((each) => !frozen.has(each))
      : [],
    refused: refused && {
      halfYear: refused.halfYear,
      problems: refused.problems.map((found) => ({
        ...found,
        sentence: problemSentence(found, "sv"),
      })),
    },
  };
}

function ended(current: HalfYear): readonly HalfYear[] {
  const found: HalfYear[] = [];
  let before = current;
  while (found.length < offered) {
    before = halfYearBefore(before);
    found.push(before);
  }
  return found;
}

async function read(visit: Visit): Promise<Response> {
  return about(visit, (view) => Response.json(view));
}

async function table(visit: Visit): Promise<Response> {
  return about(visit, ({ halfYear, group, chapters }) =>
    tableFile(visit, chapters.flatMap(panelsOf), { of: halfYear, group: group?.id ?? null }),
  );
}

async function about(
  visit: Visit,
  answer: (view: LocalReleaseView) => Response,
): Promise<Response> {
  const halfYear = parseHalfYear(visit.context.req.param("halfYear"));
  const found = halfYear && (await findFrozen(visit, halfYear));
  if (!found) return notFound();
  if (found.kind === "refused") return refusalOf(found.problems);
  const { kept, release, codebook } = found.value;
  return answer(localReleaseView(kept, release, codebook, visit.context.req.query("group")));
}

async function freeze(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at } = visit;
  const body = await readBody(context, FreezeHalfYear);
  if (body.kind === "refused") return refusalOf(body.problems);
  const halfYear = parseHalfYear(body.value.halfYear);
  if (!halfYear) return refusal(problem("malformed-request", "halfYear"));
  const { until } = periodOf(halfYear);
  if (swedishDay(at) < until) {
    return refusal(problem("local-release-not-ended", halfYear, { halfYear, day: until }));
  }
  if (await tx.localReleases.find(halfYear)) {
    return refusal(problem("local-release-frozen", halfYear, { halfYear }));
  }
  const code = actor.municipality;
  const own = await tx.municipality.find();
  const { codebook, cases } = await casesOfHalfYear(tx, services.codebooks, code, halfYear);
  if (cases.length < leastCasesInHalfYear) {
    return refusal(problem("local-release-empty", halfYear, { halfYear }));
  }
  const municipality = { code, name: own?.name ?? code };
  const order = { municipality, halfYear, codebook, versions: [], cases };
  if (services.localReleases.begin(order, actor.account) === "busy") {
    return refusal(problem("local-release-busy"));
  }
  return Response.json(await listed(visit), { status: 202 });
}
