import { useLoaderData } from "react-router";
import type { CampaignView } from "#server";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { CampaignNav } from "../screening/CampaignNav.tsx";
import { MeetingForm } from "./MeetingForm.tsx";
import { PileCover } from "./PileCover.tsx";
import "../codebook/form/paper-form.css";
import "./meeting-form.css";

export { loadCampaign } from "../screening/load-campaign.ts";

/** Two sheets: what lies on top of a pile, and two forms to cut apart. From what is asked on the screen. */
export function MeetingFormPage() {
  const campaign = useLoaderData<CampaignView>();
  const { codebook, guideParts } = campaign;
  return (
    <Page title="Pappersblankett" help={help}>
      <CampaignNav campaign={campaign} />
      <div className="stack not-printed meeting-form-way">
        <p>
          Första arket läggs överst i högen. Andra arket är två blanketter att klippa isär: skriv ut
          så många som ni behöver.
        </p>
        <Button onPress={() => window.print()}>Skriv ut</Button>
      </div>
      <div className="meeting-sheets">
        <PileCover guideParts={guideParts} />
        <div className="meeting-forms">
          <MeetingForm codebook={codebook} place={1} />
          <MeetingForm codebook={codebook} place={2} />
        </div>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Blanketten har samma frågor som på skärmen, och rubriken säger inte vad den handlar om.",
    "Skriv aldrig namn, personnummer eller klockslag på den, och lägg den inte i någons akt.",
    "Lägg ifyllda blanketter i en hög med ett eget nummer, lägg in högen och förstör sedan pappren.",
  ],
  readMore: "fokusmanad",
} as const;
