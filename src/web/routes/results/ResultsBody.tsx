import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import type { Codebook } from "#codebook";
import type { ResultSection, Results } from "#report";
import { FigureContents } from "../../figures/FigureContents.tsx";
import { FindingsInParts } from "../../figures/FindingsInParts.tsx";
import { PanelCard } from "../../figures/PanelCard.tsx";
import { PanelList } from "../../figures/PanelList.tsx";
import { PanelPairs, type PanelsBeside } from "../../figures/PanelPairs.tsx";
import { useLasting } from "../../shell/use-lasting.ts";
import { Shapes } from "../../ui/Shapes.tsx";
import { methodOfPanel } from "../../words/panel-words.ts";
import { askedOnce } from "./asked-once.ts";

type Props = {
  readonly results: Results;
  readonly codebook: Codebook;
  /** The same figures of another time, each beside its own. */
  readonly beside?: Beside | undefined;
  /** After the denominators, before the sections. */
  readonly children?: ReactNode;
};

type Beside = Omit<PanelsBeside, "panels"> & { readonly results: Results };

/** The sentence to remember, what everything rests on, and the questions with their answers. */
export function ResultsBody({ results, codebook, beside, children }: Props) {
  const navigation = useNavigation();
  const isSlow = useLasting(navigation.state === "loading");
  if (isSlow) return <Shapes />;
  const { headline, strip, sections } = results;
  return (
    <div className="results">
      <div className="results-contents not-printed">
        <FigureContents
          entries={sections.map(({ id, label }) => ({ anchor: anchorOf(id), name: label.sv }))}
        />
      </div>
      <div className="results-body">
        <div className="results-head">
          <p className="results-headline">{headline}</p>
          {beside ? (
            <PanelPairs
              panels={[strip]}
              codebook={codebook}
              level={2}
              beside={{ ...beside, panels: [beside.results.strip] }}
            />
          ) : (
            <PanelCard panel={strip} level={2} method={methodOfPanel(strip, codebook)} />
          )}
          {children}
        </div>
        {askedOnce(sections).map((section) => (
          <Section
            key={section.id}
            section={section}
            codebook={codebook}
            beside={
              beside && {
                ...beside,
                panels: beside.results.sections.find(({ id }) => id === section.id)?.panels ?? [],
              }
            }
          />
        ))}
      </div>
    </div>
  );
}

/** Two rows of two: the rest is folded under its names, or the page would be thirty screens long. */
const openInSection = 4;

type SectionProps = {
  readonly section: ResultSection;
  readonly codebook: Codebook;
  readonly beside: PanelsBeside | undefined;
};

function Section({ section, codebook, beside }: SectionProps) {
  const { id, label, note, findings, panels } = section;
  return (
    <section aria-labelledby={anchorOf(id)} className="results-section">
      <h2 id={anchorOf(id)} tabIndex={-1}>
        {label.sv}
      </h2>
      {note && <p className="soft">{note}</p>}
      {beside ? (
        <PanelPairs panels={panels} codebook={codebook} beside={beside} />
      ) : (
        <PanelList panels={panels} codebook={codebook} open={openInSection} />
      )}
      {panels.length === 0 && !note && (
        <p className="soft">Här kommer siffror att stå när frågorna är besvarade.</p>
      )}
      {findings && <FindingsInParts findings={findings} about={label.sv} />}
    </section>
  );
}

function anchorOf(section: string): string {
  return `avsnitt-${section}`;
}
