import type { RoundView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { focusStepHeading } from "./focus-step-heading.ts";
import { roundPath, useChange, useRound } from "./round-context.ts";
import { Sentences } from "./Sentences.tsx";

type Props = { readonly isInterim: boolean; readonly onClose: () => void };

/** Milliseconds: what is published is written out for everybody. */
const patience = 120_000;

/** Said before, since it cannot be taken back. */
export function PublishDialog({ isInterim, onClose }: Props) {
  const { view, hear, hearCompiling, compiling } = useRound();
  const { isBusy, problems, send } = useChange();

  async function publish(): Promise<void> {
    const path = roundPath(view.round.id, "/release/publication");
    const told = await send<RoundView>("POST", path, { patience });
    if (!told) return;
    hear(told);
    hearCompiling({ ...compiling, state: { kind: "idle" } });
    onClose();
    focusStepHeading();
  }

  return (
    <Dialog
      title={isInterim ? "Publicera delsiffrorna?" : "Publicera siffrorna?"}
      onClose={onClose}
    >
      <ul>
        <li>
          Alla kan läsa dem: de som deltar, de som är inloggade och allmänheten på den publicerade
          sidan.
        </li>
        {isInterim ? (
          <li>Bara siffror för alla tillsammans visas. Inget visas för ett län eller en kommun.</li>
        ) : (
          <li>Den som kommer med en leverans eller en rättelse efter det räknas i nästa omgång.</li>
        )}
        <li>
          <strong>Det kan inte tas tillbaka.</strong> Det som någon har läst eller laddat ner är
          spritt.
        </li>
      </ul>
      <Sentences sentences={problems} />
      <div className="row">
        <Button isDisabled={isBusy} onPress={() => void publish()}>
          Publicera
        </Button>
        <Button kind="secondary" onPress={onClose}>
          Avbryt
        </Button>
      </div>
    </Dialog>
  );
}
