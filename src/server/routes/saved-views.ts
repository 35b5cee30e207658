import { checkText, problem, randomId } from "#kernel";
import { questionNow, savedViewLine } from "../exploration/saved-view-state.ts";
import { onlyOnce } from "../http/only-once.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { SaveView } from "../requests-of-saved-views.ts";
import type { SavedViewLine, SavedViews } from "../wire-of-exploration.ts";

const longestName = 80;
const most = 50;

/** A person's own, and nobody else's: a question and its name, never an answer. */
export const savedViewRoutes: readonly Route[] = [
  signedInRoute("GET /api/saved-views", tellViews),
  signedInRoute("POST /api/saved-views", saveView),
  signedInRoute("DELETE /api/saved-views/:view", removeView),
];

async function tellViews(visit: Visit): Promise<Response> {
  const views: SavedViewLine[] = [];
  for (const view of await visit.tx.savedViews.list(visit.actor.account)) {
    views.push(await savedViewLine(visit, view));
  }
  return Response.json({ most, views } satisfies SavedViews);
}

async function saveView(visit: Visit): Promise<Response> {
  const { context, tx, actor, at, services } = visit;
  const body = await readBody(context, SaveView);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { question } = body.value;
  const name = body.value.name.trim();
  const problems = checkText(name, "name", longestName);
  if (name === "") return refusal(problem("saved-view-name-needed", "name"));
  if (problems.length > 0) return refusalOf(problems);
  const now = await questionNow(visit, question, null);
  if (!now) return notFound();
  if (now.problems.length > 0) return refusalOf(now.problems);
  return onlyOnce(
    visit,
    body.value,
    question.show,
    async () => {
      const { account } = actor;
      if ((await tx.savedViews.list(account)).length >= most) {
        return {
          kind: "refused",
          response: refusal(problem("saved-view-too-many", "name", { most })),
        };
      }
      const { codebook, countedFrom } = now;
      await tx.savedViews.insert({
        id: randomId(services.randomness),
        account,
        name,
        question,
        codebook: { id: codebook.id, version: codebook.version },
        countedFrom,
        at,
      });
      return { kind: "done", response: await tellViews(visit) };
    },
    () => tellViews(visit),
  );
}

async function removeView(visit: Visit): Promise<Response> {
  const { context, tx, actor } = visit;
  const isRemoved = await tx.savedViews.remove(actor.account, context.req.param("view") ?? "");
  return isRemoved ? tellViews(visit) : notFound();
}
