import { useEffect } from "react";
import { Link, useLoaderData, useNavigate } from "react-router";
import type { Codebook } from "#codebook";
import type { StartView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { UnitPicture } from "../../figures/UnitPicture.tsx";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { QualityInBrief } from "../../quality/QualityInBrief.tsx";
import { loaded } from "../../routing/loaded.ts";
import { type NavigationItem, navigationOf } from "../../session/navigation.ts";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Entrances } from "./Entrances.tsx";
import { NextDelivery } from "./NextDelivery.tsx";
import { OpenSessions } from "./OpenSessions.tsx";
import { TodoList } from "./TodoList.tsx";
import { WelcomeBack } from "./WelcomeBack.tsx";
import "./start.css";

type Loaded = StartView & { readonly codebook: Codebook | undefined };

export async function loadStart({ request }: { readonly request: Request }): Promise<Loaded> {
  const start = loaded(await get<StartView>("/api/start", request.signal), request);
  if (!start.figures) return { ...start, codebook: undefined };
  // Fetched once; the next thing that is opened is most often a case under the same codebook.
  return { ...start, codebook: loaded(await findCodebook(start.figures.codebook), request) };
}

export function Start() {
  const { todo, more, unsent, pause, sessions, figures, codebook, quality, delivery } =
    useLoaderData<Loaded>();
  const session = useSession();
  const registers = hasRole(session, "caseWorker");
  const readsNation = hasRole(session, ...nationReaders);
  const compiles = hasRole(session, "regionalLead", "nationalAnalyst");
  const isElsewhere = ({ path }: NavigationItem) =>
    path !== "/" && !(readsNation && path === "/riket") && path !== "/sammanstallning";
  return (
    <Page title="Start" help={registers ? workerHelp : otherHelp}>
      {registers && <NewCaseButton />}
      {pause && <WelcomeBack pause={pause} />}
      <OpenSessions sessions={sessions} />
      <NextDelivery delivery={delivery} />
      {compiles && <RoundsEntrance />}
      {readsNation && <NationEntrance />}
      <div className="start">
        <section aria-labelledby="att-gora">
          <h2 id="att-gora">Att göra</h2>
          <TodoList todo={todo} more={more} unsent={unsent} registers={registers} />
        </section>
        <div className="start-beside">
          {quality.map((each) => (
            <QualityInBrief key={each.unit.id} quality={each} isOnlyOne={quality.length === 1} />
          ))}
          {figures && codebook && (
            <UnitPicture figures={figures} codebook={codebook} title="Er bild just nu" />
          )}
          {!figures && quality.length === 0 && (
            <Entrances items={navigationOf(session).filter(isElsewhere)} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** To them the nation's figures are the main thing. */
const nationReaders = ["committeeReader", "analyst", "regionalLead", "nationalAnalyst"] as const;

/** What those come for who receive what municipalities deliver. */
function RoundsEntrance() {
  return (
    <p className="card nation-entrance">
      <Link to="/sammanstallning">Sammanställning</Link>
      <span>Ta emot leveranser, räkna och skydda, publicera.</span>
    </p>
  );
}

function NationEntrance() {
  return (
    <p className="card nation-entrance">
      <Link to="/riket">Riket</Link>
      <span>Vilka söker stöd, vilket stöd får de, och gör det skillnad?</span>
    </p>
  );
}

/** The one big thing, also by the key N. */
function NewCaseButton() {
  const navigate = useNavigate();
  const [shortcuts] = useShortcuts();
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isFree = !document.querySelector("dialog[open]");
      if (shortcuts && isPlain && isFree && event.key.toLowerCase() === "n") {
        event.preventDefault();
        void navigate("/arenden/nytt");
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, shortcuts]);
  return (
    <p className="new-case">
      <Button isLarge shortcut="N" onPress={() => void navigate("/arenden/nytt")}>
        Nytt ärende
      </Button>
    </p>
  );
}

const workerHelp = {
  sentences: [
    "Här börjar du ett nytt ärende och ser vad som väntar på dig.",
    "Varje rad under Att göra har en sak att göra: tryck på den så kommer du rätt.",
    "Er bild visar enhetens egna siffror, som är exakta och inte får spridas.",
  ],
  readMore: "registrera",
  keys: [
    ["N", "nytt ärende"],
    ["Tab", "nästa sak på sidan"],
    ["Enter", "öppna"],
  ],
} as const;

const otherHelp = {
  sentences: [
    "Här ser du vad som väntar på dig.",
    "Sidorna som du har nytta av ligger i menyn.",
    "Saknar du en sida har du en annan roll än du tror: den står vid ditt namn.",
  ],
  readMore: "registrera",
} as const;
