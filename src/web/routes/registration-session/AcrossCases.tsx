import { useState } from "react";
import { Link, useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import type { CodebookList, UnansweredCases } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { CaseAtQuestion } from "./CaseAtQuestion.tsx";
import { type SessionPlace, sessionAddress, sessionPage } from "./session-place.ts";
import { casesInWords } from "./session-words.ts";
import "../case/case.css";
import "./registration-session.css";

type Loaded = {
  readonly place: SessionPlace;
  readonly variable: string;
  readonly codes: readonly string[];
  readonly codebook: Codebook;
};

type Arguments = {
  readonly request: Request;
  readonly params: {
    readonly unit?: string;
    readonly session?: string;
    readonly variable?: string;
  };
};

export async function loadAcrossCases({ request, params }: Arguments): Promise<Loaded> {
  const place = { unit: params.unit ?? "", session: params.session ?? "" };
  const variable = params.variable ?? "";
  const path = `${sessionAddress(place)}/unanswered/${encodeURIComponent(variable)}`;
  const { codes } = loaded(await get<UnansweredCases>(path, request.signal), request);
  const { current } = loaded(await get<CodebookList>("/api/codebooks", request.signal), request);
  return { place, variable, codes, codebook: loaded(await findCodebook(current), request) };
}

/** One question in all of one's cases, one after the other. */
export function AcrossCases() {
  const { place, variable, codes, codebook } = useLoaderData<Loaded>();
  const [index, setIndex] = useState(0);
  const label = codebook.variables.find(({ id }) => id === variable)?.label.sv ?? variable;
  const code = codes[index];
  const back = <Link to={sessionPage(place)}>Till stugan</Link>;

  return (
    <Page
      title={label}
      help={help}
      placesFocus={code !== undefined}
      lead={
        <p className="row">
          {code !== undefined && (
            <span>
              Ärende {index + 1} av {codes.length}
            </span>
          )}
          {back}
        </p>
      }
    >
      {code === undefined ? (
        <div className="stack">
          <p role="status">
            {codes.length === 0
              ? "Frågan är besvarad i alla dina ärenden."
              : `Du har gått igenom ${casesInWords(codes.length)}.`}
          </p>
          {codes.length > 0 && (
            <Button kind="secondary" onPress={() => setIndex(0)}>
              Gå igenom dem igen
            </Button>
          )}
        </div>
      ) : (
        <CaseAtQuestion
          key={code}
          code={code}
          variable={variable}
          place={place}
          onNext={() => setIndex(index + 1)}
          onPrevious={index > 0 ? () => setIndex(index - 1) : undefined}
        />
      )}
    </Page>
  );
}

const help = {
  sentences: [
    "Här svarar du på samma fråga i dina ärenden, ett efter ett, så att du bedömer dem lika.",
    "Kontrollera raden «Är det här rätt ärende?» varje gång: startmånad, födelseår och senaste ändring.",
    "Svaret sparas direkt, och vill du inte svara går du bara vidare.",
  ],
  readMore: "registreringsstuga",
  keys: [
    ["1–9, a–f", "välj eller ändra ett alternativ"],
    ["v", "vet ej"],
    ["s", "uppgift saknas"],
    ["Enter", "nästa ärende"],
    ["Backsteg", "förra ärendet"],
  ],
} as const;
