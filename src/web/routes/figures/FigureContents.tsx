import type { FigurePhase } from "../../figures/figure-order.ts";
import { keyFigures, phaseAnchor } from "./section-names.ts";

/** What stands on the page, each a link to it. */
export function FigureContents({ phases }: { readonly phases: readonly FigurePhase[] }) {
  return (
    <nav className="figure-contents" aria-label="På sidan">
      <ul>
        <li>
          <a href={`#${keyFigures.id}`}>{keyFigures.title}</a>
        </li>
        {phases.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${phaseAnchor(id)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
