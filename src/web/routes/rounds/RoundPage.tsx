import { useEffect, useRef, useState } from "react";
import { Link, useLoaderData, useSearchParams } from "react-router";
import { swedishDay, systemClock } from "#kernel";
import type { CompilingView, RoundView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { dayInWords } from "../../words/calendar.ts";
import { CompileStep } from "./CompileStep.tsx";
import { DeliveriesStep } from "./DeliveriesStep.tsx";
import { isFinal, nextStep, type StepId, stepIds } from "./next-step.ts";
import { ParticipantsStep } from "./ParticipantsStep.tsx";
import { PublishStep } from "./PublishStep.tsx";
import { RoundFacts } from "./RoundFacts.tsx";
import { RoundLine } from "./RoundLine.tsx";
import { RoundContext, roundPath } from "./round-context.ts";
import { daysInWords } from "./round-words.ts";
import { type FirstLook, useLiveRound } from "./use-live-round.ts";
import "./rounds.css";
import "./rounds-print.css";

type Args = {
  readonly request: Request;
  readonly params: { readonly round?: string };
};

export async function loadRound({ request, params }: Args): Promise<FirstLook> {
  const id = params.round ?? "";
  const [view, compiling] = await Promise.all([
    get<RoundView>(roundPath(id), request.signal),
    get<CompilingView>(roundPath(id, "/release"), request.signal),
  ]);
  return { view: loaded(view, request), compiling: loaded(compiling, request) };
}

const views: Readonly<Record<StepId, () => React.ReactNode>> = {
  deltagare: ParticipantsStep,
  leveranser: DeliveriesStep,
  rakna: CompileStep,
  publicera: PublishStep,
};

/** Another round is another page: nothing of the one before stays. */
export function RoundPage() {
  const first = useLoaderData<FirstLook>();
  return <OneRound key={first.view.round.id} first={first} />;
}

/** A round from those who take part to what is published: one step in sight, `?steg=` names it. */
function OneRound({ first }: { readonly first: FirstLook }) {
  const live = useLiveRound(first);
  const { view, compiling } = live;
  const { round } = view;
  const next = nextStep(view, compiling, systemClock.now());
  const [search] = useSearchParams();
  const wished = stepIds.find((each) => each === search.get("steg"));
  // Where the page began: a decision moves what is next, and never the page under one's hands.
  const [begun] = useState(next.step);
  const step = wished ?? begun;
  const Step = views[step];
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    place.current?.querySelector("h2")?.focus();
  }, [step]);

  return (
    <RoundContext value={live}>
      <Page
        title={round.name}
        help={help}
        lead={
          <p>
            {daysInWords(round.from, round.through)} ·{" "}
            {view.endedAt
              ? `avslutad ${dayInWords(swedishDay(view.endedAt))}`
              : `brytdag ${dayInWords(swedishDay(round.cutOff))}`}
          </p>
        }
      >
        <div className="round-page">
          <RoundLine shown={step} next={next.step} />
          <section
            className={isFinal(view) ? "round-next calm not-printed" : "round-next not-printed"}
            aria-label="Nästa steg"
          >
            <p>{next.sentence}</p>
            {next.step !== step && (
              <Link to={`?steg=${next.step}`} preventScrollReset>
                {next.action}
              </Link>
            )}
          </section>
          <div ref={place}>
            <Step />
          </div>
          <RoundFacts />
          <p className="not-printed">
            <Link to="/sammanstallning" className="all-rounds">
              Alla omgångar
            </Link>
          </p>
        </div>
      </Page>
    </RoundContext>
  );
}

const help = {
  sentences: [
    "Överst står de fyra stegen och det enda som väntar på dig just nu.",
    "Du ser aldrig en rad ur någons ärenden: bara vem som har levererat, hur många ärenden, och vad som skiljer från förra leveransen.",
    "Slutliga siffror publiceras en gång, och det som kommer senare räknas i nästa omgång.",
  ],
  readMore: "sammanstallning",
} as const;
