import { GuidanceEntry } from "./GuidanceEntry.tsx";
import { useGuidedUnits } from "./guidance-context.ts";

type Props = { readonly concept: string; readonly label: string };

/** How each of the reader's units judges the question; one that has written nothing is passed by. */
export function GuidanceEntries({ concept, label }: Props) {
  const units = useGuidedUnits().filter(
    ({ mayWrite, written }) => mayWrite || written.has(concept),
  );
  return units.map((guided) => (
    <GuidanceEntry key={guided.unit.id} guided={guided} concept={concept} label={label} />
  ));
}
