import type { shortChainOf } from "../words/figure-words.ts";
import { Shown } from "./Shown.tsx";
import { useCounted } from "./WithCounted.tsx";

/** Never a share without it: each link is a part of the one before. */
export function Chain({ links }: { readonly links: ReturnType<typeof shortChainOf> }) {
  const cases = useCounted() === "meetings" ? "möten" : "ärenden";
  return (
    <ol className="chain" aria-label={`Hur många ${cases} siffran bygger på`}>
      {links.map(([name, count]) => (
        <li key={name}>
          <strong className="figures-aligned">
            <Shown count={count} />
          </strong>{" "}
          {name}
        </li>
      ))}
    </ol>
  );
}
