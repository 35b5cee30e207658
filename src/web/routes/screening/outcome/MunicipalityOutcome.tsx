import { useEffect } from "react";
import { Link } from "react-router";
import type { Codebook } from "#codebook";
import { swedishDay } from "#kernel";
import type { CampaignResultsView } from "#server";
import { Shown } from "../../../figures/Shown.tsx";
import { WithCounted } from "../../../figures/WithCounted.tsx";
import { Button } from "../../../ui/Button.tsx";
import { dayInWords } from "../../../words/calendar.ts";
import { genitive } from "../../../words/counting.ts";
import { addressOf } from "../../documents/document-address.ts";
import { ResultsBody } from "../../results/ResultsBody.tsx";

/** The same figures on one sheet, for those who meet about them. */
const documents = [
  { kind: "committee", name: "A4 till nämnden" },
  { kind: "staff", name: "A4 till arbetsplatsträffen" },
  { kind: "managers", name: "A4 till cheferna" },
  { kind: "contacts", name: "A4 till kontaktpersonerna" },
  { kind: "collaboration", name: "A4 till samverkan" },
] as const;

type Props = { readonly view: CampaignResultsView; readonly codebook: Codebook };

/** The municipality's, protected: to read, print and pass on; the campaign before it beside. */
export function MunicipalityOutcome({ view, codebook }: Props) {
  const { campaign, municipality, closedAt, meetings, results, before, resultsBefore } = view;
  const onPaper = `${genitive(municipality.name)} resultat, ${campaign.name}`;
  useEffect(() => {
    document.documentElement.style.setProperty("--sheet-heading", JSON.stringify(onPaper));
    return () => void document.documentElement.style.removeProperty("--sheet-heading");
  }, [onPaper]);
  const beside =
    before && resultsBefore
      ? { name: before.name, start: `${before.id}:`, results: resultsBefore }
      : undefined;
  return (
    <section aria-label="Kommunens resultat" className="outcome">
      <p className="soft outcome-lead">
        {municipality.name}, <Shown count={meetings} /> möten. Avslutad{" "}
        {dayInWords(swedishDay(closedAt))}. Skyddade siffror: de får skrivas ut och spridas.
      </p>
      {beside && <p className="soft">Bredvid varje figur står {beside.name}.</p>}
      <WithCounted codebook={codebook}>
        <ResultsBody results={results} codebook={codebook} beside={beside}>
          <div className="row not-printed">
            <Button kind="secondary" onPress={() => window.print()}>
              Skriv ut
            </Button>
            {documents.map(({ kind, name }) => (
              <Link key={kind} to={addressOf({ kind, source: `campaign:${campaign.id}` })}>
                {name}
              </Link>
            ))}
          </div>
        </ResultsBody>
      </WithCounted>
    </section>
  );
}
