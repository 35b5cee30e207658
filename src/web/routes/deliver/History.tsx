import { Link } from "react-router";
import type { MadeDeliveryView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { AskAgain } from "./AskAgain.tsx";
import { deliverPage } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import { countInWords, standingOf, stateName } from "./deliver-words.ts";
import { Sentences } from "./Sentences.tsx";
import { Since } from "./Since.tsx";
import { useTakeFile } from "./use-take-file.ts";
import { Withdraw } from "./Withdraw.tsx";

/** What has left, the latest first, and what has changed since. */
export function History() {
  const { round, mayDeliver } = useDeliver();
  const { deliveries, since } = round;
  const latest = deliveries.find(({ sent }) => sent !== null);
  const mayTakeBack = mayDeliver && latest !== undefined && !latest.isWithdrawal;
  return (
    <section aria-labelledby="leveranser" className="deliver-history not-printed">
      <h2 id="leveranser">Det ni har levererat</h2>
      {deliveries.length === 0 ? (
        <p className="soft">
          Inget har lämnat i den här omgången. Här kommer varje leverans att stå.
        </p>
      ) : (
        <>
          {since && <Since since={since} />}
          <ol className="deliver-list">
            {deliveries.map((delivery) => (
              <li key={delivery.sequence}>
                <Made delivery={delivery} isLatest={delivery === latest} />
              </li>
            ))}
          </ol>
          {mayTakeBack && <Withdraw />}
        </>
      )}
    </section>
  );
}

function Made({
  delivery,
  isLatest,
}: {
  readonly delivery: MadeDeliveryView;
  readonly isLatest: boolean;
}) {
  const { round, mayDeliver } = useDeliver();
  const { sequence, isWithdrawal, cases, statedCases, sent, madeAt, madeBy } = delivery;
  const asks = mayDeliver && isLatest && sent !== null && round.receiver.address !== null;
  return (
    <>
      <h3>
        Leverans {sequence}
        <span className="mark">{stateName(delivery)}</span>
      </h3>
      <p className="soft">
        {exactMoment(sent?.at ?? madeAt)}, {sent?.by ?? madeBy} ·{" "}
        {isWithdrawal ? "tar tillbaka det som lämnats" : countInWords(cases, round.codebook.counts)}
        {statedCases !== null && `, och ni sa att ni hade ${statedCases}`}
      </p>
      {standingOf(delivery).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {mayDeliver && (
        <div className="row">
          {!isWithdrawal && (
            <Link to={deliverPage(round.round.id, sequence)}>
              Visa vad som lämna{sent ? "des" : "r"}
              <span className="aloud"> i leverans {sequence}</span>
            </Link>
          )}
          {sent && <TakeAgain sequence={sequence} />}
          {asks && <AskAgain delivery={delivery} />}
        </div>
      )}
    </>
  );
}

function TakeAgain({ sequence }: { readonly sequence: number }) {
  const { refresh } = useDeliver();
  const { take, sentences } = useTakeFile();

  async function takeAgain(): Promise<void> {
    if (await take(sequence)) await refresh();
  }

  return (
    <>
      <QuietButton label={`Ta filen, leverans ${sequence}`} onPress={() => void takeAgain()}>
        Ta filen
      </QuietButton>
      <Sentences title="Filen gick inte att göra" sentences={sentences} />
    </>
  );
}
