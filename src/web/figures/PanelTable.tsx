import { useId } from "react";
import type { ShownCell, ShownColumn, ShownTable } from "#report";
import { columnInWords, numberInCell } from "../words/panel-words.ts";
import { Shown } from "./Shown.tsx";

type Props = {
  readonly table: ShownTable;
  /** Its name is seen; else it is read aloud alone. */
  readonly isNamed?: boolean;
  /** Said once in a row that has no number at all, instead of a mark in every cell. */
  readonly ofEmptyRow?: string;
};

/** More columns than a phone holds: the table scrolls by itself, also by keyboard. */
const fitsOnPhone = 3;

/** The panel's numbers as they are shown, for those who would rather read them. */
export function PanelTable({ table, isNamed = false, ofEmptyRow = "" }: Props) {
  const name = useId();
  if (table.columns.length <= fitsOnPhone) {
    return <Numbers table={table} name={name} isNamed={isNamed} ofEmptyRow={ofEmptyRow} />;
  }
  return (
    <section
      className="panel-table-wide"
      aria-labelledby={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what does not fit
      tabIndex={0}
    >
      <Numbers table={table} name={name} isNamed={isNamed} ofEmptyRow={ofEmptyRow} />
    </section>
  );
}

type Named = Required<Props> & { readonly name: string };

function Numbers({ table, name, isNamed, ofEmptyRow }: Named) {
  const { caption, corner, columns, rows } = table;
  return (
    <table className="figure-table panel-table">
      <caption id={name} className={isNamed ? "panel-caption" : "aloud"}>
        {caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((column) => (
            <th key={column.label} scope="col">
              {columnInWords(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, isMissing, cells }) => (
          <tr key={label} className={isMissing ? "soft" : undefined}>
            <th scope="row">{label}</th>
            {ofEmptyRow && cells.every((cell) => cell === "none") ? (
              <td colSpan={columns.length} className="panel-empty-row">
                {ofEmptyRow}
              </td>
            ) : (
              columns.map((column, index) => (
                <td key={column.label}>
                  <Cell cell={cells[index] ?? "none"} unit={column.unit} />
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, unit }: { readonly cell: ShownCell; readonly unit: ShownColumn["unit"] }) {
  if (cell === "hidden") return <Shown count={null} />;
  if (cell === "none") {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="aloud">inget tal</span>
      </>
    );
  }
  return numberInCell(cell, unit);
}
