import {
  type Codebook,
  type ContentChange,
  checkLocalDraft,
  contentChanges,
  contentOf,
  emptyContent,
  highestCodes,
  type LocalContent,
  localNamespace,
  type Text,
} from "#codebook";
import { type Problem, problemSentence, swedishDay } from "#kernel";
import type { LocalDraft } from "#store";
import type { Visit } from "./http/route.ts";
import { type OwnGround, ownGround } from "./local-codebook-ground.ts";
import { nameIn } from "./name-in.ts";
import type { LocalCodebook } from "./wire-of-local-codebook.ts";

/** The municipality's own variables as the browser gets them. */
export async function viewLocalCodebook(visit: Visit): Promise<LocalCodebook> {
  const { tx, actor } = visit;
  const ground = await ownGround(visit);
  const draft = await tx.localDrafts.find();
  const accounts = await tx.accounts.names();
  const nameOf = (account: LocalDraft["by"]) => nameIn(accounts, account);
  const comments = await tx.draftComments.list();
  return {
    common: { id: ground.common.id, version: ground.common.version },
    namespace: localNamespace(actor.municipality),
    measures: ground.measures.map(({ id, label, definition, groups }) => {
      return { id, label, definition, groups };
    }),
    inUse: ground.inUse,
    draft: draft
      ? {
          revision: draft.revision,
          content: draft.content as LocalContent,
          by: nameOf(draft.by),
          at: draft.at,
          ...judged(visit, draft, ground),
        }
      : null,
    highestCodes: highestCodes(ground.earlier),
    comments: comments.map(({ account, ...comment }) => ({ ...comment, by: nameOf(account) })),
    versions: versionsOf(ground)
      .map(({ by, ...version }) => ({ ...version, by: nameOf(by) }))
      .toReversed(),
  };
}

/** What changes can only be told of a draft that has the form of a codebook. */
function judged(visit: Visit, draft: LocalDraft, ground: OwnGround) {
  const problems = problemsOf(visit, draft, ground);
  const isWellFormed = problems.every(({ code }) => code !== "draft-malformed");
  return {
    problems: problems.map((found) => ({ ...found, sentence: problemSentence(found, "sv") })),
    changes: isWellFormed ? changesTo(draft.content as LocalContent, ground) : [],
  };
}

function problemsOf(
  { actor, at }: Visit,
  draft: LocalDraft,
  ground: OwnGround,
): readonly Problem[] {
  const version = {
    municipality: actor.municipality,
    number: nextNumber(ground),
    validFrom: swedishDay(at),
  };
  const checked = checkLocalDraft(draft.content as LocalContent, version, ground);
  return checked.kind === "refused" ? checked.problems : [];
}

export function nextNumber({ versions }: OwnGround): number {
  return (versions.at(-1)?.number ?? 0) + 1;
}

export function changesTo(content: LocalContent, ground: OwnGround): readonly ContentChange[] {
  return contentChanges(ground.inUse, content, (id) => measureLabel(ground, id));
}

function versionsOf(ground: OwnGround) {
  const { earlier, versions } = ground;
  return versions.map(({ number, overlay, note, by, at }, index) => {
    const before = earlier[earlier.length - versions.length + index - 1];
    const was: Codebook | undefined = before;
    const changes = contentChanges(was ? contentOf(was) : emptyContent, contentOf(overlay), (id) =>
      measureLabel(ground, id),
    );
    return { number, codebook: overlay.id, version: overlay.version, note, by, at, changes };
  });
}

function measureLabel({ measures }: OwnGround, id: string): Text {
  return measures.find((measure) => measure.id === id)?.label ?? { sv: id, en: id };
}
