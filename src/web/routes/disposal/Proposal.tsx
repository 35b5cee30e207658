import { useState } from "react";
import { useNavigate } from "react-router";
import type { DisposalProposalView, DisposalProtocolView, DisposalView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { casesInWords } from "./disposal-words.ts";
import { useAct } from "./use-act.ts";

type Props = {
  readonly proposal: DisposalProposalView;
  readonly view: DisposalView;
  readonly onChanged: (told: string) => void;
};

/** What somebody has proposed: executed by another, or taken back. */
export function Proposal({ proposal, view, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { problem, isSending, carryOut } = useAct();
  const { number, cases, by, at, isOwn } = proposal;
  const mayExecute = view.mayAct && !(isOwn && view.others.length > 0);

  async function withdraw(): Promise<void> {
    const done = await carryOut<DisposalView>("DELETE", `/api/disposal/proposals/${number}`);
    if (done) onChanged("Förslaget är taget tillbaka.");
  }

  return (
    <section className="card stack" aria-labelledby="forslag">
      <h2 id="forslag">Föreslagen gallring</h2>
      <p>
        {by} föreslog gallring av {casesInWords(cases)} {exactMoment(at)}. Listan står här under.
      </p>
      {!mayExecute && view.mayAct && (
        <p>Du har föreslagit den. Någon annan verkställer: {view.others.join(" eller ")}.</p>
      )}
      <FieldProblem id="forslag-fel" sentence={isAsking ? undefined : problem} />
      {view.mayAct && (
        <div className="row not-printed">
          {mayExecute && <Button onPress={() => setAsking(true)}>Verkställ gallringen …</Button>}
          <QuietButton onPress={() => void withdraw()}>Ta tillbaka förslaget</QuietButton>
        </div>
      )}
      {isAsking && <Execute proposal={proposal} onClose={() => setAsking(false)} />}
      {isSending && <p role="status">Vänta …</p>}
    </section>
  );
}

type ExecuteProps = { readonly proposal: DisposalProposalView; readonly onClose: () => void };

function Execute({ proposal: { number, cases, listSha256 }, onClose }: ExecuteProps) {
  const navigate = useNavigate();
  const { problem, isSending, carryOut } = useAct();

  async function execute(): Promise<void> {
    const body = { number, listSha256 };
    const done = await carryOut<DisposalProtocolView>("POST", "/api/disposal/executions", body);
    if (done) void navigate(`/gallring/${done.number}`);
  }

  return (
    <Dialog title={`Gallra ${casesInWords(cases)}?`} onClose={onClose}>
      <div className="stack life-dialog">
        <p>
          Allt om ärendena tas bort: svaren, historiken, enkätsvaren och kommunens egna kopior av
          leveranser där de ingår. Säkerhetskopiorna blir oläsliga för just de ärendena.{" "}
          <strong>Det går inte att ångra.</strong>
        </p>
        <p>Kvar finns loggen över vem som gjort vad, och ett protokoll med antal.</p>
        <FieldProblem id="verkstall-fel" sentence={problem} />
        <div className="row">
          <Button onPress={() => void execute()} isDisabled={isSending} describedBy="verkstall-fel">
            Gallra nu
          </Button>
          <QuietButton onPress={onClose}>Avbryt</QuietButton>
        </div>
      </div>
    </Dialog>
  );
}
