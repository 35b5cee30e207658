import { intervalOf } from "#disclosure";
import type { ShownCell, ShownColumn, ShownRow, ShownTable } from "../panel.ts";
import type { PlacedShare } from "../picture/picture-kinds.ts";
import { publishedShare } from "../small-numbers.ts";
import type { WordsOfComparison } from "../words/comparison/told-comparison.ts";
import type { Side } from "./compared.ts";
import type { ComparedLine, PlaceShare } from "./compared-line.ts";

/** A share with its uncertainty and all that it rests on, a place in each row. */
export function placeTable(
  caption: string,
  corner: string,
  rows: readonly { readonly label: string; readonly share: PlaceShare }[],
  { columns }: WordsOfComparison,
): ShownTable {
  return {
    caption,
    corner,
    columns: [
      column(columns.share, "share"),
      column(columns.lowest, "share"),
      column(columns.highest, "share"),
      column(columns.count, "count"),
      column(columns.valid, "count"),
      column(columns.eligible, "count"),
    ],
    rows: rows.map(({ label, share }) =>
      row(label, [shareCell(share), ...intervalCells(share), ...countCells(share)]),
    ),
  };
}

/** Shares side by side, with the uncertainty of the first side's where that is one's own. */
export function shareTable(
  caption: string,
  corner: string,
  lines: readonly ComparedLine[],
  sides: readonly Side[],
  { columns }: WordsOfComparison,
): ShownTable {
  const isOwnFirst = sides[0]?.look === "own";
  return {
    caption,
    corner,
    columns: [
      ...sides.map(({ label }) => column(label, "share")),
      ...(isOwnFirst ? [column(columns.lowest, "share"), column(columns.highest, "share")] : []),
    ],
    rows: lines.map(({ label, shares }) => {
      const [own] = shares;
      return row(label, [
        ...shares.map(shareCell),
        ...(isOwnFirst && own ? intervalCells(own) : []),
      ]);
    }),
  };
}

/** What the shares of one side rest on. */
export function restTable(
  caption: string,
  corner: string,
  lines: readonly { readonly label: string; readonly share: PlaceShare }[],
  { columns }: WordsOfComparison,
): ShownTable {
  return {
    caption,
    corner,
    columns: [columns.count, columns.valid, columns.eligible].map((label) =>
      column(label, "count"),
    ),
    rows: lines.map(({ label, share }) => row(label, countCells(share))),
  };
}

/** `null`: hidden, or of too few for one. */
export function shareOf({ count, total }: PlaceShare): number | null {
  return publishedShare(count, total);
}

/** As it is drawn: of too few is not hidden. */
export function placedShare(share: PlaceShare): PlacedShare {
  const isHidden = share.count === null || share.total === null;
  return shareOf(share) ?? (isHidden ? null : "none");
}

/** Of a share that is told; made of told counts alone. */
export function intervalOfShare(share: PlaceShare): readonly [number, number] | null {
  const { count, total } = share;
  if (count === null || total === null || shareOf(share) === null) return null;
  return intervalOf({ count, total });
}

function shareCell(share: PlaceShare): ShownCell {
  if (share.count === null || share.total === null) return "hidden";
  return shareOf(share) ?? "none";
}

function intervalCells(share: PlaceShare): readonly [ShownCell, ShownCell] {
  const interval = intervalOfShare(share);
  if (interval) return [interval[0], interval[1]];
  const cell = shareCell(share) === "hidden" ? "hidden" : "none";
  return [cell, cell];
}

function countCells({ count, total, eligible }: PlaceShare): readonly ShownCell[] {
  return [count ?? "hidden", total ?? "hidden", eligible ?? "hidden"];
}

function column(label: string, unit: ShownColumn["unit"]): ShownColumn {
  return { label, unit };
}

function row(label: string, cells: readonly ShownCell[]): ShownRow {
  return { label, isMissing: false, cells };
}
