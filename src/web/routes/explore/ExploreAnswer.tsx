import { Link, useNavigation } from "react-router";
import type { SavedViews } from "#server";
import { FindingsInParts } from "../../figures/FindingsInParts.tsx";
import { PanelList } from "../../figures/PanelList.tsx";
import { WithTableFiles } from "../../figures/TableFiles.tsx";
import { useLasting } from "../../shell/use-lasting.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Shapes } from "../../ui/Shapes.tsx";
import { ExploreChoices } from "./ExploreChoices.tsx";
import { askedAt, exploreAddress, type WishedQuestion } from "./explore-address.ts";
import type { LoadedExploration } from "./load-explore.ts";
import { NoCasesYet } from "./NoCasesYet.tsx";
import { SaveView } from "./SaveView.tsx";

type Props = Extract<LoadedExploration, { readonly kind: "answered" }>;

/** The answer, the choices that it followed from, and how far it holds. */
export function ExploreAnswer({ view, codebook, saved, wished }: Props) {
  const navigation = useNavigation();
  const isChanging = navigation.state === "loading";
  const isSlow = useLasting(isChanging);
  const { answer, problems, set } = view;
  const isExact = set.kind === "unit";
  const findings = answer?.findings;
  const said = answer?.panels[0]?.title ?? problems.map(({ sentence }) => sentence).join(" ");
  return (
    <>
      {isExact && (
        <p className="exact-on-paper">
          Exakta siffror skrivs inte ut. Det som får skrivas ut och spridas är kommunens och rikets
          skyddade siffror.
        </p>
      )}
      <div className={isExact ? "explore-told results-exact not-printed" : "explore-told"}>
        <p role="status" className="aloud">
          {isChanging ? "" : said}
        </p>
        <section aria-label="Svaret" aria-busy={isChanging} className="explore-answer">
          <SavedState saved={saved} shown={wished.view} />
          {isSlow && <Shapes />}
          {!isSlow && answer && (
            <WithTableFiles at={askedAt({ ...view.chosen, codebook: null, view: null })}>
              <PanelList panels={answer.panels} codebook={codebook} level={2} />
            </WithTableFiles>
          )}
          {!isSlow && findings && <FindingsInParts findings={findings} about="svaret" />}
          {!isSlow && !answer && <NotAnswered view={view} />}
        </section>
        <ExploreChoices view={view} />
        {answer && <SaveView key={JSON.stringify(view.chosen)} view={view} saved={saved} />}
      </div>
    </>
  );
}

/** Whether the figures are still those that the view was saved with. */
function SavedState({
  saved,
  shown,
}: {
  readonly saved: SavedViews;
  readonly shown: WishedQuestion["view"];
}) {
  const view = saved.views.find(({ id }) => id === shown);
  if (!view) return null;
  return (
    <Notice tone="calm" title={view.name}>
      <p>{view.sentence}</p>
    </Notice>
  );
}

/** What is in the way and what can be done; the one step that always leads on is a link. */
function NotAnswered({ view: { problems, chosen, codebook, set } }: Pick<Props, "view">) {
  const { show } = chosen;
  const isPlain = [chosen.by, chosen.time, chosen.period, chosen.group].every(
    (each) => each === null,
  );
  if (isPlain && set.kind === "unit" && problems.some(({ code }) => code === "analysis-no-cases")) {
    return <NoCasesYet />;
  }
  return (
    <Notice title="Det här kan inte visas">
      {problems.map(({ code, sentence }) => (
        <p key={code}>{sentence}</p>
      ))}
      <p className="not-printed">
        {isPlain ? (
          <Link to={exploreAddress({ set: set.id })}>Börja om</Link>
        ) : (
          <Link to={exploreAddress({ set: set.id, show, codebook })}>
            Visa frågan för alla ärenden, utan uppdelning
          </Link>
        )}
      </p>
    </Notice>
  );
}
