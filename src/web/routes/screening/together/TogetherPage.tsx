import { useLoaderData } from "react-router";
import type { RoundResultsView } from "#server";
import { sentencesOf } from "../../../api/reply.ts";
import { get } from "../../../api/request.ts";
import { PanelTable } from "../../../figures/PanelTable.tsx";
import { Shown } from "../../../figures/Shown.tsx";
import { WithCounted } from "../../../figures/WithCounted.tsx";
import { loaded } from "../../../routing/loaded.ts";
import { Page } from "../../../shell/Page.tsx";
import { Button } from "../../../ui/Button.tsx";
import { hiddenMarkInWords } from "../../../words/hidden-words.ts";
import { ResultsBody } from "../../results/ResultsBody.tsx";
import { daysInWords } from "../campaign-words.ts";
import "../../results/results.css";
import "../screening.css";
import "../outcome/outcome.css";
import "./together.css";

type Asked = { readonly request: Request; readonly params: { readonly round?: string } };

type Loaded =
  | { readonly kind: "told"; readonly view: RoundResultsView }
  /** Nothing is published, or nothing has come here: why, in words. */
  | { readonly kind: "untold"; readonly sentences: readonly string[] };

export async function loadTogether({ request, params }: Asked): Promise<Loaded> {
  const path = `/api/campaign-rounds/${encodeURIComponent(params.round ?? "")}/results`;
  const reply = await get<RoundResultsView>(path, request.signal);
  if (reply.kind === "refused" && reply.status === 409) {
    return { kind: "untold", sentences: sentencesOf(reply) };
  }
  return { kind: "told", view: loaded(reply, request) };
}

/** What was published of the municipalities that asked in the same month, and of each; the year before beside. */
export function TogetherPage() {
  const found = useLoaderData<Loaded>();
  if (found.kind === "told") return <Together view={found.view} />;
  return (
    <Page title="Kommunerna tillsammans" help={help}>
      {found.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Page>
  );
}

function Together({ view }: { readonly view: RoundResultsView }) {
  const { round, receiver, meetings, took, absent, isInterim, verdict, codebook, results } = view;
  return (
    <Page
      title="Kommunerna tillsammans"
      windowTitle={`Kommunerna tillsammans, ${round.name}`}
      help={help}
      lead={
        <p>
          {round.name}, {daysInWords({ firstDay: round.from, lastDay: round.through })}.
        </p>
      }
    >
      <div className="outcome">
        <p className="soft outcome-lead">
          Sammanställt av {receiver.name}. <Shown count={meetings} /> möten. {took}{" "}
          {absent.length > 0 && `Inte med i siffrorna: ${absent.join(", ")}. `}
          {isInterim && "Delsiffror: omgången pågår. "}
          Skyddade siffror: de får skrivas ut och spridas.
        </p>
        <WithCounted codebook={codebook}>
          <ResultsBody results={results} codebook={codebook}>
            <div className="row not-printed">
              <Button kind="secondary" onPress={() => window.print()}>
                Skriv ut
              </Button>
            </div>
            <Places places={view.places} />
          </ResultsBody>
        </WithCounted>
        <p className="soft">Granskning: {verdict}.</p>
      </div>
    </Page>
  );
}

function Places({ places }: Pick<RoundResultsView, "places">) {
  if (!places) return null;
  return (
    <section aria-labelledby="kommunerna" className="results-section together-places">
      <h2 id="kommunerna">{places.title}</h2>
      {places.sentences.map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
      <p className="soft">{marks}</p>
      {places.tables.some(({ columns }) => columns.length > 3) && (
        <p className="soft together-sideways not-printed">
          Dra tabellen i sidled för att se alla kolumner.
        </p>
      )}
      {places.tables.map((table) => (
        <PanelTable key={table.caption} table={table} isNamed ofEmptyRow="Inte med" />
      ))}
    </section>
  );
}

/** What stands where a number does not. */
const marks = `${hiddenMarkInWords} «–»: för få möten för en andel. «Inte med»: kommunen lämnade inga siffror som räknas i omgången.`;

const help = {
  sentences: [
    "Länet lägger ihop antalen från kommunerna, skyddar dem så att ingen kan kännas igen och publicerar dem.",
    "«..» betyder att talet inte visas, och «–» att kommunen har för få möten för en andel. «Inte med» står vid den som inte lämnade siffror.",
    "Förra omgången står bredvid där samma svar visas båda åren.",
  ],
  readMore: "fokusmanad",
} as const;
