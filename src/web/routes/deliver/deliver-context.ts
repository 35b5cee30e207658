import { createContext, useContext } from "react";
import type { DeliveryRound, PreparedView } from "#server";

/** Where the three steps stand. Of what is kept on the server nothing is changed by going back. */
export type Stage =
  | { readonly step: "check" }
  | { readonly step: "leaves"; readonly prepared: PreparedView }
  | { readonly step: "send"; readonly prepared: PreparedView; readonly way: "network" | "file" };

/** The round that is looked at, as every part of its page sees it. */
export type Deliver = {
  readonly round: DeliveryRound;
  readonly mayDeliver: boolean;
  readonly stage: Stage;
  readonly goTo: (stage: Stage) => void;
  /** Fetches how everything stands now. */
  readonly refresh: () => Promise<void>;
};

export const DeliverContext = createContext<Deliver | undefined>(undefined);

export function useDeliver(): Deliver {
  const found = useContext(DeliverContext);
  if (!found) throw new Error("used outside the page Leverera");
  return found;
}
