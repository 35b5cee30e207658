import { type ReactNode, useId } from "react";
import type { Panel } from "#report";
import { Picture } from "../ui/Picture.tsx";
import { shortChainOf } from "../words/figure-words.ts";
import { hiddenMarkInWords, hiddenSentence } from "../words/hidden-words.ts";
import { sentencesUnderTitle } from "../words/panel-words.ts";
import { Chain } from "./Chain.tsx";
import { KeptTogether } from "./KeptTogether.tsx";
import { PanelTable } from "./PanelTable.tsx";
import { hidesNumbers, pictureInWords } from "./panel-parts.ts";
import { TableFiles } from "./TableFiles.tsx";
import { Unfolding } from "./Unfolding.tsx";
import { useCounted } from "./WithCounted.tsx";
import "./figure.css";
import "./panel.css";

type Props = {
  readonly panel: Panel;
  /** The level of its title. */
  readonly level?: 2 | 3 | 4;
  /** Where panels stand two in a row: it takes a row for itself. */
  readonly isWide?: boolean;
  /** How it is counted, a sentence or two each; see `methodOfPanel`. Empty: no «Metod». */
  readonly method?: readonly string[];
  /** What can be done with it: stands in line with «Tabell» and «Metod». */
  readonly children?: ReactNode;
};

/**
 * Anything that is told: message, picture, sentences with their base; tables and method folded. What may
 * not be shown is one mark and one sentence, whatever the panel is.
 */
export function PanelCard({ panel, level = 3, isWide = false, method = [], children }: Props) {
  const titleId = useId();
  const counted = useCounted();
  const Title = `h${level}` as const;
  const { title, label, sentences, certainty, reconstructed, tables, picture } = panel;
  const { base, population } = panel;
  const saysHidden = sentences.some((sentence) => sentence.includes(hiddenSentence));
  return (
    <article
      className={isWide ? "card panel-card panel-wide" : "card panel-card"}
      data-panel={panel.id}
      aria-labelledby={titleId}
    >
      <div className="panel-parts">
        <Title id={titleId} className="panel-title">
          <KeptTogether text={title} />{" "}
          {certainty === "uncertain" && <span className="mark">osäkert</span>}{" "}
          {reconstructed && <span className="mark">rekonstruerad</span>}
        </Title>
        {picture && <Picture node={picture} label={pictureInWords(picture, title)} />}
        <div className="panel-words">
          {sentencesUnderTitle(panel).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {hidesNumbers(panel) && !saysHidden && (
            <p>{certainty === "hidden" ? hiddenSentence : hiddenMarkInWords}</p>
          )}
          {base && population && (
            <Chain links={shortChainOf({ base, population, rows: [] }, counted)} />
          )}
        </div>
        <div className="panel-more">
          {certainty !== "empty" && tables.length > 0 && (
            <Unfolding summary={<Summary name="Tabell" about={label} />}>
              {() => (
                <div className="panel-tables">
                  {tables.map((table, index) => (
                    <div key={table.caption}>
                      <PanelTable table={table} isNamed={tables.length > 1} />
                      <TableFiles panel={panel} index={index} about={table.caption} />
                    </div>
                  ))}
                </div>
              )}
            </Unfolding>
          )}
          {method.length > 0 && (
            <Unfolding summary={<Summary name="Metod" about={label} />}>
              {() => (
                <div className="stack">
                  {method.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
              )}
            </Unfolding>
          )}
          {children}
        </div>
      </div>
    </article>
  );
}

/** Aloud it says which of the page's many tables it is. */
function Summary({ name, about }: { readonly name: string; readonly about: string }) {
  return (
    <>
      {name}
      <span className="aloud"> för {about}</span>
    </>
  );
}
