import { Link, useLoaderData, useNavigate } from "react-router";
import { swedishDay, systemClock } from "#kernel";
import type { CampaignList } from "#server";
import { get } from "../../../api/request.ts";
import { loaded } from "../../../routing/loaded.ts";
import { Page } from "../../../shell/Page.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { daysInWords } from "../campaign-words.ts";
import { CampaignLine } from "./CampaignLine.tsx";
import "../screening.css";

export async function loadCampaigns({
  request,
}: {
  readonly request: Request;
}): Promise<CampaignList> {
  return loaded(await get<CampaignList>("/api/campaigns", request.signal), request);
}

/** «Fokusmånad»: those there are, those that one is asked to take part in, and the way to a new one. */
export function CampaignsPage() {
  const { campaigns, invitedTo, mayPlan } = useLoaderData<CampaignList>();
  const navigate = useNavigate();
  const today = swedishDay(systemClock.now());
  const hasRoutine = campaigns.some((each) => each.routine === "goes-on");
  const isEmpty = campaigns.length === 0;
  return (
    <Page
      title="Fokusmånad"
      help={help}
      lead={<p>Alla vuxna ni möter får frågan om våld, och ni ser hur många som fick den.</p>}
    >
      <div className="campaigns">
        {invitedTo.map((round) => (
          <Notice key={round.round} tone="calm" title={`Ni är med i ${round.name}`}>
            <p>
              {daysInWords(round)}. Börja med att planera: välj vilka enheter som är med.{" "}
              {mayPlan && (
                <Link to={`/fokusmanad/ny?omgang=${encodeURIComponent(round.round)}`}>Planera</Link>
              )}
            </p>
          </Notice>
        ))}
        {isEmpty && <NothingPlanned mayPlan={mayPlan} />}
        {!isEmpty && (
          <ul className="campaign-list">
            {campaigns.map((campaign) => (
              <li key={campaign.id}>
                <CampaignLine campaign={campaign} today={today} />
              </li>
            ))}
          </ul>
        )}
        {mayPlan && (
          <div className="stack">
            <Button
              kind={isEmpty ? "primary" : "secondary"}
              onPress={() => void navigate("/fokusmanad/ny")}
            >
              Planera en fokusmånad
            </Button>
            {!hasRoutine && (
              <p className="soft">
                Frågar ni alltid? Då kan ni notera hela året:{" "}
                <Link to="/fokusmanad/ny?rutin">Alltid fråga vid nybesök</Link>
              </p>
            )}
          </div>
        )}
      </div>
    </Page>
  );
}

/** What will stand here, and the one step that gets there. */
function NothingPlanned({ mayPlan }: { readonly mayPlan: boolean }) {
  return (
    <div className="stack">
      <p>
        Under en fokusmånad frågar ni alla vuxna om våld. Efter varje möte noterar ni om frågan
        ställdes, eller varför inte. Det tar tio sekunder, och inget säger vem som möttes eller vem
        som frågade.
      </p>
      <p>
        {mayPlan
          ? "Här kommer era fokusmånader att stå. Börja med att bestämma dagar och enheter."
          : "Här kommer era fokusmånader att stå. Den lokala samordnaren eller en enhetschef planerar."}
      </p>
    </div>
  );
}

const help = {
  sentences: [
    "Under en fokusmånad får alla vuxna frågan om våld, och för varje möte noteras om den ställdes eller varför inte.",
    "Det som noteras räknas per enhet och dag, och aldrig per medarbetare.",
    "Svaren visas när fokusmånaden är avslutad, och fram till dess visas bara hur många som har fått frågan.",
  ],
  readMore: "fokusmanad",
} as const;
