import { type Route, signedInRoute } from "../http/route.ts";
import { waitingSurveys } from "../waiting-surveys.ts";
import type { WaitingToKeyIn } from "../wire-of-survey.ts";

export const waitingSurveyRoutes: readonly Route[] = [
  // The same codes as on Start, so that a few characters are enough to type: not logged either.
  signedInRoute("GET /api/waiting-surveys", async (visit) => {
    const body: WaitingToKeyIn = { surveys: await waitingSurveys(visit) };
    return Response.json(body);
  }),
];
