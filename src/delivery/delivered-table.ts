import { type CountedNumbers, numbersIn, type RawTable } from "#tabulation";
import type { DeliveredChain, DeliveredCounts, DeliveredTable } from "./delivery-format.ts";

/**
 * A raw table as a line of a delivery. A raw table must not travel, and this is the one way that it may:
 * it is counted of one municipality's own cases, by itself, and goes where those cases' rows would have
 * gone instead, which tell more: to whoever compiles the round, by an agreement that says so, sealed.
 * There it is held and protected as the rows are. It is shown to nobody but the sender, who has the cases.
 * @throws for a table of anything else than one municipality.
 */
export function deliveredTable(raw: RawTable): DeliveredTable {
  const { scope, specification } = raw;
  if (scope.kind !== "region" || scope.level !== "municipality") {
    throw new Error(`not of one municipality: ${specification.id}`);
  }
  return { table: specification.id, counts: deliveredCounts(numbersIn(raw.counts())) };
}

function deliveredCounts(numbers: CountedNumbers): DeliveredCounts {
  if (numbers.kind === "cases") return { cases: numbers.cases };
  const base = deliveredChain(numbers.base);
  switch (numbers.kind) {
    case "frequencies":
      return { base, rows: numbers.rows.map(({ code, count }) => [code, count]) };
    case "share":
      return { base, numerator: numbers.numerator };
    case "mean-distinct":
      return {
        base,
        distribution: numbers.distribution.map(({ distinct, cases }) => [distinct, cases]),
      };
    case "crossing":
      return {
        base,
        codes: numbers.rows.map(({ code }) => code),
        columns: numbers.columns.map(({ codes: [code = null], base, counts }) => {
          return { code, base: deliveredChain(base), counts };
        }),
      };
  }
}

function deliveredChain({
  eligible,
  asked,
  answered,
  valid,
}: Exclude<CountedNumbers, { readonly kind: "cases" }>["base"]): DeliveredChain {
  return [eligible, asked, answered, valid];
}
