import { useLoaderData, useSearchParams } from "react-router";
import type { LogView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { LogLines } from "./LogLines.tsx";
import { LogNav } from "./LogNav.tsx";

const pageSize = 100;

export async function loadLog({ request }: { readonly request: Request }) {
  const from = Number(new URL(request.url).searchParams.get("from")) || 0;
  return loaded(await get<LogView>(`/api/log?from=${from}`, request.signal), request);
}

/** The municipality's own log: who read and changed what, and whether the chain is whole. */
export function Log() {
  const { intact, brokenAt, entries } = useLoaderData<LogView>();
  const [search, setSearch] = useSearchParams();
  const from = Number(search.get("from")) || 0;
  return (
    <Page title="Hela loggen" help={help}>
      <LogNav />
      <div className="stack log-page">
        {intact ? (
          <p>Loggen är hel. Ingen post har ändrats eller tagits bort.</p>
        ) : (
          <Notice title={`Loggen är ändrad vid post ${brokenAt}.`}>
            <p>
              Någon har ändrat eller tagit bort en post utanför programmet. Kontakta er
              säkerhetsansvariga nu.
            </p>
          </Notice>
        )}
        {entries.length === 0 ? (
          <p className="soft">Här finns inga fler poster.</p>
        ) : (
          // Another page of the log begins without a choice.
          <LogLines key={from} entries={entries} isLatest={from === 0} />
        )}
        <nav className="row" aria-label="Fler poster">
          {from > 0 && (
            <Button
              kind="secondary"
              onPress={() => setSearch({ from: String(Math.max(0, from - pageSize)) })}
            >
              Nyare poster
            </Button>
          )}
          {entries.length === pageSize && (
            <Button kind="secondary" onPress={() => setSearch({ from: String(from + pageSize) })}>
              Äldre poster
            </Button>
          )}
        </nav>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Loggen visar vem som läst och ändrat, men aldrig vad som står i ett ärende.",
    "Varje post är kedjad till den förra, så en ändring utanför programmet syns.",
    "Under «Granskning» står det som någon bör titta på, och stickprov som slumpen har dragit.",
  ],
  readMore: "logggranskning",
} as const;
