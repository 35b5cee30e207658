import { useState } from "react";
import { wholeNumber } from "#kernel";
import type { PreparedView } from "#server";
import { Pages } from "../../ui/Pages.tsx";
import { countInWords } from "./deliver-words.ts";

type Props = Pick<PreparedView, "readable" | "unread">;
type Cases = Extract<PreparedView["readable"], { readonly kind: "cases" }>;
type Tables = Extract<PreparedView["readable"], { readonly kind: "tables" }>;

/** The lines themselves. Never printed: on paper they would lie about. */
export function LeavesTable({ readable, unread }: Props) {
  return (
    <section aria-labelledby="raderna" className="deliver-lines not-printed">
      {readable.kind === "cases" ? (
        <CaseLines readable={readable} unread={unread} />
      ) : (
        <CountTables readable={readable} />
      )}
    </section>
  );
}

/** Rows of cases that stand at once. */
const size = 50;

function CaseLines({ readable, unread }: { readonly readable: Cases; readonly unread: number }) {
  const [from, setFrom] = useState(0);
  const { columns, rows } = readable;
  const shown = rows.slice(from, from + size);
  return (
    <>
      <h3 id="raderna">Raderna, {countInWords(rows.length + unread, "cases")}</h3>
      <p className="soft">
        En rad för varje ärende, i slumpad ordning. Tom ruta: inget lämnar.
        {unread > 0 &&
          ` De första ${wholeNumber(rows.length)} visas. De andra lämnar i samma form.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="deliver-scroll" aria-label="Raderna som lämnar" tabIndex={0}>
        <table>
          <caption className="aloud">Raderna som lämnar</caption>
          <thead>
            <tr>
              <th scope="col">Rad</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, index) => (
              // A row has no name of its own: the one that it travels under is drawn anew each time.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={from + index}>
                <th scope="row">{wholeNumber(from + index + 1)}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pages from={from} size={size} total={rows.length} onGo={setFrom} />
    </>
  );
}

function CountTables({ readable }: { readonly readable: Tables }) {
  return (
    <>
      <h3 id="raderna">Tabellerna, {wholeNumber(readable.tables.length)} stycken</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="deliver-scroll" aria-label="Tabellerna som lämnar" tabIndex={0}>
        {readable.tables.map(({ title, nothing, columns, rows }) => (
          <table key={title}>
            <caption>{title}</caption>
            <thead>
              <tr>
                <td />
                {columns.slice(1).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {nothing !== null && (
                <tr>
                  <td colSpan={columns.length}>{nothing}</td>
                </tr>
              )}
              {rows.map(({ label, counts }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {counts.map((count, at) => (
                    <td key={columns[at + 1]}>{wholeNumber(count)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </section>
    </>
  );
}
