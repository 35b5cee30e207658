import { useEffect, useState } from "react";
import { useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import type { Nation, NationRegionView, NationView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { FigureContents } from "../../figures/FigureContents.tsx";
import { WithTableFiles } from "../../figures/TableFiles.tsx";
import { loaded } from "../../routing/loaded.ts";
import { unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { BesideChoice } from "./BesideChoice.tsx";
import { chapterAnchor, NationChapters } from "./NationChapters.tsx";
import { NationLead } from "./NationLead.tsx";
import { NothingShown } from "./NothingShown.tsx";
import { publishedTitle } from "./nation-words.ts";
import { PlaceChoice } from "./PlaceChoice.tsx";
import { useUnitBeside } from "./use-unit-beside.ts";
import { Verdict } from "./Verdict.tsx";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "./nation.css";
import "./nation-print.css";

/** The nation's figures, or those of one area or municipality. */
export type PublishedView = Nation | NationRegionView;

type Published = { readonly told: PublishedView; readonly codebook: Codebook };
type Loaded = Published | { readonly told: null };

/** `?plats=` names an area or a municipality; the nation without it. */
export async function loadNation({ request }: { readonly request: Request }): Promise<Loaded> {
  const place = new URL(request.url).searchParams.get("plats");
  const told = place ? await regionOf(place, request) : await nationOf(request);
  if (!told) return { told };
  return { told, codebook: loaded(await findCodebook(told.codebook), request) };
}

async function regionOf(place: string, request: Request): Promise<NationRegionView> {
  return loaded(await get<NationRegionView>(regionPath(place), request.signal), request);
}

function regionPath(place: string): string {
  return `/api/nation/regions/${encodeURIComponent(place)}`;
}

async function nationOf(request: Request): Promise<Nation | null> {
  return loaded(await get<NationView>("/api/nation", request.signal), request).nation;
}

export function NationPage() {
  const published = useLoaderData<Loaded>();
  return published.told ? <Published {...published} /> : <NothingYet />;
}

function Published({ told, codebook }: Published) {
  const region = "region" in told ? told.region : null;
  const chapters = told.chapters.filter(({ figures }) => figures.length > 0);
  const title = publishedTitle(region, told.round);
  const isNothingShown = chapters.every(({ figures }) =>
    figures.every(({ certainty }) => certainty === "hidden"),
  );
  useEffect(() => {
    document.documentElement.style.setProperty("--sheet-heading", JSON.stringify(title));
    return () => void document.documentElement.style.removeProperty("--sheet-heading");
  }, [title]);
  return (
    <Page title={title} lead={<NationLead told={told} />} help={region ? regionHelp : help}>
      <div className="nation">
        <div className="nation-head">
          {told.regions.length > 0 && <PlaceChoice regions={told.regions} shown={region} />}
          <Verdict verdict={told.verdict} />
        </div>
        {!isNothingShown && (
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
        )}
        <div className="nation-body">
          {!region && (
            <WithTableFiles at="/api/nation">
              <NationWithUnit chapters={chapters} codebook={codebook} />
            </WithTableFiles>
          )}
          {region && isNothingShown && (
            <NothingShown
              region={region}
              area={told.regions.find(({ id }) => id === region.area)}
            />
          )}
          {region && !isNothingShown && (
            <WithTableFiles at={regionPath(region.id)}>
              <NationChapters
                key={region.id}
                chapters={chapters}
                codebook={codebook}
                unit={undefined}
                whole={region.name}
                gathersHidden
              />
            </WithTableFiles>
          )}
        </div>
      </div>
    </Page>
  );
}

type WithUnit = Pick<Nation, "chapters"> & { readonly codebook: Codebook };

/** The own unit beside the nation alone: below it shares are of another base than a unit's. */
function NationWithUnit({ chapters, codebook }: WithUnit) {
  const units = unitsWith(useSession(), "caseWorker", "unitManager");
  const [isOn, setOn] = useState(true);
  const [wanted, setWanted] = useState(units[0]?.id);
  const chosen = units.find(({ id }) => id === wanted);
  const beside = useUnitBeside(isOn && chosen ? chosen.id : null, codebook.id);
  return (
    <>
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
    </>
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
    "Siffrorna är alla kommuners tillsammans och skyddade, så de får visas, skrivas ut och spridas.",
    "Varje siffra har sin kedja: hur många ärenden frågan gäller, hur många som nått den och hur många som fått svar.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen.",
  ],
  readMore: "riket",
} as const;

const regionHelp = {
  sentences: [
    "Välj plats vid «Visa»; siffrorna är skyddade, så de får visas, skrivas ut och spridas.",
    "Andelarna är av de giltiga svaren, rikets andel bredvid är räknad på samma sätt, och svar kan vara sammanslagna.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen.",
  ],
  readMore: "riket",
} as const;
