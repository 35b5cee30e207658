import type { Codebook } from "#codebook";
import type { Panel } from "#report";
import { methodOfPanel } from "../words/panel-words.ts";
import { PanelCard } from "./PanelCard.tsx";
import { PanelList } from "./PanelList.tsx";

/** Panels of another time, told under its name. */
export type PanelsBeside = {
  readonly name: string;
  /** What the panels' ids begin with, and then as those that they stand beside. */
  readonly start: string;
  readonly panels: readonly Panel[];
};

type Props = {
  readonly panels: readonly Panel[];
  readonly codebook: Codebook;
  readonly beside: PanelsBeside;
  readonly level?: 2 | 3;
};

/** Each panel with its own of another time beside it; what neither of them tells is named at the end. */
export function PanelPairs({ panels, codebook, beside, level = 3 }: Props) {
  const pairs = panels.map((panel) => ({
    panel,
    other: beside.panels.find(({ id }) => id === `${beside.start}${panel.id}`),
  }));
  const told = pairs.filter(({ panel, other }) => tells(panel) || (other && tells(other)));
  const untold = pairs.filter((pair) => !told.includes(pair)).map(({ panel }) => panel);
  return (
    <div className="panel-pairs">
      {told.map(({ panel, other }) => (
        <div key={panel.id} className="panel-pair">
          <PanelCard panel={panel} level={level} method={methodOfPanel(panel, codebook)} />
          {other && tells(other) && (
            <div className="panel-beside">
              <p className="soft">{beside.name}</p>
              <PanelCard panel={other} level={level === 2 ? 3 : 4} />
            </div>
          )}
        </div>
      ))}
      {untold.length > 0 && <PanelList panels={untold} codebook={codebook} level={level} />}
    </div>
  );
}

function tells({ certainty }: Panel): boolean {
  return certainty !== "hidden" && certainty !== "empty";
}
