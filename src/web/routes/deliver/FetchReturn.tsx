import { useState } from "react";
import { Link } from "react-router";
import type { ReturnedView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { togetherPage } from "../screening/campaign-place.ts";
import { deliveriesOf } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import { returnedInWords } from "./deliver-words.ts";
import { FileField } from "./FileField.tsx";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

/** What comes back when the round is published: nation and own beside each other. */
export function FetchReturn() {
  const { round, mayDeliver } = useDeliver();
  const { act, isBusy, sentences } = useAct();
  const [returned, setReturned] = useState<ReturnedView>();
  const path = `${deliveriesOf(round.round.id)}/return`;
  if (!mayDeliver || !round.deliveries.some(({ sent }) => sent)) return null;

  async function fetchIt(file?: File): Promise<void> {
    setReturned(undefined);
    const patience = 180_000;
    const reply = file
      ? await act<ReturnedView>({ method: "POST", path: `${path}/file`, body: file, patience })
      : await act<ReturnedView>({ method: "POST", path, patience });
    if (reply?.kind === "ok") setReturned(reply.value);
  }

  return (
    <section aria-labelledby="jamforelsen" className="deliver-return not-printed">
      <h2 id="jamforelsen">Jämförelsen tillbaka</h2>
      <p>När mottagaren har publicerat omgången kan ni hämta den, och se er bredvid de andra.</p>
      {round.receiver.address !== null && (
        <Button kind="secondary" onPress={() => void fetchIt()}>
          Hämta jämförelsen
        </Button>
      )}
      <details open={round.receiver.address === null}>
        <summary>Läs in den från en fil</summary>
        <FileField
          label="Fil med det publicerade"
          hint="En fil som mottagaren har skickat till er."
          accept=""
          onTake={(file) => void fetchIt(file)}
        />
      </details>
      <p role="status" className="soft">
        {isBusy && "Hämtar …"}
      </p>
      <Sentences title="Jämförelsen kom inte hit" sentences={sentences} />
      {returned && (
        <div role="status">
          <p>
            {returnedInWords(returned)} {returned.verdict}
          </p>
          <p>
            {round.codebook.counts === "meetings" ? (
              <Link to={togetherPage(round.round.id)}>Se kommunerna tillsammans</Link>
            ) : (
              <Link to="/jamfor">Öppna Jämför</Link>
            )}
          </p>
        </div>
      )}
    </section>
  );
}
