import { useEffect, useRef, useState } from "react";
import {
  useLoaderData,
  useLocation,
  useNavigate,
  useRevalidator,
  useSearchParams,
} from "react-router";
import { wholeNumber } from "#kernel";
import type { CaseList } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { hasRole, unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useChosenState } from "./chosen-state.ts";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { listedState, searchOf } from "./listed-state.ts";
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
  const { chosen, choose } = useChosenState(listedState(search));
  const revalidator = useRevalidator();
  const [told, setTold] = useState(useTold());
  const leaver = search.get("lamna-over") ?? undefined;
  const [isHandingOver, setHandingOver] = useState(leaver !== undefined);
  const mayStart = hasRole(session, "caseWorker");
  const ownUnits = unitsWith(session, "caseWorker", "unitManager").map(({ name }) => name);
  const managed = unitsWith(session, "unitManager");
  const from = Number(search.get("from") ?? 0);

  // The list follows the typing, but not every keystroke.
  useEffect(() => {
    if (text.trim() === (search.get("text") ?? "")) return;
    const timer = setTimeout(() => setSearch(searchOf(text, chosen), { replace: true }), 250);
    return () => clearTimeout(timer);
  }, [text, chosen, search, setSearch]);

  return (
    <Page title="Ärenden" help={help} placesFocus>
      <div role="status">
        {told && (
          <Notice tone="calm">
            <p>{told}</p>
          </Notice>
        )}
      </div>
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
          state={chosen}
          isManager={managed.length > 0}
          onChange={(state) => setSearch(searchOf(text, state), choose(state))}
        />
        {mayStart && (
          <Button kind="secondary" onPress={() => void navigate("/arenden/nytt")}>
            Nytt ärende
          </Button>
        )}
        {managed.length > 0 && (
          <QuietButton onPress={() => setHandingOver(true)}>
            Lämna över alla ärenden från en kollega
          </QuietButton>
        )}
      </search>
      <p className="soft" role="status">
        {list.isMore && "Mer än "}
        {list.total === 1 ? "1 ärende" : `${wholeNumber(list.total)} ärenden`}
      </p>
      {list.cases.length === 0 ? (
        <NoCases state={listedState(search)} isSearching={text.trim() !== ""} mayStart={mayStart} />
      ) : (
        <WalkedList cases={list.cases} ownUnits={ownUnits} firstRef={firstLine} />
      )}
      <Pages
        from={from}
        size={pageSize}
        total={list.total}
        isMore={list.isMore}
        onGo={(start) => setSearch({ ...searchOf(text, chosen), from: String(start) })}
      />
      {isHandingOver && (
        <HandOverDialog
          units={managed}
          {...(leaver ? { unit: search.get("enhet") ?? undefined, from: leaver } : {})}
          onClose={() => setHandingOver(false)}
          onDone={(sentence) => {
            setHandingOver(false);
            setTold(sentence);
            void revalidator.revalidate();
          }}
        />
      )}
    </Page>
  );
}

/** What happened to a case that led here, told once: the page that led here says it. */
function useTold(): string | undefined {
  const state: unknown = useLocation().state;
  const told = typeof state === "object" && state !== null && "told" in state && state.told;
  return typeof told === "string" ? told : undefined;
}

const help = {
  sentences: [
    "Här hittar du ett ärende med dess kod, som står i personens akt.",
    "Kontrollera startmånad och födelseår innan du öppnar, så att svaren hamnar rätt.",
    "En kollegas ärende öppnas med ett skäl, som chefen ser.",
  ],
  readMore: "registrera",
  keys: [
    ["↓ ↑", "gå i listan"],
    ["Enter", "öppna ärendet"],
  ],
} as const;
