import type { DocumentTable } from "#report";

/** Wider than a phone: then it is moved sideways by itself, also with the arrows. */
export function SheetTable({ table }: { readonly table: DocumentTable }) {
  const { caption, columns, rows } = table;
  const [corner, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="sheet-table" aria-label={caption} tabIndex={0}>
      <table className="figure-table">
        <caption className="aloud">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {others.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <td key={others[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
