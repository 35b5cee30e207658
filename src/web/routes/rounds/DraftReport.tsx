import { useState } from "react";
import { wholeNumber } from "#kernel";
import type { CompilingView, CoverageView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { percent } from "../../words/counting.ts";
import { PublishDialog } from "./PublishDialog.tsx";
import { useRound } from "./round-context.ts";
import { countedIn, countOf } from "./round-words.ts";
import { Sentences } from "./Sentences.tsx";
import { useCompiling } from "./use-compiling.ts";

export type Draft = Extract<CompilingView["state"], { readonly kind: "draft" }>;

const levelNames = { nation: "Alla tillsammans", area: "Län", municipality: "Kommuner" } as const;

/** Whether it holds, how much it rests on, who is not in it, and how much may be shown. */
export function DraftReport({ draft }: { readonly draft: Draft }) {
  const { isInterim, madeAt, verdict, municipalities, cases, missing, shown, coverage } = draft;
  const { problems, discard } = useCompiling();
  const { view } = useRound();
  const counted = countedIn(view);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="card stack wide-stack draft">
      <h3>{isInterim ? "Utkast till delsiffror" : "Utkast till slutliga siffror"}</h3>
      <p className="soft">Gjort {exactMoment(madeAt)}. Det är inte publicerat.</p>
      <p>
        {countOf(municipalities, "kommun", "kommuner")}
        {cases !== null && `, ${wholeNumber(cases)} ${counted}`}.{" "}
        {coverageInWords(coverage, counted)}
      </p>
      <section className="stack" aria-labelledby="prov">
        <h4 id="prov">Så gick provet av skyddet</h4>
        <p>{verdict}</p>
      </section>
      <section className="stack" aria-labelledby="visas">
        <h4 id="visas">Så mycket visas</h4>
        <ul>
          {shown.map((each) => (
            <li key={each.level}>
              {levelNames[each.level]}: {wholeNumber(each.shown)} av {wholeNumber(each.of)} tal.
            </li>
          ))}
        </ul>
        <p className="soft">Resten döljs, så att ingen ska kunna kännas igen.</p>
      </section>
      {missing.length > 0 && (
        <section className="stack" aria-labelledby="saknas">
          <h4 id="saknas">Saknas i utkastet</h4>
          <ul>
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <Sentences sentences={problems} />
      <div className="row not-printed">
        <Button onPress={() => setAsking(true)}>Publicera …</Button>
        <QuietButton onPress={() => void discard()}>Kasta utkastet</QuietButton>
      </div>
      {isAsking && <PublishDialog isInterim={isInterim} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** @param counted «ärenden», or «möten». */
function coverageInWords({ delivered, stated, unknown }: CoverageView, counted: string): string {
  const known =
    stated > 0
      ? `${wholeNumber(delivered)} av de ${wholeNumber(stated)} ${counted} som enheterna säger att de hade (${percent(delivered / stated)}).`
      : "";
  const others =
    unknown > 0
      ? `${countOf(unknown, "deltagare säger", "deltagare säger")} inte hur många de hade: där är täckningen okänd.`
      : "";
  return [known, others].filter(Boolean).join(" ");
}
