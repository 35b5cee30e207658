import { useState } from "react";
import { useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import { swedishTime, systemClock } from "#kernel";
import type { LocalCodebook } from "#server";
import { findCodebook } from "../../../api/codebooks.ts";
import { sentencesOf } from "../../../api/reply.ts";
import { loaded } from "../../../routing/loaded.ts";
import { hasRole } from "../../../session/roles.ts";
import { useSession } from "../../../session/session.ts";
import { Page } from "../../../shell/Page.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { CodebookTabs } from "../CodebookTabs.tsx";
import { DraftState } from "./DraftState.tsx";
import { MeasureList } from "./MeasureList.tsx";
import { findOwn, type OwnReply, saveDraft } from "./own-api.ts";
import { type Own, OwnContext, type Saved } from "./own-context.ts";
import { PartList } from "./PartList.tsx";
import { PublishDraft } from "./PublishDraft.tsx";
import { VersionHistory } from "./VersionHistory.tsx";
import "../codebook.css";
import "./own-questions.css";

type Loaded = { readonly own: LocalCodebook; readonly common: Codebook };

export async function loadOwnQuestions({
  request,
}: {
  readonly request: Request;
}): Promise<Loaded> {
  const own = loaded(await findOwn(request.signal), request);
  const common = loaded(await findCodebook(own.common.id), request);
  return { own, common };
}

/** What the municipality asks beside the common questions: drafted, talked over, published. */
export function OwnQuestions() {
  const { own: first, common } = useLoaderData<Loaded>();
  const session = useSession();
  const [local, setLocal] = useState(first);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState<Saved>();
  const content = local.draft?.content ?? local.inUse;
  const { measures } = local;
  const groups = measures
    .filter(({ id }) => content.measures.includes(id))
    .flatMap((measure) => measure.groups);

  async function act(reply: OwnReply): Promise<LocalCodebook | undefined> {
    const found = await reply;
    setRefused(sentencesOf(found));
    if (found.kind !== "ok") return undefined;
    setLocal(found.value);
    return found.value;
  }

  const value: Own = {
    local,
    content,
    world: {
      ...common,
      variables: [...common.variables, ...content.variables],
      groups: [...common.groups, ...groups, ...content.groups],
    },
    mayEdit: hasRole(session, "coordinator", "unitManager"),
    act,
    saved,
    tellSaved: (name) =>
      setSaved({ name, sentence: `Sparat i utkastet ${swedishTime(systemClock.now())}.` }),
    save: (changed) => act(saveDraft(changed, local.draft?.revision ?? 0)),
  };

  return (
    <OwnContext value={value}>
      <Page title="Egna frågor" help={help} lead={<p>{lead}</p>}>
        <CodebookTabs />
        <DraftState />
        {refused.length > 0 && (
          <Notice isUrgent title="Det sparades inte.">
            {refused.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        )}
        <MeasureList />
        <PartList />
        <PublishDraft />
        <VersionHistory />
      </Page>
    </OwnContext>
  );
}

const lead =
  "Frågor som er kommun lägger till de gemensamma. Svaren lämnar aldrig kommunen, och syns bara i er egen bild.";

const help = {
  sentences: [
    "Samordnare och chefer skriver ett utkast, och alla som registrerar kan kommentera det.",
    "Ett utkast märks inte i ärendena förrän det publiceras, och då får nya ärenden frågorna direkt.",
    "Gamla ärenden behåller de frågor de började med, och de gemensamma frågorna går aldrig att ändra.",
  ],
  readMore: "egna-fragor",
} as const;
