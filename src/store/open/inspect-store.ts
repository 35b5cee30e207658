import type { Outcome } from "#kernel";
import { type Inspection, inspectDatabase } from "./inspect-database.ts";
import { type PassedIn, reachOwner, type StorePlace } from "./reach-owner.ts";

/**
 * Looks at a store that is there, changing nothing: over the running Skillnad's own server, or by
 * starting the folder's for a moment. Problems: those of `reachOwner` and of `inspectDatabase`.
 */
export async function inspectStore(
  place: StorePlace,
  passedIn: PassedIn,
): Promise<Outcome<Inspection>> {
  const reached = await reachOwner(place, passedIn);
  if (reached.kind === "refused") return reached;
  const { owner, at, close } = reached.value;
  try {
    return await inspectDatabase(owner, at);
  } finally {
    await close();
  }
}
