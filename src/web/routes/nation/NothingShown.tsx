import { Link } from "react-router";
import type { NationRegion } from "#server";
import { hiddenSentence } from "../../words/hidden-words.ts";
import { placeAddress } from "./place-groups.ts";

type Props = { readonly region: NationRegion; readonly area: NationRegion | undefined };

/** A place of which no figure may be shown; where there is more to read. */
export function NothingShown({ region, area }: Props) {
  return (
    <div className="stack">
      <p>
        Här visas inga siffror för {region.name}. {hiddenSentence}
      </p>
      <p>
        {region.name} räknas med i siffrorna för{" "}
        {area && (
          <>
            <Link to={placeAddress(area.id)}>{area.name}</Link> och för{" "}
          </>
        )}
        <Link to={placeAddress("")}>riket</Link>.
      </p>
    </div>
  );
}
