import { useLoaderData } from "react-router";
import type { CampaignView } from "#server";
import { Page } from "../../../shell/Page.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CampaignNav } from "../CampaignNav.tsx";
import { Checklists } from "./Checklists.tsx";
import { Confidence } from "./Confidence.tsx";
import { Guide } from "./Guide.tsx";
import type { LoadedPreparation } from "./load-preparation.ts";
import "../screening.css";
import "./prepare.css";

export { loadPreparation } from "./load-preparation.ts";

/** What one reads before one asks: how, what to do when somebody tells, and how confident one is. */
export function PreparePage() {
  const { campaign, units, confidence } = useLoaderData<LoadedPreparation>();
  return (
    <Page
      title="Inför"
      windowTitle={`Inför ${campaign.name}`}
      help={help}
      lead={<p>{campaign.name}. Läs igenom innan du frågar, och ha checklistan nära.</p>}
    >
      <CampaignNav campaign={campaign} />
      <div className="campaign prepare">
        <p className="row not-printed">
          <Button kind="secondary" onPress={() => window.print()}>
            Skriv ut
          </Button>
        </p>
        <Guide campaign={campaign} />
        {units.length > 0 && <Checklists units={units} />}
        <Confidence key={campaign.id} campaign={campaign} first={confidence} />
        {campaign.mayPlan && <ForManagers campaign={campaign} />}
      </div>
    </Page>
  );
}

function ForManagers({ campaign: { preparation } }: { readonly campaign: CampaignView }) {
  return (
    <section aria-labelledby="for-chefer" className="campaign-part prepare-sheet">
      <h2 id="for-chefer">Att ordna före första dagen</h2>
      <p className="soft">För dig som är chef eller samordnare. Skriv ut och bocka av.</p>
      <ul className="tick-list">
        {preparation.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  );
}

const help = {
  sentences: [
    "Här står hur man frågar om våld och vad man gör när någon berättar, med kommunens egna tillägg.",
    "Checklistan är enhetens egen: fyll i era kontakter, så att ingen behöver leta när det är bråttom.",
    "De tre frågorna om trygghet är anonyma, och svaren visas först när minst fem har svarat.",
  ],
  readMore: "fokusmanad",
} as const;
