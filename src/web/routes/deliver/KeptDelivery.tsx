import { Link } from "react-router";
import type { DeliveryRound, PreparedView } from "#server";
import type { HelpText } from "../../shell/Help.tsx";
import { Page } from "../../shell/Page.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { deliverPage } from "./deliver-address.ts";
import { standingOf } from "./deliver-words.ts";
import { WhatLeaves } from "./WhatLeaves.tsx";

type Props = { readonly round: DeliveryRound; readonly kept: PreparedView };

/** A delivery as it was made, whatever has happened to its cases since. */
export function KeptDelivery({ round, kept }: Props) {
  const { sequence, sent, madeAt, madeBy } = kept.delivery;
  return (
    <Page
      title={`Leverans ${sequence}`}
      help={helpOf(round)}
      lead={
        <p>
          {round.round.name}, till {round.receiver.name}. {exactMoment(sent?.at ?? madeAt)},{" "}
          {sent?.by ?? madeBy}. {standingOf(kept.delivery).join(" ")}
        </p>
      }
    >
      <div className="deliver deliver-step">
        <div className="row not-printed">
          <Link to={deliverPage(round.round.id)}>Tillbaka till Leverera</Link>
          <QuietButton onPress={() => window.print()}>Skriv ut</QuietButton>
        </div>
        <h2>{sent ? "Det här lämnade kommunen" : "Det här är förberett"}</h2>
        <WhatLeaves told={kept} round={round} />
      </div>
    </Page>
  );
}

const helpOf = ({ codebook }: DeliveryRound): HelpText => ({
  sentences: [
    "Här står allt som leveransen innehåller, rad för rad.",
    "Det som visas är detsamma som skickas, och det går inte att ändra.",
    `Blev något fel: ${codebook.counts === "meetings" ? "rätta det" : "rätta i ärendet"}, gå tillbaka och leverera igen, så ersätter den nya leveransen den här.`,
  ],
  readMore: "leverera",
});
