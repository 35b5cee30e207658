import { Link } from "react-router";
import { capitalised, type IsoDate } from "#kernel";
import type { CampaignSummary } from "#server";
import { campaignPage } from "../campaign-place.ts";
import { daysInWords, stateInWords } from "../campaign-words.ts";

type Props = { readonly campaign: CampaignSummary; readonly today: IsoDate };

/** One campaign: its name, where it stands, and the one thing to do there now. */
export function CampaignLine({ campaign, today }: Props) {
  const { id, name, state, units } = campaign;
  return (
    <>
      <h2>
        <Link to={campaignPage(id)}>{name}</Link>
      </h2>
      <p className="soft">
        {stateInWords(campaign, today)}{" "}
        {state !== "running" && `${capitalised(daysInWords(campaign))}.`}
      </p>
      {state === "running" && units.length > 0 && (
        <p>
          <Link to={campaignPage(id, "notera")} className="campaign-way">
            Notera ett möte
          </Link>
        </p>
      )}
      {state === "closed" && (
        <p>
          <Link to={campaignPage(id, "resultat")} className="campaign-way">
            Resultat
          </Link>
        </p>
      )}
    </>
  );
}
