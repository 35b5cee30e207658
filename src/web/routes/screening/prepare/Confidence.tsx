import { useState } from "react";
import { randomId, strongRandomness } from "#kernel";
import type { CampaignView, ConfidenceView } from "#server";
import { AnswerConfidence } from "./AnswerConfidence.tsx";
import { ConfidenceNow } from "./ConfidenceNow.tsx";

type Props = {
  readonly campaign: Pick<CampaignView, "id" | "units">;
  readonly first: ConfidenceView | null;
};

/** «Tryggare att fråga?»: three questions before and after, once for each time the page is opened. */
export function Confidence({ campaign, first }: Props) {
  const [view, setView] = useState(first);
  // One for each time that the page is opened: sent twice it counts once.
  const [receipt] = useState(() => randomId(strongRandomness));
  const [isAnswered, setAnswered] = useState(false);
  if (!view) return null;
  // Asked of those who ask: whoever only reads sees what they have said.
  const asks = campaign.units.length > 0;
  const open = asks ? view.moments.find(({ isOpen }) => isOpen) : undefined;
  if (!open && view.moments.every(({ answers }) => answers === 0)) return null;
  return (
    <section aria-labelledby="tryggare" className="campaign-part confidence not-printed">
      <h2 id="tryggare" tabIndex={-1}>
        Tryggare att fråga?
      </h2>
      {open && !isAnswered && (
        <AnswerConfidence
          campaign={campaign.id}
          questions={view.questions}
          moment={open.moment}
          receipt={receipt}
          onAnswered={(now) => {
            setView(now);
            setAnswered(true);
            document.getElementById("tryggare")?.focus();
          }}
        />
      )}
      <p role="status">
        {isAnswered && "Tack. Svaret är räknat, och ingen kan se att det är ditt."}
      </p>
      <ConfidenceNow view={view} />
    </section>
  );
}
