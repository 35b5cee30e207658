import { Link } from "react-router";
import { systemClock } from "#kernel";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { CompilingProgress } from "./CompilingProgress.tsx";
import { isFinal, whichDraft } from "./next-step.ts";
import { useRound } from "./round-context.ts";
import { Sentences } from "./Sentences.tsx";
import { StartDraft } from "./StartDraft.tsx";
import { useCompiling } from "./use-compiling.ts";

/** A draft is made of what is accepted: counted, protected, and tried by another program. */
export function CompileStep() {
  const { view, compiling } = useRound();
  const { isBusy, problems, begin, discard } = useCompiling();
  const { state, accepted, participants } = compiling;
  const waiting = view.deliveries.filter((each) => each.state === "waiting").length;
  return (
    <section className="round-step" aria-labelledby="rakna">
      <h2 id="rakna" tabIndex={-1}>
        Räkna och skydda
      </h2>
      <p>
        {accepted} av {participants} deltagare har en godkänd leverans.
        {waiting > 0 && ` ${waiting} väntar på beslut och räknas inte med.`}
      </p>
      {state.kind === "running" && <CompilingProgress running={state} onStop={discard} />}
      {state.kind === "draft" && (
        <Notice tone="calm" title="Det finns ett utkast">
          <p>
            Läs det under <Link to="?steg=publicera">Publicera</Link>, eller kasta det och gör ett
            nytt.
          </p>
          <QuietButton onPress={() => void discard()}>Kasta utkastet</QuietButton>
        </Notice>
      )}
      {state.kind === "refused" && (
        <Notice
          title={
            state.isInterim
              ? "Utkastet till delsiffror gick inte att göra"
              : "Det slutliga utkastet gick inte att göra"
          }
        >
          {state.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>Inget är publicerat.</p>
        </Notice>
      )}
      <Sentences sentences={problems} />
      {(state.kind === "idle" || state.kind === "refused") &&
        (isFinal(view) ? (
          <p>De slutliga siffrorna är publicerade. Det som kommer senare räknas i nästa omgång.</p>
        ) : accepted === 0 ? (
          <p className="soft">Godkänn minst en leverans först.</p>
        ) : (
          <StartDraft
            kind={whichDraft(view, systemClock.now())}
            round={view.round}
            isBusy={isBusy}
            onBegin={begin}
          />
        ))}
    </section>
  );
}
