import { NavLink } from "react-router";
import type { CampaignView } from "#server";
import { type CampaignPageName, campaignPage } from "./campaign-place.ts";
import "./screening.css";

type Props = { readonly campaign: Pick<CampaignView, "id" | "units" | "openDays" | "mayPlan"> };

/** On every page of a campaign: the way to the others, as far as she has use for them. */
export function CampaignNav({ campaign }: Props) {
  const { id, units, openDays, mayPlan } = campaign;
  const mayNote = units.length > 0 && openDays !== null;
  const pages: readonly { page: CampaignPageName; name: string; shown: boolean }[] = [
    { page: "", name: "Översikt", shown: true },
    { page: "notera", name: "Notera ett möte", shown: mayNote },
    { page: "hog", name: "Lägg in en hög", shown: mayNote },
    { page: "blankett", name: "Pappersblankett", shown: true },
    { page: "infor", name: "Inför", shown: true },
    { page: "resultat", name: "Resultat", shown: true },
    { page: "plan", name: "Planen", shown: mayPlan },
  ];
  return (
    <nav className="campaign-nav not-printed" aria-label="I fokusmånaden">
      <ul>
        {pages
          .filter(({ shown }) => shown)
          .map(({ page, name }) => (
            <li key={page}>
              <NavLink to={campaignPage(id, page)} end>
                {name}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
