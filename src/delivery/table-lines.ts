import type { Codebook } from "#codebook";
import { countedElsewhere, nationSpecifications, type RawTable } from "#tabulation";
import { readTable } from "./check-table.ts";
import type { DeliveryHeading } from "./delivery-format.ts";
import type { FaultList, Report } from "./faults.ts";
import { checkTablesAgree, type TableInLine } from "./tables-agree.ts";

export type TableLines = {
  /** `undefined`: what stands there is no JSON, as has been reported. */
  readonly take: (
    line: number,
    parsed: { readonly json: unknown } | undefined,
    report: Report,
  ) => void;
  /** Once, at the end: whether all are there, and agree. */
  readonly finish: (report: Report) => void;
  /** Those that are about any case. */
  readonly tables: () => readonly RawTable[];
};

/** The lines of a delivery of counts alone: the release's tables, each once and in their order. */
export function openTableLines(
  { municipality, round }: DeliveryHeading,
  codebook: Codebook,
  faults: FaultList,
): TableLines {
  const specifications = nationSpecifications(codebook);
  const read: TableInLine[] = [];
  let taken = 0;
  let isInOrder = true;

  return {
    take(line, parsed, report) {
      const specification = specifications[taken];
      taken++;
      // One that is left out, or there twice, makes all that follow another than the expected.
      if (!isInOrder) return;
      if (!specification) {
        isInOrder = false;
        report("delivery-tables-many", { most: specifications.length });
        return;
      }
      if (!parsed) return;
      const numbers = readTable(parsed.json, specification, codebook, (code, details) => {
        if (code === "delivery-table-unexpected") isInOrder = false;
        report(code, details);
      });
      if (numbers !== undefined) read.push({ specification, numbers, line });
    },
    finish(report) {
      if (isInOrder && taken < specifications.length) {
        report("delivery-tables-few", { found: taken, all: specifications.length });
      }
      if (faults.isEmpty()) checkTablesAgree(read, codebook, faults.ofRow);
    },
    tables: () => {
      const { code } = municipality;
      const scope = { kind: "region", round: round.id, level: "municipality", code } as const;
      return read.flatMap(({ specification, numbers }) => {
        if (!numbers) return [];
        const own = { ...specification, level: "municipality" } as const;
        return [countedElsewhere(scope, own, numbers)];
      });
    },
  };
}
