import { useLoaderData } from "react-router";
import type { PublishedComparison } from "#server";
import { FigureContents } from "../../figures/FigureContents.tsx";
import { PanelCard } from "../../figures/PanelCard.tsx";
import { WithTableFiles } from "../../figures/TableFiles.tsx";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Verdict } from "../nation/Verdict.tsx";
import { ComparisonLead } from "./ComparisonLead.tsx";
import { comparisonPath, type LoadedComparison } from "./load-comparison.ts";
import { methodOfComparison } from "./method-of-comparison.ts";
import { OneAtATime } from "./OneAtATime.tsx";
import { WhatToChange } from "./WhatToChange.tsx";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "../nation/nation.css";
import "../nation/nation-print.css";

export { loadComparison } from "./load-comparison.ts";

/** «Jämför»: one's own municipality beside its area, the nation and others. No order by result. */
export function ComparisonPage() {
  const loaded = useLoaderData<LoadedComparison | null>();
  if (!loaded) return <NothingYet />;
  return (
    <WithTableFiles at={comparisonPath(loaded.published.comparison.chosen ?? "")}>
      <Compared {...loaded} />
    </WithTableFiles>
  );
}

function Compared({ published, codebook }: LoadedComparison) {
  const { comparison, verdict } = published;
  const { reading, goal, chapters } = comparison;
  return (
    <Page title="Jämför" lead={<ComparisonLead published={published} />} help={help}>
      <div className="nation">
        <div className="nation-contents not-printed">
          <FigureContents entries={entriesOf(published)} />
          <Button kind="secondary" onPress={() => window.print()}>
            Skriv ut
          </Button>
        </div>
        <div className="nation-body">
          <div className="stack reading">
            {reading.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {goal && (
            <section aria-labelledby={anchors.goal} className="nation-chapter">
              <h2 id={anchors.goal} tabIndex={-1}>
                Målet, hela omgången
              </h2>
              <PanelCard panel={goal} method={methodOfComparison(goal, codebook)} />
            </section>
          )}
          {chapters.map(({ id, label, panels }) => (
            <section key={id} aria-labelledby={chapterAnchor(id)} className="nation-chapter">
              <h2 id={chapterAnchor(id)} tabIndex={-1}>
                {label.sv}
              </h2>
              {panels.map((panel) => (
                <PanelCard
                  key={panel.id}
                  panel={panel}
                  method={methodOfComparison(panel, codebook)}
                />
              ))}
            </section>
          ))}
          {comparison.chosen !== null && (
            <OneAtATime published={published} codebook={codebook} anchor={anchors.municipalities} />
          )}
          <WhatToChange about={comparison.chosen} />
          <Verdict verdict={verdict} />
        </div>
      </div>
    </Page>
  );
}

const anchors = { goal: "malet", municipalities: "kommuner" } as const;

function chapterAnchor(id: string): string {
  return `kapitel-${id}`;
}

function entriesOf({ comparison }: PublishedComparison) {
  const { goal, chapters, chosen } = comparison;
  return [
    ...(goal ? [{ anchor: anchors.goal, name: "Målet, hela omgången" }] : []),
    ...chapters.map(({ id, label }) => ({ anchor: chapterAnchor(id), name: label.sv })),
    ...(chosen === null ? [] : [{ anchor: anchors.municipalities, name: "Kommun för kommun" }]),
  ];
}

function NothingYet() {
  return (
    <Page title="Jämför" help={help}>
      <div className="stack">
        <p>Här kommer er kommun att stå bredvid länet, riket och kommuner av samma storlek.</p>
        <p>
          Det görs av det som är publicerat. Kommunerna lämnar avidentifierade uppgifter, och den
          nationella analytikern sammanställer dem. Ingen sammanställning är publicerad ännu.
        </p>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Er kommun står bredvid länet och riket, och siffrorna är skyddade, så de får visas, skrivas ut och spridas.",
    "En skillnad sägs bara när den är större än slumpen brukar ge, och ingen rangordnas.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen: läs då länet eller riket bredvid.",
  ],
  readMore: "jamfor",
} as const;
