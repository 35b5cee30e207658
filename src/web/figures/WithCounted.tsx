import { createContext, type ReactNode, useContext } from "react";
import type { Codebook } from "#codebook";
import type { Counted } from "../words/figure-words.ts";

const CountedIn = createContext<Counted>("cases");

type Props = { readonly codebook: Pick<Codebook, "counts">; readonly children: ReactNode };

/** What the figures within are counted in, as their codebook says. */
export function WithCounted({ codebook, children }: Props) {
  const counted = codebook.counts === "meetings" ? "meetings" : "cases";
  return <CountedIn value={counted}>{children}</CountedIn>;
}

export function useCounted(): Counted {
  return useContext(CountedIn);
}
