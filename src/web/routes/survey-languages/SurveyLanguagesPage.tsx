import { useState } from "react";
import { useLoaderData } from "react-router";
import type { ClientContactsView, SurveyLanguageList } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Contacts } from "./Contacts.tsx";
import { LanguageEntry } from "./LanguageEntry.tsx";
import "./survey-languages.css";

type Loaded = SurveyLanguageList & { readonly contacts: ClientContactsView };

export async function loadSurveyLanguages({
  request,
}: {
  readonly request: Request;
}): Promise<Loaded> {
  const { signal } = request;
  const [list, contacts] = await Promise.all([
    get<SurveyLanguageList>("/api/survey-languages", signal),
    get<ClientContactsView>("/api/client-contacts", signal),
  ]);
  return { ...loaded(list, request), contacts: loaded(contacts, request) };
}

/** «Enkätens språk»: what clients can read, who answers for it, and whom clients can ask. */
export function SurveyLanguagesPage() {
  const atFirst = useLoaderData<Loaded>();
  const [languages, setLanguages] = useState(atFirst.languages);
  const mayApprove = hasRole(useSession(), "coordinator", "unitManager");
  return (
    <Page title="Enkätens språk" lead={<p>{lead}</p>} help={help}>
      <div className="survey-languages">
        {languages.map((language) => (
          <LanguageEntry
            key={language.tag}
            language={language}
            mayApprove={mayApprove}
            onChanged={setLanguages}
          />
        ))}
        {languages.length === 1 && (
          <p>
            Enkäten finns bara på svenska. Fler språk läggs till av den som driver systemet: då står
            de här, att läsa och godkänna.
          </p>
        )}
        <Contacts contacts={atFirst.contacts} mayWrite={mayApprove} />
      </div>
    </Page>
  );
}

const lead =
  "Utom svenska är varje språk ett utkast tills någon hos er har läst alla texter och godkänt dem. Ändras en text blir det ett utkast igen.";

const help = {
  sentences: [
    "Här står vilka språk klienter kan läsa enkäten på, och varje text bredvid den svenska.",
    "En samordnare eller chef som kan språket läser allt och godkänner, och namnet och dagen står kvar.",
    "Skriv här vem klienten kan fråga, och skriv ut enkäten om ni behöver den på papper.",
  ],
  readMore: "enkaten",
} as const;
