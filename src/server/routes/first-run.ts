import { beginFirstRun } from "../first-run/begin-first-run.ts";
import { viewFirstRun } from "../first-run/view-first-run.ts";
import { publicRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";

/** The first start of an empty installation. */
export const firstRunRoutes: readonly Route[] = [
  publicRoute("POST /api/first-run", beginFirstRun),
  signedInRoute("GET /api/first-run", async (visit) => Response.json(await viewFirstRun(visit))),
  signedInRoute("PUT /api/first-run/codebook", (visit) => markSeen(visit)),
  signedInRoute("PUT /api/first-run/end", (visit) => end(visit)),
];

async function markSeen(visit: Visit): Promise<Response> {
  const { tx, at } = visit;
  const run = await tx.firstRuns.find();
  if (run && run.codebookSeenAt === null) await tx.firstRuns.save({ ...run, codebookSeenAt: at });
  return Response.json(await viewFirstRun(visit));
}

async function end(visit: Visit): Promise<Response> {
  const { tx, actor, at } = visit;
  const run = await tx.firstRuns.find();
  if (run && run.finishedAt === null) {
    await tx.firstRuns.save({ ...run, finishedAt: at });
    tx.audit.append({ at, account: actor.account, action: "first-run.ended" });
  }
  return Response.json(await viewFirstRun(visit));
}
