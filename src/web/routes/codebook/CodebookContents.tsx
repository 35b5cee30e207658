import type { Codebook } from "#codebook";

/** What stands on the page, of what the search has found: a codebook is long. */
export function CodebookContents({ shown }: { readonly shown: Codebook }) {
  const { phases, variables, groups, indicators } = shown;
  const parts = [
    ...phases
      .filter(({ id }) => variables.some(({ phase }) => phase === id))
      .map(({ id, label }) => ({ anchor: `fas-${id}`, name: label.sv })),
    ...(groups.length > 0 ? [{ anchor: "grupper", name: "Rader som kan vara flera" }] : []),
    ...(indicators.length > 0 ? [{ anchor: "nyckeltal", name: "Nyckeltal" }] : []),
  ];
  if (parts.length < 2) return null;
  return (
    <nav aria-label="Innehåll" className="codebook-parts not-printed">
      {parts.map(({ anchor, name }) => (
        <a key={anchor} href={`#${anchor}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
