import { useLoaderData } from "react-router";
import { Page } from "../../shell/Page.tsx";
import { ExploreAnswer } from "./ExploreAnswer.tsx";
import { ExploreLead } from "./ExploreLead.tsx";
import type { LoadedExploration } from "./load-explore.ts";
import { NoSuchSet } from "./NoSuchSet.tsx";
import { SavedViewList } from "./SavedViewList.tsx";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "../results/results.css";
import "./explore.css";

export { loadExplore } from "./load-explore.ts";

/** «Utforska»: an answer first, then what else could be asked. */
export function ExplorePage() {
  const told = useLoaderData<LoadedExploration>();
  const { saved, wished } = told;
  return (
    <Page
      title="Utforska"
      lead={told.kind === "answered" && <ExploreLead view={told.view} />}
      help={help}
    >
      <div className="explore">
        {told.kind === "answered" ? (
          <ExploreAnswer {...told} />
        ) : (
          <NoSuchSet published={told.published} />
        )}
        <SavedViewList saved={saved} shown={wished.view} />
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Svaret står först, och ändras direkt när du ändrar frågan med valen under det.",
    "Enhetens siffror är exakta och får inte spridas, medan alla andra siffror är skyddade och frysta.",
    "Adressen till sidan kan delas: den innehåller frågan, aldrig något om ett ärende.",
  ],
  readMore: "utforska",
} as const;
