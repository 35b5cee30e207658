import { useState } from "react";
import { useLoaderData } from "react-router";
import { Page } from "../../../shell/Page.tsx";
import { CampaignNav } from "../CampaignNav.tsx";
import { campaignNoun } from "../campaign-words.ts";
import { TextPacks } from "../text-packs/TextPacks.tsx";
import type { LoadedPlan } from "./load-plan.ts";
import { PlanFields } from "./PlanFields.tsx";
import "../screening.css";
import "./plan.css";

export { loadNewPlan, loadPlan } from "./load-plan.ts";

/** What is decided before it begins: days, units, how the question is put, whom to turn to. */
export function PlanPage() {
  const plan = useLoaderData<LoadedPlan>();
  // Another campaign is another form.
  return <Plan key={plan.id} plan={plan} />;
}

function Plan({ plan }: { readonly plan: LoadedPlan }) {
  const [packs, setPacks] = useState(plan.packs);
  const { campaign, first } = plan;
  const isClosed = campaign?.state === "closed";
  const title = campaign
    ? `Planen för ${campaign.name}`
    : `Planera ${first.isRoutine ? "rutinen" : "en fokusmånad"}`;
  return (
    <Page title={title} help={help} lead={<p>{leadOf(first.isRoutine)}</p>}>
      {campaign && <CampaignNav campaign={campaign} />}
      <div className="campaign">
        {isClosed && <p>Avslutad. Det går inte att ändra {campaignNoun(campaign)}.</p>}
        {!isClosed && <PlanFields plan={plan} packs={packs.packs} />}
        <TextPacks list={packs} onChange={setPacks} />
      </div>
    </Page>
  );
}

function leadOf(isRoutine: boolean): string {
  return isRoutine
    ? "Samma frågor hela året, till exempel vid varje nybesök. Under en fokusmånad räknas mötena dit i stället."
    : "Det ni bestämmer här kan ändras tills fokusmånaden har börjat, och det mesta också därefter.";
}

const help = {
  sentences: [
    "Bestäm dagarna och vilka enheter som är med; en enhets dag hör alltid till bara en fokusmånad.",
    "Skriv vem man frågar när något är oklart, och det ni vill att alla läser innan de frågar.",
    "Har kommunen rätt att använda ett instruments egna ord laddas de in som ett textpaket, med sin licens.",
  ],
  readMore: "fokusmanad",
} as const;
