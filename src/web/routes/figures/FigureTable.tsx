import { wholeNumber } from "#kernel";
import type { Figure } from "#report";
import { Shown } from "../../figures/Shown.tsx";
import { oneDecimal, percent } from "../../words/counting.ts";

/** The same numbers as the picture, for those who would rather read them. */
export function FigureTable({ figure }: { readonly figure: Figure }) {
  return figure.kind === "frequencies" ? (
    <Frequencies figure={figure} />
  ) : (
    <KeyFigure figure={figure} />
  );
}

function Frequencies({ figure: { label, rows } }: { readonly figure: Figure }) {
  return (
    <table className="figure-table">
      <caption className="aloud">{label.sv}</caption>
      <thead>
        <tr>
          <th scope="col">Svar</th>
          <th scope="col">Antal</th>
          <th scope="col">Andel</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} className={row.isMissing ? "soft" : ""}>
            <th scope="row">{row.label.sv}</th>
            <td>
              <Shown count={row.count} />
            </td>
            <td>{row.share === null ? "–" : percent(row.share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeyFigure({ figure }: { readonly figure: Figure }) {
  const { kind, label, value, numerator, denominator, interval } = figure;
  const isShare = kind === "share";
  const told = value === null ? "–" : isShare ? percent(value) : oneDecimal(value);
  return (
    <table className="figure-table">
      <caption className="aloud">{label.sv}</caption>
      <tbody>
        <tr>
          <th scope="row">{isShare ? "Andel" : "Medeltal"}</th>
          <td>{told}</td>
        </tr>
        <tr>
          <th scope="row">{isShare ? "Antal" : "Summa"}</th>
          <td>{numerator === null ? "–" : wholeNumber(numerator)}</td>
        </tr>
        <tr>
          <th scope="row">Av så många ärenden</th>
          <td>{denominator === null ? "–" : wholeNumber(denominator)}</td>
        </tr>
        {interval && (
          <tr>
            <th scope="row">Osäkerhet (95 %)</th>
            <td>
              {percent(interval[0])} till {percent(interval[1])}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
