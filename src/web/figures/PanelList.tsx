import type { Codebook } from "#codebook";
import type { Panel } from "#report";
import { hiddenSentence } from "../words/hidden-words.ts";
import { methodOfPanel } from "../words/panel-words.ts";
import { PanelCard } from "./PanelCard.tsx";
import { panelsInTurn } from "./panels-in-turn.ts";
import { Shown } from "./Shown.tsx";
import { Unfolding } from "./Unfolding.tsx";
import { wholeRows } from "./whole-rows.ts";

type Props = {
  readonly panels: readonly Panel[];
  readonly codebook: Codebook;
  readonly level?: 2 | 3 | 4;
  /** So many stand open, and what tells of a change; the rest is folded under its names. */
  readonly open?: number;
};

/**
 * Panels one after the other. Those that say nothing, because nobody has answered or because nothing of
 * them may be shown, are named together at the end: there may be many.
 */
export function PanelList({ panels, codebook, level = 3, open = panels.length }: Props) {
  const { first, rest, empty, hidden } = panelsInTurn(panels, open);
  const whole = new Set([...wholeRows(first), ...wholeRows(rest)]);
  const card = (panel: Panel) => (
    <PanelCard
      key={panel.id}
      panel={panel}
      level={level}
      isWide={whole.has(panel)}
      method={methodOfPanel(panel, codebook)}
    />
  );
  return (
    <div className="panel-list">
      {first.map(card)}
      {rest.length > 0 && (
        <div>
          <Unfolding className="panel-rest" summary={`Visa också: ${namesOf(rest)}`}>
            {() => <div className="panel-list">{rest.map(card)}</div>}
          </Unfolding>
        </div>
      )}
      {empty.length > 0 && <p className="soft">Inga svar ännu: {namesOf(empty)}.</p>}
      {hidden.length > 0 && (
        <p className="soft">
          {namesOf(hidden)}: <Shown count={null} />
          <br />
          {hiddenSentence}
        </p>
      )}
    </div>
  );
}

function namesOf(panels: readonly Panel[]): string {
  return panels.map(({ label }) => label).join(" · ");
}
