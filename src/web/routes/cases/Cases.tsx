import { useEffect, useRef, useState } from "react";
import { useLoaderData, useNavigate, useSearchParams } from "react-router";
import type { CaseList } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { NoCases } from "./NoCases.tsx";
import { StateFilter } from "./StateFilter.tsx";
import { WalkedList } from "./WalkedList.tsx";
import "./cases.css";

const pageSize = 50;

export async function loadCases({ request }: { readonly request: Request }) {
  const { search } = new URL(request.url);
  return loaded(await get<CaseList>(`/api/cases${search}`, request.signal), request);
}

export function Cases() {
  const list = useLoaderData<CaseList>();
  const session = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get("text") ?? "");
  const firstLine = useRef<HTMLAnchorElement>(null);
  const state = search.get("state") ?? "open";
  const from = Number(search.get("from") ?? 0);

  // The list follows the typing, but not every keystroke.
  useEffect(() => {
    if (text.trim() === (search.get("text") ?? "")) return;
    const timer = setTimeout(() => setSearch(searchOf(text, state), { replace: true }), 250);
    return () => clearTimeout(timer);
  }, [text, state, search, setSearch]);

  return (
    <Page title="Ärenden" help={help} placesFocus>
      <search className="case-search">
        <Field
          label="Sök på ärendets kod"
          type="search"
          value={text}
          onChange={setText}
          autoFocus
          maxLength={20}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              firstLine.current?.focus();
            }
          }}
        />
        <StateFilter
          state={state}
          onChange={(chosen) => setSearch(searchOf(text, chosen), { replace: true })}
        />
        {hasRole(session, "caseWorker") && (
          <Button kind="secondary" onPress={() => void navigate("/arenden/nytt")}>
            Nytt ärende
          </Button>
        )}
      </search>
      <p className="soft" role="status">
        {list.total === 1 ? "1 ärende" : `${list.total} ärenden`}
      </p>
      {list.cases.length === 0 ? (
        <NoCases isSearching={text !== "" || state !== "open"} />
      ) : (
        <WalkedList cases={list.cases} firstRef={firstLine} />
      )}
      <Pages
        from={from}
        size={pageSize}
        total={list.total}
        onGo={(start) => setSearch({ ...searchOf(text, state), from: String(start) })}
      />
    </Page>
  );
}

function searchOf(text: string, state: string): Record<string, string> {
  const wanted = text.trim();
  return { ...(wanted ? { text: wanted } : {}), ...(state === "open" ? {} : { state }) };
}

const help = {
  sentences: [
    "Här hittar du ett ärende med dess kod, som står i personens akt.",
    "Kontrollera startmånad och födelseår innan du öppnar, så att svaren hamnar rätt.",
    "En kollegas ärende öppnas med ett skäl, som chefen ser.",
  ],
  keys: [
    ["↓ ↑", "gå i listan"],
    ["Enter", "öppna ärendet"],
  ],
} as const;
