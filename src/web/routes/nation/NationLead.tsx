import { wholeNumber } from "#kernel";
import { Shown } from "../../figures/Shown.tsx";
import type { PublishedView } from "./NationPage.tsx";
import { unusableInWords } from "./nation-words.ts";

/** Stays with the words before it. */
const dot = "\u00a0· ";

/** One quiet line: how much it rests on, and that it is protected. */
export function NationLead({ told }: { readonly told: PublishedView }) {
  const { municipalities, unusable, regions, cases, closed } = told;
  const region = "region" in told ? told.region : null;
  const within = regions.filter(({ area }) => area !== null && area === region?.id).length;
  const places = region ? within : municipalities;
  return (
    <p className="nation-lead">
      {places > 0 && (
        <>
          {wholeNumber(places)} kommuner{dot}
        </>
      )}
      <Shown count={cases} /> ärenden, <Shown count={closed} /> avslutade{dot}
      {region && <>andelar av de giltiga svaren{dot}</>}siffrorna är skyddade så att ingen ska kunna
      kännas igen
      {unusable > 0 && !region && (
        <>
          {dot}
          {unusableInWords(unusable)}
        </>
      )}
    </p>
  );
}
