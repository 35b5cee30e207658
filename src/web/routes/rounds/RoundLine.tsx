import { Link } from "react-router";
import { isFinal, type StepId, stepIds } from "./next-step.ts";
import { type LiveRound, useRound } from "./round-context.ts";
import { currentOf } from "./round-words.ts";

const names: Readonly<Record<StepId, string>> = {
  deltagare: "Deltagare",
  leveranser: "Leveranser",
  rakna: "Räkna och skydda",
  publicera: "Publicera",
};

type Props = {
  readonly shown: StepId;
  /** The one that is waited for. */
  readonly next: StepId;
};

/** The four steps, each with how it stands; a way to each of them at any time. */
export function RoundLine({ shown, next }: Props) {
  const live = useRound();
  return (
    <nav aria-label="Omgångens steg" className="round-line not-printed">
      <ol>
        {stepIds.map((step) => (
          <li key={step} className={step === next ? "next" : undefined}>
            <Link
              to={`?steg=${step}`}
              aria-current={step === shown ? "step" : undefined}
              preventScrollReset
            >
              <strong>{names[step]}</strong>
              <span className="soft">{standing(step, live)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function standing(step: StepId, { view, compiling }: LiveRound): string {
  const participants = currentOf(view.participants);
  const accepted = participants.filter(({ state }) => state === "accepted").length;
  const waiting = view.deliveries.filter(({ state }) => state === "waiting").length;
  switch (step) {
    case "deltagare":
      return participants.length === 0 ? "inga än" : `${participants.length} deltar`;
    case "leveranser":
      return waiting > 0 ? `${waiting} väntar` : `${accepted} av ${participants.length} godkända`;
    case "rakna":
      return compilingWords[compiling.state.kind];
    case "publicera":
      if (isFinal(view)) return "klart";
      return view.published.length > 0 ? "delsiffror finns" : "inte än";
  }
}

const compilingWords = {
  idle: "inget utkast",
  running: "pågår",
  draft: "utkast finns",
  refused: "gick inte",
} as const;
