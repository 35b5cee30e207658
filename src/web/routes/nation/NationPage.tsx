import { useEffect, useState } from "react";
import { useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import type { NationView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { FigureContents } from "../../figures/FigureContents.tsx";
import { loaded } from "../../routing/loaded.ts";
import { unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { BesideChoice } from "./BesideChoice.tsx";
import { chapterAnchor, NationChapters } from "./NationChapters.tsx";
import { NationLead } from "./NationLead.tsx";
import { nationTitle } from "./nation-words.ts";
import { useUnitBeside } from "./use-unit-beside.ts";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "./nation.css";
import "./nation-print.css";

type Published = {
  readonly nation: NonNullable<NationView["nation"]>;
  readonly codebook: Codebook;
};
type Loaded = Published | { readonly nation: null };

export async function loadNation({ request }: { readonly request: Request }): Promise<Loaded> {
  const { nation } = loaded(await get<NationView>("/api/nation", request.signal), request);
  if (!nation) return { nation };
  return { nation, codebook: loaded(await findCodebook(nation.codebook), request) };
}

export function NationPage() {
  const published = useLoaderData<Loaded>();
  return published.nation ? <Published {...published} /> : <NothingYet />;
}

function Published({ nation, codebook }: Published) {
  const units = unitsWith(useSession(), "caseWorker", "unitManager");
  const [isOn, setOn] = useState(true);
  const [wanted, setWanted] = useState(units[0]?.id);
  const chosen = units.find(({ id }) => id === wanted);
  const beside = useUnitBeside(isOn && chosen ? chosen.id : null, nation.codebook);
  const chapters = nation.chapters.filter(({ figures }) => figures.length > 0);
  const title = nationTitle(nation.round);
  useEffect(() => {
    document.documentElement.style.setProperty("--sheet-heading", JSON.stringify(title));
    return () => void document.documentElement.style.removeProperty("--sheet-heading");
  }, [title]);
  return (
    <Page title={title} lead={<NationLead nation={nation} />} help={help}>
      <div className="nation">
        <div className="nation-contents not-printed">
          <FigureContents
            entries={chapters.map(({ id, label }) => ({
              anchor: chapterAnchor(id),
              name: label.sv,
            }))}
          />
          <Button kind="secondary" onPress={() => window.print()}>
            Skriv ut
          </Button>
        </div>
        <div className="nation-body">
          {chosen && (
            <BesideChoice
              units={units}
              chosen={chosen}
              isOn={isOn}
              beside={beside}
              onChoose={setWanted}
              onSwitch={setOn}
            />
          )}
          <NationChapters
            chapters={chapters}
            codebook={codebook}
            unit={beside.kind === "shown" ? beside.unit : undefined}
          />
        </div>
      </div>
    </Page>
  );
}

function NothingYet() {
  return (
    <Page title="Riket" help={help}>
      <div className="stack">
        <p>
          Här kommer siffror för hela landet att stå: vilka som söker stöd, vilket stöd de får och
          om det gör skillnad.
        </p>
        <p>
          Kommunerna lämnar avidentifierade uppgifter, och den nationella analytikern sammanställer
          och publicerar dem. Ingen sammanställning är publicerad ännu.
        </p>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Siffrorna är alla kommuners tillsammans. De är skyddade, så de får visas, skrivas ut och spridas.",
    "Varje siffra har sin kedja: hur många ärenden frågan gäller, hur många som nått den och hur många som fått svar.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen.",
  ],
} as const;
