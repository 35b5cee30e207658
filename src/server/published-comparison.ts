import { isoDate } from "#kernel";
import { comparisonOf } from "#report";
import type { PublishedNation, ToldRelease } from "./published-nation.ts";
import type { ComparisonView } from "./wire-of-comparison.ts";

/** A municipality's own is a hundred kilobytes or two, and there may be three hundred of them. */
const mostKept = 60;

/**
 * What a release says of a municipality beside its area, the nation and others: drawn and written once,
 * as long as it is asked for. Whoever the release does not tell of reads of the nation.
 */
export function publishedComparison(told: ToldRelease): PublishedNation["comparisonInSwedish"] {
  const { document, codebook, regions, verdict } = told;
  const known = new Set(codebook.indicators.map(({ id }) => id));
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();

  function write(municipality: string, indicator: string): Uint8Array<ArrayBuffer> {
    const { own, comparison } = comparedIn(told, municipality, indicator);
    const { round } = document;
    const view: ComparisonView = {
      published: {
        codebook: codebook.id,
        round: { id: round.id, from: isoDate(round.from), through: isoDate(round.through) },
        municipalities: document.municipalities,
        verdict: verdict.sv,
        own: own && { id: own.id, name: own.name },
        comparison,
      },
    };
    return new TextEncoder().encode(JSON.stringify(view));
  }

  return (municipality, indicator) => {
    const asked = known.has(indicator) ? indicator : "";
    const isTold = regions.some(({ id, level }) => level === "municipality" && id === municipality);
    const key = `${isTold ? municipality : ""} ${asked}`;
    const bytes = kept.get(key) ?? write(municipality, asked);
    // The one used last stands last, and the first goes.
    kept.delete(key);
    kept.set(key, bytes);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return bytes;
  };
}

/** @param municipality whose people read it; one that the release does not tell of has no own. */
export function comparedIn(told: ToldRelease, municipality: string, indicator: string) {
  const { codebook, tables, regions } = told;
  const municipalities = regions.filter(({ level }) => level === "municipality");
  const own = municipalities.find(({ id }) => id === municipality) ?? null;
  const area = regions.find(({ id, level }) => level === "area" && own?.parents.includes(id));
  const compared = { own, area: area ?? null, nation: tables, municipalities };
  return { own, comparison: comparisonOf(compared, codebook, "sv", indicator) };
}
