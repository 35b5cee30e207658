import { wholeNumber } from "#kernel";
import type { PublishedComparison } from "#server";
import { roundInWords } from "../nation/nation-words.ts";

/** Stays with the words before it. */
const dot = "\u00a0· ";

/** One quiet line: whose, which round, how many took part, and that it is protected. */
export function ComparisonLead({ published }: { readonly published: PublishedComparison }) {
  const { own, round, municipalities } = published;
  return (
    <p className="nation-lead">
      {own && (
        <>
          {own.name}
          {dot}
        </>
      )}
      omgången {roundInWords(round)}
      {dot}
      {wholeNumber(municipalities)} kommuner
      {dot}andelar av de giltiga svaren{dot}siffrorna är skyddade så att ingen ska kunna kännas igen
    </p>
  );
}
