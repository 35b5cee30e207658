import type { Context } from "hono";
import type { Answers } from "#codebook";
import { swedishDay } from "#kernel";
import { answerKeyOf, parseWayIn, type WayIn } from "#survey";
import { publicRoute, type Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { type Asking, askingPage } from "../survey-pages/asking-page.ts";
import { languageOf, languagesFor, writtenLanguage } from "../survey-pages/choose-language.ts";
import { notReceivedPage, thanksPage, toThanks } from "../survey-pages/end-pages.ts";
import { comeBack, type LetIn, letIn, noWay } from "../survey-pages/let-in.ts";
import { pinPage } from "../survey-pages/pin-page.ts";
import { readPlace, readStep, stepTo } from "../survey-pages/place.ts";
import { puttingOf } from "../survey-pages/put-questions.ts";
import {
  readAnswers,
  readForm,
  readKey,
  readPin,
  readWritten,
} from "../survey-pages/survey-form.ts";
import { takeAnswers } from "../survey-pages/take-answers.ts";

// The client's survey: nobody is signed in, no cookie is looked at or set, and a GET does nothing.
export const surveyPageRoutes: readonly Route[] = [
  publicRoute("GET /e", ({ req }, services) => door(services, "", req.query("sprak"))),

  publicRoute("GET /e/lamna", (_, { leaveTo }) => {
    const headers = { Location: leaveTo, "Clear-Site-Data": '"cache"' };
    return new Response(null, { status: 303, headers });
  }),

  publicRoute("GET /e/klart", ({ req }, services) =>
    thanksPage(closing(services, req.query("sprak")), req.query("skarm") === "1"),
  ),

  // Looked at by programs that show what lies behind a link: what stands in the address is all it holds.
  publicRoute("GET /e/:way", ({ req }, services) => {
    const way = req.param("way") ?? "";
    return door(services, parseWayIn(way) ? way : "", req.query("sprak"));
  }),

  publicRoute("POST /e/oppna", neutrally(openSurvey)),
  publicRoute("POST /e/svar", neutrally(takeStep)),
];

/** Also when we fail, a client meets a page of hers, and not a program's. */
function neutrally(handle: Route["handle"]): Route["handle"] {
  return async (context, services) => {
    try {
      return await handle(context, services);
    } catch (error) {
      services.telemetry.failed(error);
      return notReceivedPage(closing(services, undefined), 500);
    }
  };
}

async function openSurvey(context: Context, services: Services): Promise<Response> {
  const form = await readForm(context);
  const way = parseWayIn(form.one("way")) ?? noWay;
  const here = await letIn(services, way, readPin(form));
  if (!here) return door(services, readWritten(form), form.one("sprak"), true);
  const start = { answers: {}, place: { view: "one", number: 0 } } as const;
  return asking(services, here, answerKeyOf(way), form.one("sprak"), start);
}

async function takeStep(context: Context, services: Services): Promise<Response> {
  const form = await readForm(context);
  const key = readKey(form) ?? noWay;
  const here = await comeBack(services, key);
  const sprak = form.one("sprak");
  if (!here) return notReceivedPage(closing(services, sprak));
  const thanks = () => toThanks(languageOf(here, services, sprak), here.mode);
  if (here.isAnswered) return thanks();

  const { record, codebook } = here;
  const putting = puttingOf(codebook, record);
  const day = { startedOn: record.startedOn, today: swedishDay(services.clock.now()) };
  const answers = readAnswers(form, putting.possible, day);
  const place = stepTo(readStep(form), readPlace(form), putting, answers);
  if (place === "send") {
    const isThere = await takeAnswers(services, key, record.id, form);
    return isThere ? thanks() : notReceivedPage(closing(services, sprak));
  }
  const other = /^sprak\.(.+)$/.exec(form.one("steg"))?.[1];
  return asking(services, here, key, other ?? sprak, { answers, place });
}

/** Where the digits are asked for, with what was written of a way in. */
function door(
  services: Services,
  written: string,
  sprak: string | undefined,
  isRefused = false,
): Promise<Response> {
  const chosen = writtenLanguage(services, sprak);
  const language = chosen ?? services.surveyLanguages.source;
  const languages = languagesFor(services, language);
  const isDemo = services.kind === "demo";
  const isChosen = chosen !== undefined;
  return pinPage({ written, language, isChosen, languages, isDemo, isRefused });
}

function asking(
  services: Services,
  here: LetIn,
  key: WayIn,
  sprak: string,
  at: Pick<Asking, "place"> & { readonly answers: Answers },
): Promise<Response> {
  const language = languageOf(here, services, sprak);
  const { languages, record, codebook } = here;
  const putting = puttingOf(codebook, record);
  const isDemo = services.kind === "demo";
  return askingPage({ key, language, languages, isDemo, putting, ...at });
}

function closing(services: Services, sprak: string | undefined) {
  const language = writtenLanguage(services, sprak) ?? services.surveyLanguages.source;
  return { language, isDemo: services.kind === "demo" };
}
