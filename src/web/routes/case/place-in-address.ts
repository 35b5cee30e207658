import { type Codebook, type PhaseId, phaseIds } from "#codebook";
import { addStepId } from "./steps.ts";

export type PlaceInCase = { readonly phase: PhaseId; readonly stepId?: string };

/** What stands behind the case's tabs, as the address names them. */
const tabs = ["fragor", "tidslinje", "historik", "om"] as const;

/** `?flik=om`; the questions, unless the link says otherwise. */
export function tabInAddress(search: URLSearchParams): (typeof tabs)[number] {
  return tabs.find((id) => id === search.get("flik")) ?? "fragor";
}

/**
 * Where a link into a case wants to go: `?fas=before&fraga=V07`, `<row>.<field>`, or a repeat group
 * for its next row. `undefined`: to where the work goes on.
 */
export function placeInAddress(
  search: URLSearchParams,
  { groups }: Pick<Codebook, "groups">,
): PlaceInCase | undefined {
  const phase = phaseIds.find((id) => id === search.get("fas"));
  const at = search.get("fraga");
  if (!phase) return undefined;
  if (!at) return { phase };
  return { phase, stepId: groups.some(({ id }) => id === at) ? addStepId(at) : `fraga-${at}` };
}
