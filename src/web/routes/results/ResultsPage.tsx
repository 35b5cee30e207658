import { useLoaderData } from "react-router";
import { Page } from "../../shell/Page.tsx";
import { LocalLead, UnitLead } from "./Leads.tsx";
import { LocalResults } from "./LocalResults.tsx";
import type { LoadedResults } from "./load-results.ts";
import { NoSuchChoice } from "./NoSuchChoice.tsx";
import { NothingFrozen } from "./NothingFrozen.tsx";
import { UnitResults } from "./UnitResults.tsx";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "../../figures/sheet.css";
import "./results.css";

export { loadResults } from "./load-results.ts";

/** «Resultat»: what there is to read of one's own unit, or of the municipality as it may be spread. */
export function ResultsPage() {
  const told = useLoaderData<LoadedResults>();
  const isExact = told.kind === "unit";
  return (
    // The unit's own and the municipality's are two pages: going from one to the other is told.
    <Page
      key={told.kind}
      title="Resultat"
      lead={
        (told.kind === "unit" && <UnitLead view={told.view} />) ||
        (told.kind === "municipality" && <LocalLead view={told.view} />)
      }
      help={isExact ? exactHelp : protectedHelp}
    >
      <Told told={told} />
    </Page>
  );
}

function Told({ told }: { readonly told: LoadedResults }) {
  switch (told.kind) {
    case "unit":
      return <UnitResults view={told.view} codebook={told.codebook} />;
    case "municipality":
      return <LocalResults view={told.view} codebook={told.codebook} />;
    case "nothing-frozen":
      return <NothingFrozen list={told.list} />;
    case "no-such-choice":
      return <NoSuchChoice unit={told.unit} sentences={told.sentences} />;
  }
}

const exactHelp = {
  sentences: [
    "Siffrorna är enhetens egna och exakta, så de får inte lämna enheten och skrivs inte ut.",
    "Varje bild har sitt underlag under sig: fäll ut «Tabell» för alla tal och «Metod» för hur de är räknade.",
    "Är det få ärenden visas antal i stället för andelar: ett enda svar till skulle ändra andelen mycket.",
  ],
  readMore: "resultat",
} as const;

const protectedHelp = {
  sentences: [
    "Siffrorna är kommunens egna för ett halvår, skyddade och frysta, så de får visas, skrivas ut och spridas.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen.",
    "Varje bild har sitt underlag under sig: fäll ut «Tabell» för alla tal och «Metod» för hur de är räknade.",
  ],
  readMore: "resultat",
} as const;
