import { refusalOf } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { roundResultsView } from "../screening/round-results.ts";

export const campaignRoundRoutes: readonly Route[] = [
  // Published figures that tell of nobody, made to be looked at: looking is not logged.
  signedInRoute("GET /api/campaign-rounds/:round/results", async ({ context, services, tx }) => {
    const told = await roundResultsView(services, tx, context.req.param("round") ?? "");
    return told.kind === "refused" ? refusalOf(told.problems) : Response.json(told.value);
  }),
];
