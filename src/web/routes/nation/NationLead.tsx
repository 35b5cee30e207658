import { wholeNumber } from "#kernel";
import type { Nation } from "#server";
import { Shown } from "../../figures/Shown.tsx";
import { unusableInWords } from "./nation-words.ts";

/** Stays with the words before it. */
const dot = "\u00a0· ";

/** One quiet line: how much it rests on, and that it is protected. */
export function NationLead({ nation }: { readonly nation: Nation }) {
  const { municipalities, unusable, cases, closed } = nation;
  return (
    <p className="nation-lead">
      {wholeNumber(municipalities)} kommuner{dot}
      <Shown count={cases} /> ärenden, <Shown count={closed} /> avslutade{dot}siffrorna är skyddade
      så att ingen ska kunna kännas igen
      {unusable > 0 && (
        <>
          {dot}
          {unusableInWords(unusable)}
        </>
      )}
    </p>
  );
}
