import { useEffect, useState } from "react";
import { useLoaderData, useNavigate } from "react-router";
import type { DocumentSources, DocumentView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import { addressOf, type DocumentWish, kindChoices, pathOf, wishOf } from "./document-address.ts";
import { sourceInWords } from "./document-words.ts";
import { OwnWords } from "./OwnWords.tsx";
import { Sheet } from "./Sheet.tsx";
import { useOwnWords } from "./use-own-words.ts";
import "../../figures/figure.css";
import "./documents.css";

type Told = { readonly wish: DocumentWish; readonly view: DocumentView };
type Loaded = { readonly list: DocumentSources; readonly told: Told | null };

export async function loadDocuments({ request }: { readonly request: Request }): Promise<Loaded> {
  const list = loaded(await get<DocumentSources>("/api/documents", request.signal), request);
  const wish = wishOf(new URL(request.url).searchParams, list.sources);
  if (!wish) return { list, told: null };
  const view = loaded(await get<DocumentView>(pathOf(wish), request.signal), request);
  return { list, told: { wish, view } };
}

/** One sheet for each reader, from protected figures, with one's own words: to print or to pass on. */
export function DocumentsPage() {
  const { list, told } = useLoaderData<Loaded>();
  if (!told) return <NothingYet />;
  return <Document key={pathOf(told.wish)} list={list} {...told} />;
}

function Document({ list, wish, view: first }: Told & Pick<Loaded, "list">) {
  const [view, setView] = useState(first);
  const session = useSession();
  const navigate = useNavigate();
  const own = useOwnWords(wish, first, setView);
  const mayWrite = hasRole(session, "caseWorker", "unitManager", "coordinator", "analyst");
  const { sources } = list;
  const isCampaign = sources.find(({ id }) => id === wish.source)?.kind === "campaign";
  const { title } = view.document;
  useEffect(() => {
    document.documentElement.style.setProperty("--sheet-heading", JSON.stringify(title));
    return () => void document.documentElement.style.removeProperty("--sheet-heading");
  }, [title]);

  const goTo = async (wished: Partial<DocumentWish>) => {
    await own.save();
    await navigate(addressOf({ ...wish, ...wished }));
  };
  // What is printed is what has been saved; where it cannot be, the reason stands by the fields.
  const once = async (act: () => void) => {
    if (await own.save()) act();
  };

  return (
    <Page title="Underlag" lead={<p>{lead}</p>} help={help}>
      <div className="documents">
        <div className="documents-choices not-printed">
          <Select
            label="Dokument"
            options={kindChoices(isCampaign)}
            value={wish.kind}
            onChange={(kind) => void goTo({ kind: kind as DocumentWish["kind"] })}
          />
          <Select
            label="Siffror"
            options={[]}
            groups={groupsOf(sources)}
            value={wish.source}
            onChange={(source) => void goTo({ source })}
          />
          <div className="row">
            <Button onPress={() => void once(() => window.print())}>Skriv ut</Button>
            <Button
              kind="secondary"
              onPress={() => void once(() => window.location.assign(`${pathOf(wish)}/pdf`))}
            >
              Hämta PDF
            </Button>
          </div>
        </div>
        {mayWrite && <OwnWords own={own} written={view.own.written} />}
        <Sheet document={view.document} />
      </div>
    </Page>
  );
}

function groupsOf(sources: DocumentSources["sources"]) {
  const options = (isLocal: boolean) =>
    sources
      .filter(({ kind }) => (kind === "local" || kind === "campaign") === isLocal)
      .map((source) => ({ value: source.id, label: sourceInWords(source) }));
  return [
    { label: "Kommunens egna", options: options(true) },
    { label: "Den nationella sammanställningen", options: options(false) },
  ].filter((group) => group.options.length > 0);
}

function NothingYet() {
  return (
    <Page title="Underlag" help={help}>
      <div className="stack">
        <p>
          Här kommer färdiga sidor att stå: till nämnden, till arbetsplatsträffen, till samverkan.
        </p>
        <p>
          De görs av frysta siffror, och det finns inga ännu. En samordnare eller chef fryser ett
          halvår på sidan Kommunen.
        </p>
      </div>
    </Page>
  );
}

const lead = "En sida att skriva ut eller skicka vidare. Siffrorna är skyddade och får spridas.";

const help = {
  sentences: [
    "Välj vem sidan är till och vilka siffror den ska bygga på, så visar bladet hur den blir.",
    "Skriv era egna kommentarer och frågor: de sparas medan du skriver och följer med på papper och PDF.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen.",
  ],
  readMore: "underlag",
} as const;
