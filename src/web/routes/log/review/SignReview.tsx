import { useState } from "react";
import { numberInWords } from "#kernel";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import type { ReviewCounts } from "./review-words.ts";

type Props = {
  readonly counts: ReviewCounts;
  readonly onSign: () => Promise<readonly string[]>;
};

/** The end of a review: once every mark is settled it is signed, and never changed again. */
export function SignReview({ counts, onSign }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { all, left, followUps } = counts;
  return (
    <section aria-labelledby="signera-rubrik" className="stack not-printed">
      <h2 id="signera-rubrik">Signera</h2>
      {left > 0 ? (
        <p>
          Bedöm alla rader först: {numberInWords(left)} är kvar. Det du har bedömt är sparat, så du
          kan fortsätta en annan dag.
        </p>
      ) : (
        <Button id="signera" onPress={() => setAsking(true)}>
          Signera granskningen
        </Button>
      )}
      {isAsking && (
        <SignDialog
          sentence={
            all === 0
              ? "Det fanns inget att bedöma i perioden."
              : followUps === 0
                ? "Alla rader är granskade utan anmärkning."
                : `Att följa upp: ${numberInWords(followUps)} av ${numberInWords(all)} rader.`
          }
          onClose={() => setAsking(false)}
          onSign={onSign}
        />
      )}
    </section>
  );
}

type DialogProps = Pick<Props, "onSign"> & {
  readonly sentence: string;
  readonly onClose: () => void;
};

function SignDialog({ sentence, onClose, onSign }: DialogProps) {
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function sign(): Promise<void> {
    setBusy(true);
    setTroubles(await onSign());
    setBusy(false);
  }

  return (
    <Dialog title="Signera granskningen" onClose={onClose}>
      <div className="stack">
        <p>{sentence}</p>
        <p>
          Efter signeringen går granskningen inte att ändra. Ditt namn och tiden står i den, och i
          loggen.
        </p>
        <div role="alert">
          {troubles.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </div>
        <div className="row">
          <Button onPress={() => void sign()} isDisabled={isBusy} autoFocus>
            {isBusy ? "Signerar …" : "Signera"}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            Avbryt
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
