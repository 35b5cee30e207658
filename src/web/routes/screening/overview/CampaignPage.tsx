import { Link, useLoaderData, useNavigate } from "react-router";
import { capitalised, swedishDay, systemClock } from "#kernel";
import type { CampaignView } from "#server";
import { Page } from "../../../shell/Page.tsx";
import { Button } from "../../../ui/Button.tsx";
import { dayNear } from "../../../words/calendar.ts";
import { CampaignNav } from "../CampaignNav.tsx";
import { campaignPage } from "../campaign-place.ts";
import { daysInWords, linesOf, openDaysInWords, stateInWords } from "../campaign-words.ts";
import { GivesWay } from "../GivesWay.tsx";
import { ParticipationTable } from "./ParticipationTable.tsx";

export { loadCampaign } from "../load-campaign.ts";

/** Where the campaign stands: how long is left, how many have been asked, whom to turn to. */
export function CampaignPage() {
  const campaign = useLoaderData<CampaignView>();
  const navigate = useNavigate();
  const { id, name, state, openDays, units, goals, contacts, mayClose } = campaign;
  const today = swedishDay(systemClock.now());
  const mayNote = openDays !== null && units.length > 0;
  const late = openDaysInWords(campaign, today);
  return (
    <Page
      title={name}
      help={help}
      lead={
        <p>
          {stateInWords(campaign, today)} {capitalised(daysInWords(campaign))}.
        </p>
      }
    >
      <CampaignNav campaign={campaign} />
      <div className="campaign">
        <div className="stack not-printed">
          {mayNote && (
            <Button isLarge onPress={() => void navigate(campaignPage(id, "notera"))}>
              Notera ett möte
            </Button>
          )}
          <GivesWay campaign={campaign} />
          {late && <p>{late}</p>}
          {state === "planned" && (
            <p>
              Från {dayNear(campaign.firstDay, today)} noteras varje möte. Fram till dess:{" "}
              <Link to={campaignPage(id, "infor")}>Inför fokusmånaden</Link>
            </p>
          )}
          {state === "over" && mayClose && (
            <p>
              <Link to={campaignPage(id, "resultat")}>Avsluta, och se resultatet</Link>
            </p>
          )}
          {state === "closed" && (
            <p>
              <Link to={campaignPage(id, "resultat")}>Se resultatet</Link>
            </p>
          )}
        </div>
        <Beside campaign={campaign} />
        <section aria-labelledby="deltagande" className="campaign-part">
          <h2 id="deltagande">Deltagande</h2>
          {state === "planned" ? (
            <Participants campaign={campaign} />
          ) : (
            <Taken campaign={campaign} />
          )}
        </section>
        {linesOf(goals).length > 0 && (
          <section aria-labelledby="mal" className="campaign-part">
            <h2 id="mal">Mål</h2>
            <ul className="campaign-lines">
              {linesOf(goals).map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          </section>
        )}
        {contacts.trim() !== "" && (
          <section aria-labelledby="kontakter" className="campaign-part">
            <h2 id="kontakter">Fråga de här</h2>
            <p className="written-lines">{contacts}</p>
          </section>
        )}
      </div>
    </Page>
  );
}

/** A routine's half-years, each of which is counted for itself. */
function Beside({ campaign: { before, next } }: { readonly campaign: CampaignView }) {
  const others = [before, next].flatMap((each) => each ?? []);
  if (others.length === 0) return null;
  return (
    <ul className="campaign-lines not-printed" aria-label="Rutinens andra halvår">
      {others.map(({ id, title }) => (
        <li key={id}>
          <Link to={campaignPage(id)}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}

function Taken({ campaign: { participation } }: { readonly campaign: CampaignView }) {
  return (
    <>
      <p className="soft">
        Hur många möten som är noterade, och i hur många frågan ställdes. Inget räknas per
        medarbetare.
      </p>
      <ParticipationTable participation={participation} />
    </>
  );
}

function Participants({ campaign: { participation } }: { readonly campaign: CampaignView }) {
  return (
    <>
      <p>De här enheterna är med:</p>
      <ul className="campaign-lines">
        {participation.map(({ unit, name }) => (
          <li key={unit}>{name}</li>
        ))}
      </ul>
    </>
  );
}

const help = {
  sentences: [
    "Här står hur många möten som är noterade och i hur många av dem frågan ställdes, per enhet och aldrig per medarbetare.",
    "Vad personerna svarade visas först när fokusmånaden är avslutad.",
    "Under Inför finns vägledningen om hur man frågar och checklistan för när våld upptäcks.",
  ],
  readMore: "fokusmanad",
} as const;
