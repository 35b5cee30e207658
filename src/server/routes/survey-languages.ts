import { checkText, problem } from "#kernel";
import {
  isShownToClients,
  type LanguageApproval,
  languageStatus,
  languageTextHash,
  type SurveyLanguage,
  sourceLanguage,
} from "#survey";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { ApproveLanguage, WriteClientContacts } from "../requests-of-survey.ts";
import { surveyLanguageTexts } from "../survey-language-texts.ts";
import type {
  ClientContactsView,
  SurveyLanguageList,
  SurveyLanguageView,
} from "../wire-of-survey.ts";

/** Characters: a few lines on a printed page. */
const longestContact = 1000;

// About words and addresses, never about a person: reading them is not logged, changing them is.
export const surveyLanguageRoutes: readonly Route[] = [
  signedInRoute("GET /api/survey-languages", tellLanguages),
  signedInRoute("PUT /api/survey-languages/:language/approval", approve),
  signedInRoute("DELETE /api/survey-languages/:language/approval", takeBack),
  signedInRoute("GET /api/client-contacts", tellContacts),
  signedInRoute("PUT /api/client-contacts", writeContacts),
];

async function tellLanguages({ tx, actor, services }: Visit): Promise<Response> {
  const { surveyLanguages, codebooks, kind } = services;
  const approvals = await tx.languageApprovals.list();
  const current = codebooks.of(actor.municipality);
  const known = codebooks.list(actor.municipality);
  function view(language: SurveyLanguage): SurveyLanguageView {
    const { tag, name, swedishName, direction } = language;
    const approval = approvals.find((each) => each.language === tag);
    const status = languageStatus(language, approval);
    return {
      tag,
      name,
      swedishName,
      direction,
      status,
      isUsable: isShownToClients(status, kind),
      approvedBy: approval?.approvedBy ?? null,
      approvedAt: approval?.approvedAt ?? null,
      textHash: languageTextHash(language),
      texts: surveyLanguageTexts(language, surveyLanguages.source, current, known),
    };
  }
  const body: SurveyLanguageList = { languages: surveyLanguages.all.map(view) };
  return Response.json(body);
}

/** Only for the words that were read: when they have changed since, they have to be read again. */
async function approve(visit: Visit): Promise<Response> {
  const { tx, actor, at } = visit;
  const body = await readBody(visit.context, ApproveLanguage);
  if (body.kind === "refused") return refusalOf(body.problems);
  const language = addressedLanguage(visit);
  // Everything is translated from the Swedish, so nobody answers for that one.
  if (!language || language.tag === sourceLanguage) return unknownLanguage();
  const { textHash } = body.value;
  if (textHash !== languageTextHash(language)) return refusal(problem("language-changed"));
  const approval: LanguageApproval = {
    language: language.tag,
    textHash,
    approvedBy: actor.name,
    approvedAt: at,
  };
  await tx.languageApprovals.set(approval);
  log(visit, "survey.language-approved", language);
  return tellLanguages(visit);
}

async function takeBack(visit: Visit): Promise<Response> {
  const language = addressedLanguage(visit);
  if (!language) return unknownLanguage();
  await visit.tx.languageApprovals.remove(language.tag);
  log(visit, "survey.language-approval-withdrawn", language);
  return tellLanguages(visit);
}

function addressedLanguage({ context, services }: Visit): SurveyLanguage | undefined {
  return services.surveyLanguages.find(context.req.param("language") ?? "");
}

function unknownLanguage(): Response {
  return refusal(problem("language-unknown", "language"));
}

function log({ tx, actor, at }: Visit, action: string, { tag }: SurveyLanguage): void {
  tx.audit.append({ at, account: actor.account, action, details: { language: tag } });
}

async function tellContacts({ tx }: Visit): Promise<Response> {
  const written = await tx.clientContacts.find();
  const body: ClientContactsView = written ?? { contact: "", dataProtection: "" };
  return Response.json(body);
}

async function writeContacts(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, WriteClientContacts);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { contact, dataProtection } = body.value;
  const problems = [
    ...checkText(contact, "contact", longestContact),
    ...checkText(dataProtection, "dataProtection", longestContact),
  ];
  if (problems.length > 0) return refusalOf(problems);
  await tx.clientContacts.set({ contact: contact.trim(), dataProtection: dataProtection.trim() });
  tx.audit.append({ at, account: actor.account, action: "survey.contacts-written" });
  return tellContacts(visit);
}
