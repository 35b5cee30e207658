import { useState } from "react";
import { GuidanceEntry } from "./GuidanceEntry.tsx";
import { useGuidedUnits } from "./guidance-context.ts";
import { NewGuidance } from "./NewGuidance.tsx";

type Props = { readonly concept: string; readonly label: string };

/** How each of the reader's units judges the question; one that has written nothing is passed by. */
export function GuidanceEntries({ concept, label }: Props) {
  const [begun, setBegun] = useState<readonly string[]>([]);
  const units = useGuidedUnits();
  const led = units.filter(({ mayWrite }) => mayWrite);
  const shown = units.filter(
    ({ unit, mayWrite, written }) =>
      written.has(concept) || begun.includes(unit.id) || (mayWrite && led.length === 1),
  );
  const silent = led.filter((guided) => !shown.includes(guided));
  return (
    <>
      {shown.map((guided) => (
        <GuidanceEntry
          key={guided.unit.id}
          guided={guided}
          concept={concept}
          label={label}
          isJustSaved={begun.includes(guided.unit.id)}
        />
      ))}
      {silent.length > 0 && (
        <NewGuidance
          units={silent}
          concept={concept}
          label={label}
          onSaved={(unit) => setBegun([...begun, unit])}
        />
      )}
    </>
  );
}
