import { useState } from "react";
import { Link, useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import { parseCaseCode } from "#registration";
import type { CaseExtract } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CasePaper } from "./CasePaper.tsx";
import { withoutStaffNames } from "./staff-names.ts";
import "./extract.css";

type Arguments = { readonly params: { readonly code?: string } };

/** Nothing is fetched before somebody presses: each extract is logged. */
export function loadCaseExtract({ params }: Arguments): string {
  return parseCaseCode(params.code ?? "") ?? params.code ?? "";
}

/** «Utdrag»: all that is kept of one case, on paper, for the person whom it is about. */
export function CaseExtractPage() {
  const code = useLoaderData<string>();
  const [found, setFound] = useState<{ extract: CaseExtract; codebook: Codebook }>();
  const [problem, setProblem] = useState<string>();
  const [isFetching, setFetching] = useState(false);
  const [hidesNames, setHidesNames] = useState(false);

  async function fetchExtract(): Promise<void> {
    setFetching(true);
    const path = `/api/cases/${encodeURIComponent(code)}/extract`;
    const reply = await ask<CaseExtract>("GET", path);
    const book = reply.kind === "ok" ? await findCodebook(reply.value.case.codebook) : reply;
    setFetching(false);
    if (reply.kind !== "ok" || book.kind !== "ok") {
      return setProblem(sentencesOf(reply.kind === "ok" ? book : reply).join(" "));
    }
    setProblem(undefined);
    setFound({ extract: reply.value, codebook: book.value as Codebook });
  }

  return (
    <Page title={`Utdrag ur ärende ${code}`} windowTitle="Utdrag" help={help}>
      <div className="stack extract-desk not-printed">
        <p>
          Den som ärendet handlar om har rätt att få veta vad som finns registrerat (GDPR, artikel
          15). Här skriver du ut det. Att utdraget tas fram står i loggen, med ditt namn.
        </p>
        <Notice title="Innan du lämnar ut det">
          <ul className="extract-checks">
            <li>Är det rätt person? Jämför koden med personakten.</li>
            <li>
              Är det säkert för klienten att ta med pappret hem? Erbjud annars att läsa det hos er.
            </li>
            <li>Läs igenom det. Står något om någon annan ska det sekretessprövas först.</li>
          </ul>
        </Notice>
        <p className="soft">Det här är ett stöd, inte juridisk rådgivning.</p>
        {!found && (
          <Button onPress={() => void fetchExtract()} isDisabled={isFetching} describedBy="fel">
            Ta fram utdraget
          </Button>
        )}
        <FieldProblem id="fel" sentence={problem} />
        {found && (
          <>
            <label className="switch">
              <input
                type="checkbox"
                checked={hidesNames}
                onChange={(event) => setHidesNames(event.target.checked)}
              />
              <span>
                Utan namn på personalen
                <span className="soft">
                  , om pappret kan läsas av någon som hotar er. Skäl som någon har skrivit kan ändå
                  nämna namn.
                </span>
              </span>
            </label>
            <div className="row">
              <Button onPress={() => window.print()}>Skriv ut</Button>
              <Link to={`/arenden/${code}?flik=om`}>Till ärendet</Link>
            </div>
          </>
        )}
      </div>
      {found && (
        <CasePaper
          extract={hidesNames ? withoutStaffNames(found.extract) : found.extract}
          codebook={found.codebook}
        />
      )}
    </Page>
  );
}

const help = {
  sentences: [
    "Utdraget har allt som är registrerat i ärendet, vad som har ändrats och vilka som har öppnat det.",
    "Klientens egna enkätsvar står inte här: en samordnare skriver ut dem för sig, under Nyckla in enkät.",
    "Utdraget sparas inte, så skriv ut det eller ta fram det igen.",
  ],
  readMore: "utdrag",
} as const;
