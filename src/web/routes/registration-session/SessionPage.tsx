import { Link, useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import { systemClock } from "#kernel";
import type { CodebookList, RegistrationSessionView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { unitsReachedWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { momentInWords } from "../../words/calendar.ts";
import { listed } from "../../words/case-words.ts";
import { GuidanceContext, useGuidance } from "../case/unit-guidance.ts";
import { CloseSession } from "./CloseSession.tsx";
import { Counter } from "./Counter.tsx";
import { Hands } from "./Hands.tsx";
import { NextStep } from "./NextStep.tsx";
import { OneQuestion } from "./OneQuestion.tsx";
import { sessionHelp } from "./session-help.ts";
import { type SessionPlace, sessionAddress } from "./session-place.ts";
import { doneTogether } from "./session-words.ts";
import { Trouble } from "./Trouble.tsx";
import { useLiveSession } from "./use-live-session.ts";
import "./registration-session.css";

type Loaded = {
  readonly place: SessionPlace;
  readonly first: RegistrationSessionView;
  readonly codebook: Codebook;
};

type Arguments = {
  readonly request: Request;
  readonly params: { readonly unit?: string; readonly session?: string };
};

export async function loadSessionPage({ request, params }: Arguments): Promise<Loaded> {
  const place = { unit: params.unit ?? "", session: params.session ?? "" };
  const first = await get<RegistrationSessionView>(sessionAddress(place), request.signal);
  const codebooks = loaded(await get<CodebookList>("/api/codebooks", request.signal), request);
  const codebook = loaded(await findCodebook(codebooks.current), request);
  return { place, first: loaded(first, request), codebook };
}

/** A registration session: what to do next, what you have done together, and what to talk about. */
export function SessionPage() {
  const { place, first, codebook } = useLoaderData<Loaded>();
  return <OpenSession key={place.session} place={place} first={first} codebook={codebook} />;
}

function OpenSession({ place, first, codebook }: Loaded) {
  const session = useSession();
  const live = useLiveSession(place, first);
  const view = live.view ?? first;
  const guidance = useGuidance({ code: view.id, unit: view.unit });
  const isIn = (units: readonly { readonly id: string }[]) =>
    units.some(({ id }) => id === view.unit.id);
  const leads = isIn(unitsReachedWith(session, "coordinator", "unitManager"));
  const registers = isIn(unitsReachedWith(session, "caseWorker"));

  return (
    <Page title={view.name} help={sessionHelp} lead={<Lead view={view} />}>
      {view.closedAt !== null ? (
        <Closed view={view} />
      ) : (
        <GuidanceContext value={guidance}>
          <div className="session-page">
            {registers && (
              <div className="stack session-work">
                {view.isParticipant ? (
                  <NextStep place={place} live={live} queue={view.queue} />
                ) : (
                  <Button isLarge onPress={() => void live.act("POST", "/participation")}>
                    Gå med
                  </Button>
                )}
                {view.isParticipant && (
                  <OneQuestion place={place} codebook={codebook} variables={view.queue.variables} />
                )}
              </div>
            )}
            <div className="stack session-room">
              <Counter counter={view.counter} isLarge={!registers} />
              <Hands
                hands={view.hands}
                codebook={codebook}
                leads={leads}
                onLower={(concept) => void live.act("DELETE", `/hands/${concept}`)}
              />
              <Participants names={view.participants} />
              <Trouble {...live} />
              {leads && <CloseSession counter={view.counter} live={live} />}
            </div>
          </div>
        </GuidanceContext>
      )}
    </Page>
  );
}

function Lead({ view }: { readonly view: RegistrationSessionView }) {
  return (
    <p>
      Registreringsstuga i {view.unit.name}. Öppnades{" "}
      {momentInWords(view.openedAt, systemClock.now())} av {view.openedBy}.
    </p>
  );
}

function Participants({ names }: { readonly names: readonly string[] }) {
  return (
    <section aria-labelledby="med" className="stack">
      <h2 id="med">Med i stugan</h2>
      <p>{names.length === 0 ? "Ingen har gått med än." : `${listed(names)}.`}</p>
    </section>
  );
}

function Closed({ view }: { readonly view: RegistrationSessionView }) {
  return (
    <div className="stack">
      <Notice tone="calm" title="Stugan är avslutad.">
        <p>{doneTogether(view.counter)}</p>
        <p>Allt är sparat. Ärenden som inte är klara ligger kvar hos var och en.</p>
      </Notice>
      <Link to="/">Till Start</Link>
    </div>
  );
}
