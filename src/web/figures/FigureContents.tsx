import { stayAt } from "./stay-at.ts";

export type FigureEntry = { readonly anchor: string; readonly name: string };

/** What stands on the page, each a link to it. */
export function FigureContents({ entries }: { readonly entries: readonly FigureEntry[] }) {
  return (
    <nav className="figure-contents" aria-label="På sidan">
      <ul>
        {entries.map(({ anchor, name }) => (
          <li key={anchor}>
            <a href={`#${anchor}`} onClick={() => requestAnimationFrame(() => stayAt(anchor))}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
