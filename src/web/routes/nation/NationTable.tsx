import type { ReactNode } from "react";
import type { Figure, FigureRow } from "#report";
import { Shown } from "../../figures/Shown.tsx";
import { oneDecimal, percent } from "../../words/counting.ts";
import type { TableSide } from "./table-sides.ts";

type Props = { readonly figure: Figure; readonly sides: readonly TableSide[] };

/** The same numbers as the picture, with those they are held against side by side. */
export function NationTable({ figure, sides }: Props) {
  return (
    <table className="figure-table nation-table">
      <caption className="aloud">{figure.label.sv}</caption>
      <thead>
        <tr>
          <th scope="col">{figure.kind === "frequencies" ? "Svar" : "Mått"}</th>
          {sides.map((side) => (
            <th key={side.name} scope="col" className={classOf(side)}>
              {side.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figure.kind === "frequencies" ? (
          <AnswerRows figure={figure} sides={sides} />
        ) : (
          <MeasureRows figure={figure} sides={sides} />
        )}
      </tbody>
    </table>
  );
}

function AnswerRows({ figure, sides }: Props) {
  return figure.rows.map((row, index) => (
    <tr key={`${row.code} ${row.label.sv}`} className={row.isMissing ? "soft" : ""}>
      <th scope="row">{row.label.sv}</th>
      {sides.map((side) => (
        <td key={side.name} className={classOf(side)}>
          <CountAndShare row={side.rows[index]} />
        </td>
      ))}
    </tr>
  ));
}

/** Two numbers in a cell: beside each other where there is room, else one above the other. */
function CountAndShare({ row }: { readonly row: FigureRow | undefined }) {
  if (!row) return "–";
  if (row.count === null) return <Shown count={null} />;
  return (
    <>
      <span className="count">
        <Shown count={row.count} />
      </span>{" "}
      <span className="share">{row.share === null ? "–" : percent(row.share)}</span>
    </>
  );
}

function MeasureRows({ figure: { kind }, sides }: Props) {
  const isShare = kind === "share";
  return (
    <>
      <Measure
        name={isShare ? "Andel" : "Genomsnitt"}
        sides={sides}
        of={({ told }) => <Value told={told} isShare={isShare} />}
      />
      <Measure
        name={isShare ? "Antal" : "Summa"}
        sides={sides}
        of={({ told }) => <Shown count={told.numerator} />}
      />
      <Measure
        name="Av så många ärenden"
        sides={sides}
        of={({ told }) => <Shown count={told.denominator} />}
      />
      {sides.some(({ interval }) => interval) && (
        <Measure
          name="Osäkerhet (95 %)"
          sides={sides}
          of={({ interval }) =>
            interval ? `${Math.round(interval[0] * 100)}–${percent(interval[1])}` : "–"
          }
        />
      )}
    </>
  );
}

type MeasureProps = {
  readonly name: string;
  readonly sides: readonly TableSide[];
  readonly of: (side: TableSide) => ReactNode;
};

function Measure({ name, sides, of }: MeasureProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {sides.map((side) => (
        <td key={side.name} className={classOf(side)}>
          {of(side)}
        </td>
      ))}
    </tr>
  );
}

/** Without a value there were too few for one, or its parts may not be shown. */
function Value({ told, isShare }: { readonly told: TableSide["told"]; readonly isShare: boolean }) {
  const { value, numerator, denominator } = told;
  if (value !== null) return isShare ? percent(value) : oneDecimal(value);
  return numerator === null || denominator === null ? <Shown count={null} /> : "–";
}

function classOf({ isUnit }: TableSide): string | undefined {
  return isUnit ? "unit-beside" : undefined;
}
