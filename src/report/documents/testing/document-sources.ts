import { isoDate } from "#kernel";
import { frequencyCounts, safeTable, shippedCodebook } from "../../testing/safe-tables.ts";
import { smallPlace } from "../../testing/small-place.ts";
import { smallRelease } from "../../testing/small-release.ts";
import type { DocumentSource } from "../document.ts";

const round = {
  from: isoDate("2022-01-01"),
  through: isoDate("2023-12-31"),
  origin: "round",
} as const;

/** A municipality beside the nation, and the nation: told, hidden, coarser, too few, and counts alone. */
export function aPlace(): DocumentSource {
  const [tables, nation] = [smallPlace(), smallRelease()];
  return { ...round, place: "Påhittköping", tables, nation, codebook: shippedCodebook() };
}

export function theNation(): DocumentSource {
  const tables = smallRelease();
  return { ...round, place: null, tables, nation: null, codebook: shippedCodebook() };
}

/** The nation with every answer told: as full as a page gets. */
export function theWholeNation(): DocumentSource {
  const told = [
    {
      id: "V06",
      counts: frequencyCounts(
        3070,
        [1, 888],
        [2, 952],
        [3, 428],
        [4, 337],
        [5, 154],
        [6, 61],
        [7, 123],
        [8, 66],
        [9, 61],
        [98, 0],
        [99, 0],
      ),
    },
    { id: "V04", counts: frequencyCounts(3070, [1, 1384], [2, 1464], [3, 162], [98, 0], [99, 60]) },
    { id: "V12", counts: frequencyCounts(1561, [1, 250], [2, 1093], [97, 0], [98, 0], [99, 218]) },
    { id: "V13", counts: frequencyCounts(2947, [1, 1709], [2, 914], [3, 265], [98, 0], [99, 59]) },
  ].map(safeTable);
  const names = new Set(told.map(({ specification }) => specification.id));
  const nation = theNation();
  const others = nation.tables.filter(({ specification }) => !names.has(specification.id));
  return { ...nation, tables: [...others, ...told] };
}

export const nothingWritten = { comments: "", talkAbout: "" };
