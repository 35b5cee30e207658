import type { RouteKey } from "#access";
import { problem, problemSentence, problemStatus } from "#kernel";
import { parseCaseCode } from "#registration";
import { type SurveyLanguage, sourceLanguage } from "#survey";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { contentSecurityPolicy } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { informationPaper } from "../survey-papers/information-paper.ts";
import { type Paper, paperPage, type Written } from "../survey-papers/paper-layout.ts";
import { surveyPaper } from "../survey-papers/survey-paper.ts";
import { toldInstead } from "../survey-papers/told-instead.ts";

type PaperKey = Extract<RouteKey, `GET /papper/${string}`>;
type Content = Pick<Paper, "title" | "advice" | "sheet">;

export const surveyPaperRoutes: readonly Route[] = [
  // The case's code is carried over as it was written: nothing is looked up by it, so no case is read.
  paperRoute("GET /papper/enkat/:language", "survey", ({ context, services, actor }, language) =>
    surveyPaper(language, {
      codebook: services.codebooks.of(actor.municipality),
      caseCode: parseCaseCode(context.req.query("arende") ?? ""),
    }),
  ),
  paperRoute(
    "GET /papper/information/:language",
    "information",
    async ({ tx, actor }, language) => {
      const [own, contacts] = [await tx.municipality.find(), await tx.clientContacts.find()];
      return informationPaper(language, { from: own?.name ?? actor.municipality, contacts });
    },
  ),
];

/** A page that a person opens in a window of its own: whoever is not signed in is told so in words. */
function paperRoute(
  key: PaperKey,
  kind: "survey" | "information",
  write: (visit: Visit, language: SurveyLanguage) => Content | Promise<Content>,
): Route {
  const { handle } = signedInRoute(key, async (visit) => {
    const { context, services, tx, actor, at } = visit;
    const shown = services.surveyLanguages.shown(await tx.languageApprovals.list(), services.kind);
    const language = shown.find(({ tag }) => tag === context.req.param("language"));
    if (!language) return notInThatLanguage(services, kind);
    const content = await write(visit, language);
    const details = { language: language.tag, kind };
    tx.audit.append({ at, account: actor.account, action: "survey.paper-printed", details });
    const isDemo = services.kind === "demo";
    return page(services, 200, (nonce) => paperPage({ language, isDemo, ...content }, nonce));
  });
  return {
    key,
    async handle(context, services) {
      const response = await handle(context, services);
      return response.status === 401 ? signedOut(services) : response;
    },
  };
}

function notInThatLanguage(services: Services, kind: "survey" | "information"): Promise<Response> {
  const found = problem("language-unknown");
  const folder = kind === "survey" ? "enkat" : "information";
  const link = { path: `/papper/${folder}/${sourceLanguage}`, name: "Skriv ut på svenska" };
  return page(services, problemStatus(found), (nonce) =>
    toldInstead("Inte på det språket", problemSentence(found, "sv"), link, nonce),
  );
}

function signedOut(services: Services): Promise<Response> {
  const link = { path: "/", name: "Logga in" };
  return page(services, 401, (nonce) =>
    toldInstead("Du är utloggad", "Logga in och öppna sidan igen.", link, nonce),
  );
}

async function page(
  { randomness }: Services,
  status: number,
  write: (nonce: string) => Written,
): Promise<Response> {
  const nonce = Buffer.from(randomness.bytes(18)).toString("base64url");
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": contentSecurityPolicy(nonce),
  };
  return new Response(String(await write(nonce)), { status, headers });
}
