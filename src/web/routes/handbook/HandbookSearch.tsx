import { useEffect, useMemo, useState } from "react";
import { Link, useLocation, useNavigationType, useSearchParams } from "react-router";
import { Field } from "../../ui/Field.tsx";
import { handbook } from "./handbook.ts";
import { type Found, type Hit, partsOfPage, searchHandbook } from "./search-handbook.ts";

const wordsParameter = "ord";

/**
 * What is looked for stands in the address too: Back from a page that was found comes back to the list.
 * The address follows what is typed, never the other way: it changes a moment later, and what was typed
 * meanwhile would be lost.
 */
export function useHandbookSearch() {
  const [parameters, setParameters] = useSearchParams();
  const { key } = useLocation();
  const arrival = useNavigationType();
  const inAddress = parameters.get(wordsParameter) ?? "";
  const [words, setWords] = useState(inAddress);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every arrival, also at the same words
  useEffect(() => {
    if (arrival !== "REPLACE") setWords(inAddress);
  }, [key]);
  return {
    words,
    setWords(typed: string) {
      setWords(typed);
      setParameters(typed === "" ? {} : { [wordsParameter]: typed }, { replace: true });
    },
  };
}

type Props = { readonly words: string; readonly onChange: (words: string) => void };

export function HandbookSearch({ words, onChange }: Props) {
  const parts = useMemo(() => handbook.flatMap(partsOfPage), []);
  const found = useMemo(() => searchHandbook(parts, words), [parts, words]);
  const { hits } = found;
  return (
    <search className="handbook-search not-printed">
      <Field label="Sök i handboken" type="search" value={words} onChange={onChange} />
      <p role="status" className={words.trim() === "" ? "aloud" : "soft"}>
        {told(words, found)}
      </p>
      {hits.length > 0 && (
        <ol>
          {hits.map((hit) => (
            <li key={addressOf(hit)}>
              <Link to={addressOf(hit)}>
                {hit.heading === hit.page ? hit.page : `${hit.page}: ${hit.heading}`}
              </Link>
              <p className="soft">{hit.excerpt}</p>
            </li>
          ))}
        </ol>
      )}
    </search>
  );
}

function told(words: string, { hits, isPartial }: Found): string {
  if (words.trim() === "") return "";
  if (hits.length === 0) return "Inget ställe har något av orden. Pröva andra ord.";
  if (isPartial) return "Inget ställe har alla orden. Här är de som har flest av dem.";
  return hits.length === 1 ? "Ett ställe har orden." : `${hits.length} ställen har orden.`;
}

function addressOf({ slug, anchor }: Hit): string {
  return anchor === undefined ? `/handbok/${slug}` : `/handbok/${slug}#${anchor}`;
}
