import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { policy, type RouteKey } from "#access";
import { problem } from "#kernel";
import { originCheck } from "./http/origin-check.ts";
import { readableAddress } from "./http/readable-address.ts";
import { refusal } from "./http/refusal.ts";
import type { Route } from "./http/route.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { troubled } from "./http/trouble.ts";
import { actionRoutes } from "./routes/actions.ts";
import { agreementRoutes } from "./routes/agreements.ts";
import { answerRoutes } from "./routes/answers.ts";
import { backupRoutes } from "./routes/backups.ts";
import { campaignResultRoutes } from "./routes/campaign-results.ts";
import { campaignRoundRoutes } from "./routes/campaign-rounds.ts";
import { campaignRoutes } from "./routes/campaigns.ts";
import { caseLifeRoutes } from "./routes/case-life.ts";
import { caseLookerRoutes } from "./routes/case-lookers.ts";
import { caseRoutes } from "./routes/cases.ts";
import { checklistRoutes } from "./routes/checklists.ts";
import { codebookRoutes } from "./routes/codebooks.ts";
import { comparisonRoutes } from "./routes/comparison.ts";
import { confidenceRoutes } from "./routes/confidence.ts";
import { deliveryRoutes } from "./routes/deliveries.ts";
import { disposalRoutes } from "./routes/disposal.ts";
import { documentRoutes } from "./routes/documents.ts";
import { explorationRoutes } from "./routes/exploration.ts";
import { extractRoutes } from "./routes/extracts.ts";
import { figureRoutes } from "./routes/figures.ts";
import { firstRunRoutes } from "./routes/first-run.ts";
import { guidanceRoutes } from "./routes/guidance.ts";
import { handOverRoutes } from "./routes/hand-over.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { localCodebookRoutes } from "./routes/local-codebook.ts";
import { localReleaseRoutes } from "./routes/local-releases.ts";
import { logRoutes } from "./routes/log.ts";
import { logReviewRoutes } from "./routes/log-reviews.ts";
import { lookAlikeRoutes } from "./routes/look-alikes.ts";
import { meetingRoutes } from "./routes/meetings.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { nationRoutes } from "./routes/nation.ts";
import { obstacleRoutes } from "./routes/obstacles.ts";
import { ownAccountRoutes } from "./routes/own-account.ts";
import { pageRoutes } from "./routes/pages.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { peopleRoutes } from "./routes/people.ts";
import { phaseRoutes } from "./routes/phases.ts";
import { providerRoutes } from "./routes/providers.ts";
import { publicSiteRoutes } from "./routes/public-site.ts";
import { qualityRoutes } from "./routes/quality.ts";
import { reasonRoutes } from "./routes/reasons.ts";
import { registrationSessionRoutes } from "./routes/registration-sessions.ts";
import { releaseLineRoutes } from "./routes/release-line.ts";
import { resultRoutes } from "./routes/results.ts";
import { roundRoutes } from "./routes/rounds.ts";
import { savedViewRoutes } from "./routes/saved-views.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { startRoutes } from "./routes/start.ts";
import { surveyRoutes } from "./routes/survey.ts";
import { surveyInvitationRoutes } from "./routes/survey-invitations.ts";
import { surveyLanguageRoutes } from "./routes/survey-languages.ts";
import { surveyPageRoutes } from "./routes/survey-pages.ts";
import { surveyPaperRoutes } from "./routes/survey-papers.ts";
import { textPackRoutes } from "./routes/text-packs.ts";
import { unitRoutes } from "./routes/units.ts";
import { waitingSurveyRoutes } from "./routes/waiting-surveys.ts";
import type { Services } from "./services.ts";
import { tellRoute, watchRequests } from "./telemetry/watch-requests.ts";

/** The table of contents. Order matters once: the pages' catch-all comes last. */
const contents: readonly Route[] = [
  ...sessionRoutes,
  ...signInRoutes,
  ...passkeyRoutes,
  ...providerRoutes,
  ...ownAccountRoutes,
  ...firstRunRoutes,
  ...peopleRoutes,
  ...unitRoutes,
  ...startRoutes,
  ...caseRoutes,
  ...caseLifeRoutes,
  ...caseLookerRoutes,
  ...extractRoutes,
  ...answerRoutes,
  ...phaseRoutes,
  ...surveyRoutes,
  ...waitingSurveyRoutes,
  ...surveyInvitationRoutes,
  ...surveyLanguageRoutes,
  ...surveyPaperRoutes,
  ...reasonRoutes,
  ...registrationSessionRoutes,
  ...figureRoutes,
  ...resultRoutes,
  ...explorationRoutes,
  ...savedViewRoutes,
  ...qualityRoutes,
  ...lookAlikeRoutes,
  ...handOverRoutes,
  ...guidanceRoutes,
  ...nationRoutes,
  ...comparisonRoutes,
  ...localReleaseRoutes,
  ...documentRoutes,
  ...codebookRoutes,
  ...localCodebookRoutes,
  ...campaignRoutes,
  ...campaignResultRoutes,
  ...campaignRoundRoutes,
  ...meetingRoutes,
  ...confidenceRoutes,
  ...obstacleRoutes,
  ...checklistRoutes,
  ...textPackRoutes,
  ...agreementRoutes,
  ...deliveryRoutes,
  ...roundRoutes,
  ...intakeRoutes,
  ...releaseLineRoutes,
  ...actionRoutes,
  ...disposalRoutes,
  ...backupRoutes,
  ...logRoutes,
  ...logReviewRoutes,
  ...publicSiteRoutes,
  ...surveyPageRoutes,
  ...metricsRoutes,
  ...pageRoutes,
];

/** A request → response function over the services; needs no port. */
export function createApp(services: Services): Hono {
  return createAppOf(contents, services);
}

/**
 * @throws for a route without a line in the policy table, a line without a route, or a route twice:
 * neither may reach anybody.
 */
export function createAppOf(routes: readonly Route[], services: Services): Hono {
  checkAgainstPolicy(routes.map(({ key }) => key));
  const app = new Hono();
  app.use(watchRequests(services.telemetry));
  app.use(securityHeaders(services.isHttps));
  // Published and without secrets, so its length may tell what it likes.
  for (const path of ["/assets/*", "/publicerat/*", "/api/nation", "/api/comparison"])
    app.use(path, compress());
  app.use(originCheck(services.allowedOrigins));
  app.use(readableAddress);
  for (const { key, handle } of routes) {
    if ("demoOnly" in policy[key] && services.kind !== "demo") continue;
    const [method = "", path = ""] = key.split(" ");
    app.on(method, path, (context: Context) => {
      tellRoute(context, key);
      return handle(context, services);
    });
  }
  app.notFound(() => refusal(problem("not-found")));
  app.onError((error) => {
    services.telemetry.failed(error);
    return troubled(services.store.findTrouble(error));
  });
  return app;
}

function checkAgainstPolicy(keys: readonly RouteKey[]): void {
  const unlisted = keys.filter((key) => !Object.hasOwn(policy, key));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const unrouted = Object.keys(policy).filter((key) => !keys.some((each) => each === key));
  const faults = [
    ...unlisted.map((key) => `${key} has no line in the policy table`),
    ...twice.map((key) => `${key} is routed twice`),
    ...unrouted.map((key) => `${key} is in the policy table but has no route`),
  ];
  if (faults.length > 0) throw new Error(faults.join("; "));
}
