import { Link, useLoaderData, useNavigate } from "react-router";
import { capitalised, swedishDay, systemClock } from "#kernel";
import type { CampaignView } from "#server";
import { Page } from "../../../shell/Page.tsx";
import { Select } from "../../../ui/Select.tsx";
import { CampaignNav } from "../CampaignNav.tsx";
import { campaignPage, togetherPage } from "../campaign-place.ts";
import { daysInWords, stateInWords } from "../campaign-words.ts";
import { Obstacles } from "../obstacles/Obstacles.tsx";
import { sumOf } from "../overview/sum-of.ts";
import { Closing } from "./Closing.tsx";
import type { LoadedOutcome } from "./load-outcome.ts";
import { MunicipalityOutcome } from "./MunicipalityOutcome.tsx";
import { UnitOutcome } from "./UnitOutcome.tsx";
import "../../results/results.css";
import "../screening.css";
import "./outcome.css";

export { loadOutcome } from "./load-outcome.ts";

/** After the campaign: what came of it, and what is done about what stood in the way. */
export function OutcomePage() {
  const { campaign, outcome, units, obstacles } = useLoaderData<LoadedOutcome>();
  const { codebook, participation } = campaign;
  // Of nobody there is nothing to protect: that it is empty is said, and not that it is hidden.
  const isEmpty = outcome.kind !== "not-yet" && sumOf(participation).meetings === 0;
  return (
    <Page
      title="Resultat"
      windowTitle={`Resultat, ${campaign.name}`}
      help={help}
      lead={<p>{campaign.name}</p>}
    >
      <CampaignNav campaign={campaign} />
      <div className="campaign">
        {outcome.kind === "not-yet" && <NotYet campaign={campaign} />}
        {outcome.kind !== "not-yet" && units.length > 0 && (
          <Whose
            campaign={campaign}
            units={units}
            unit={outcome.kind === "unit" ? outcome.view.unit.id : ""}
          />
        )}
        {isEmpty && outcome.kind !== "unit" && (
          <p>Inget möte noterades. Därför finns det inget resultat.</p>
        )}
        {!isEmpty &&
          outcome.kind === "untold" &&
          outcome.sentences.map((line) => <p key={line}>{line}</p>)}
        {!isEmpty && outcome.kind === "municipality" && (
          <MunicipalityOutcome view={outcome.view} codebook={codebook} />
        )}
        {outcome.kind === "unit" && <UnitOutcome view={outcome.view} codebook={codebook} />}
        {campaign.round !== null && campaign.state === "closed" && (
          <p className="not-printed">
            Era antal går vidare under <Link to="/leverera">Leverera</Link>. När länet har
            publicerat finns <Link to={togetherPage(campaign.round)}>kommunerna tillsammans</Link>{" "}
            här.
          </p>
        )}
        <Obstacles key={campaign.id} campaign={campaign} first={obstacles} />
      </div>
    </Page>
  );
}

function NotYet({ campaign }: { readonly campaign: CampaignView }) {
  const today = swedishDay(systemClock.now());
  return (
    <section aria-labelledby="inte-an" className="campaign-part">
      <h2 id="inte-an">Resultatet kommer när den är avslutad</h2>
      <p>
        {stateInWords(campaign, today)} {capitalised(daysInWords(campaign))}.
      </p>
      <p>
        Vad personerna svarade visas inte medan möten noteras. Hur många som har fått frågan står på{" "}
        <Link to={campaignPage(campaign.id)}>översikten</Link>.
      </p>
      {campaign.mayClose && <Closing campaign={campaign} />}
    </section>
  );
}

type WhoseProps = Pick<LoadedOutcome, "campaign" | "units"> & {
  /** Empty: the municipality. */
  readonly unit: string;
};

function Whose({ campaign, units, unit }: WhoseProps) {
  const navigate = useNavigate();
  const page = campaignPage(campaign.id, "resultat");
  return (
    <div className="not-printed outcome-whose">
      <Select
        label="Vems siffror"
        options={[
          { value: "", label: "Hela kommunen, skyddade" },
          ...units.map(({ id, name }) => ({ value: id, label: `${name}, exakta` })),
        ]}
        value={unit}
        onChange={(wished) =>
          void navigate(wished ? `${page}?enhet=${encodeURIComponent(wished)}` : page)
        }
      />
    </div>
  );
}

const help = {
  sentences: [
    "Kommunens siffror räknas när fokusmånaden avslutas, och är skyddade så att ingen kan kännas igen.",
    "Enhetens egna siffror är exakta, ses bara av dem som arbetar där och får inte spridas.",
    "Skriv vad ni gör åt det som hindrade er från att fråga, så frågar sidan vad det blev av det i nästa fokusmånad.",
  ],
  readMore: "fokusmanad",
} as const;
