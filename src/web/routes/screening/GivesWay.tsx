import { Link } from "react-router";
import type { CampaignView } from "#server";
import { listed } from "../../words/case-words.ts";
import { campaignPage } from "./campaign-place.ts";

type Props = { readonly campaign: Pick<CampaignView, "givesWay" | "units"> };

/** Of a routine: where her meetings are counted today instead, and the way there. */
export function GivesWay({ campaign: { givesWay, units } }: Props) {
  const isAll = units.length === 0 && givesWay.length === 1;
  return givesWay.map((each) => (
    <p key={each.id}>
      {isAll ? noun(each.units) : `Möten på ${listed(each.units)}`} räknas just nu i{" "}
      <Link to={campaignPage(each.id, "notera")}>{each.title}</Link>.
    </p>
  ));
}

function noun(units: readonly string[]): string {
  return units.length === 1 ? "Enhetens möten" : "Enheternas möten";
}
