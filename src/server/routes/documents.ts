import { checkText, type Outcome, problem, swedishTime } from "#kernel";
import {
  type A4Document,
  type DocumentKind,
  documentKinds,
  documentKindsFor,
  documentOf,
  type OwnWords,
  renderPdf,
} from "#report";
import type { DocumentKey, DocumentWords } from "#store";
import { documentFonts } from "../document-fonts.ts";
import {
  documentSources,
  type FoundSource,
  findDocumentSource,
  ofCampaign,
} from "../document-sources.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { WriteWords } from "../requests-of-documents.ts";
import type { DocumentSources, DocumentView } from "../wire-of-documents.ts";

/** Characters: some two pages. */
const longestText = 5000;

const fileNames: { readonly [Kind in DocumentKind]: string } = {
  committee: "till-namnden",
  staff: "arbetsplatstraff",
  collaboration: "till-samverkan",
  managers: "till-cheferna",
  contacts: "till-kontaktpersonerna",
};

// Protected figures that tell of no case, made to be passed on: reading them is not logged.
export const documentRoutes: readonly Route[] = [
  signedInRoute("GET /api/documents", async (visit) => {
    const own = await visit.tx.municipality.find();
    const { municipality: code } = visit.actor;
    const body: DocumentSources = {
      municipality: { code, name: own?.name ?? code },
      sources: await documentSources(visit),
    };
    return Response.json(body);
  }),
  signedInRoute("GET /api/documents/:kind/:source", (visit) => about(visit, tell)),
  signedInRoute("GET /api/documents/:kind/:source/pdf", (visit) => about(visit, print)),
  signedInRoute("PUT /api/documents/:kind/:source/words", (visit) => about(visit, writeWords)),
];

type Asked = FoundSource & { readonly kind: DocumentKind; readonly id: string };

async function about(
  visit: Visit,
  answer: (visit: Visit, asked: Asked) => Promise<Response>,
): Promise<Response> {
  const { context } = visit;
  const kind = documentKinds.find((each) => each === context.req.param("kind"));
  const id = context.req.param("source") ?? "";
  const found: Outcome<FoundSource> | undefined = kind && (await findDocumentSource(visit, id));
  if (!kind || !found) return notFound();
  if (found.kind === "refused") return refusalOf(found.problems);
  if (!documentKindsFor(found.value.source).includes(kind)) return notFound();
  return answer(visit, { ...found.value, kind, id });
}

async function tell(visit: Visit, asked: Asked): Promise<Response> {
  const written = await visit.tx.documentWords.find(keyOf(asked));
  const names = await visit.tx.accounts.names();
  const { comments = "", talkAbout = "", revision = 0 } = written ?? {};
  const body: DocumentView = {
    document: drawn(visit, asked, written),
    own: {
      revision,
      comments,
      talkAbout,
      written: written ? { by: nameIn(names, written.by), at: written.at } : null,
    },
  };
  return Response.json(body);
}

async function print(visit: Visit, asked: Asked): Promise<Response> {
  const written = await visit.tx.documentWords.find(keyOf(asked));
  const document = drawn(visit, asked, written);
  const bytes = await renderPdf(document, await documentFonts(), visit.at);
  const place = placeInName(asked.id);
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileNames[asked.kind]}-${place}.pdf"`,
    },
  });
}

async function writeWords(visit: Visit, asked: Asked): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, WriteWords);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { basedOn, comments, talkAbout } = body.value;
  const problems = [
    ...checkText(comments, "comments", longestText),
    ...checkText(talkAbout, "talkAbout", longestText),
  ];
  if (problems.length > 0) return refusalOf(problems);
  const key = keyOf(asked);
  const words = { comments, talkAbout, by: actor.account, at };
  const saved = await tx.documentWords.save(key, basedOn, words);
  if (saved.kind === "stale") return changedMeanwhile(visit, key);
  const { account } = actor;
  tx.audit.append({ at, account, action: "document.words-written", details: { ...key } });
  return tell(visit, asked);
}

async function changedMeanwhile({ tx }: Visit, key: DocumentKey): Promise<Response> {
  const names = await tx.accounts.names();
  const now = await tx.documentWords.find(key);
  const details = now
    ? { by: nameIn(names, now.by), time: swedishTime(now.at) }
    : { by: "Någon", time: "nyss" };
  return refusal(problem("document-words-changed", undefined, details));
}

/** As the file is called; a campaign's own id would say nothing. */
function placeInName(id: string): string {
  if (id.startsWith(ofCampaign)) return "fokusmanad";
  return id === "nation" ? "riket" : id.toLowerCase();
}

function keyOf({ kind, key }: Asked): DocumentKey {
  return { kind, source: key };
}

function drawn(visit: Visit, { kind, source }: Asked, written?: DocumentWords): A4Document {
  const own: OwnWords = written ?? { comments: "", talkAbout: "" };
  return documentOf({ kind, source, own, language: "sv", isDemo: visit.services.kind === "demo" });
}
