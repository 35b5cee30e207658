import { applyOverlay, checkLocalDraft, type LocalContent } from "#codebook";
import {
  checkText,
  done,
  type Outcome,
  type Problem,
  problem,
  randomId,
  refused,
  swedishDay,
  swedishTime,
} from "#kernel";
import type { DraftResult } from "#store";
import { checkDraftTexts } from "../check-draft-texts.ts";
import { onlyOnce } from "../http/only-once.ts";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { ownGround } from "../local-codebook-ground.ts";
import { changesTo, nextNumber, viewLocalCodebook } from "../local-codebook-view.ts";
import { BasedOn, CommentDraft, PublishDraft, SaveDraft } from "../requests-of-local-codebook.ts";

/** Some fifty questions, with all their words in two languages. */
const largestDraft = 512 * 1024;
const longestText = 1000;

export const localCodebookRoutes: readonly Route[] = [
  signedInRoute("GET /api/local-codebook", (visit) => told(visit)),
  signedInRoute("PUT /api/local-codebook/draft", saveDraft),
  signedInRoute("DELETE /api/local-codebook/draft", discardDraft),
  signedInRoute("POST /api/local-codebook/comments", comment),
  signedInRoute("POST /api/local-codebook/comments/:comment/settlement", settleComment),
  signedInRoute("POST /api/local-codebook/publication", publish),
];

async function told(visit: Visit): Promise<Response> {
  return Response.json(await viewLocalCodebook(visit));
}

async function saveDraft(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, SaveDraft, largestDraft);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { basedOn, content } = body.value;
  const problems = checkDraftTexts(content);
  if (problems.length > 0) return refusalOf(problems);
  const saved = await tx.localDrafts.save(content, basedOn, { by: actor.account, at });
  if (saved.kind === "stale") return changedMeanwhile(visit, saved);
  log(visit, "local-codebook.draft-saved");
  return told(visit);
}

async function discardDraft(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const basedOn = BasedOn.safeParse(context.req.query("basedOn"));
  if (!basedOn.success) return refusal(problem("malformed-request", "basedOn"));
  if (!(await tx.localDrafts.findForUpdate())) return refusal(problem("no-draft"));
  const ended = await tx.localDrafts.end(basedOn.data, { by: actor.account, at });
  if (ended.kind === "stale") return changedMeanwhile(visit, ended);
  log(visit, "local-codebook.draft-discarded");
  return told(visit);
}

async function comment(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at } = visit;
  const body = await readBody(context, CommentDraft);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { variable, text } = body.value;
  const problems = [
    ...(text.trim() === "" ? [problem("comment-empty", "text")] : []),
    ...checkText(text, "text", longestText),
    ...checkText(variable, "variable", longestText),
  ];
  if (problems.length > 0) return refusalOf(problems);
  return onlyOnce(
    visit,
    body.value,
    variable,
    async () => {
      const id = randomId(services.randomness);
      await tx.draftComments.insert({ id, variable, account: actor.account, at, text });
      log(visit, "local-codebook.commented");
      return { kind: "done", response: await told(visit) };
    },
    () => told(visit),
  );
}

async function settleComment(visit: Visit): Promise<Response> {
  const { context, tx, at } = visit;
  const isKnown = await tx.draftComments.settle(context.req.param("comment") ?? "", at);
  if (!isKnown) return refusal(problem("comment-gone"));
  log(visit, "local-codebook.comment-settled");
  return told(visit);
}

/** The draft becomes the next version, and new cases are registered under it from this moment. */
async function publish(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at } = visit;
  const body = await readBody(context, PublishDraft);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { basedOn, note } = body.value;
  const draft = await tx.localDrafts.findForUpdate();
  if (!draft) return refusal(problem("no-draft"));
  if (draft.revision !== basedOn) return changedMeanwhile(visit, { kind: "stale", ...draft });
  const said = checkNote(note);
  if (said.kind === "refused") return refusalOf(said.problems);

  const ground = await ownGround(visit);
  const content = draft.content as LocalContent;
  const { municipality, account: by } = actor;
  const number = nextNumber(ground);
  const version = { municipality, number, validFrom: swedishDay(at) };
  const overlay = checkLocalDraft(content, version, ground);
  if (overlay.kind === "refused") return refusalOf(overlay.problems);
  if (changesTo(content, ground).length === 0) return refusal(problem("draft-unchanged"));
  const codebook = applyOverlay(ground.common, overlay.value, ground.measures);
  if (codebook.kind === "refused") return refusalOf(codebook.problems);

  const unpublished = await tx.codebooks.publish([codebook.value], at);
  if (unpublished.length > 0) throw new Error(`version ${number} was published before`);
  await tx.localCodebooks.insert({ number, overlay: overlay.value, note: said.value, by, at });
  await tx.localDrafts.end(basedOn, { by, at });
  log(visit, "local-codebook.published", { codebook: codebook.value.id });
  visit.onceSaved(() => services.codebooks.add(codebook.value));
  return told(visit);
}

function checkNote(note: string): Outcome<string> {
  const problems: readonly Problem[] = /\p{L}/u.test(note)
    ? checkText(note, "note", longestText)
    : [problem("note-needed", "note")];
  return problems.length > 0 ? refused(...problems) : done(note.trim());
}

async function changedMeanwhile(
  { tx }: Visit,
  { by, at }: Extract<DraftResult, { kind: "stale" }>,
): Promise<Response> {
  const names = await tx.accounts.names();
  const details = { by: names.get(by) ?? "Någon", time: swedishTime(at) };
  return refusal(problem("draft-changed-meanwhile", undefined, details));
}

function log({ tx, actor, at }: Visit, action: string, details = {}): void {
  tx.audit.append({ at, account: actor.account, action, details });
}
