import type { ExplorationView } from "#server";
import { exactMoment } from "../../words/calendar.ts";

/** Stays with the words before it. */
const dot = "\u00a0· ";

/** Whose figures they are, and how far they may go; on a narrow page the way down to the choices. */
export function ExploreLead({ view: { set, countedAt } }: { readonly view: ExplorationView }) {
  const isExact = set.kind === "unit";
  return (
    <p className={isExact ? "results-lead not-printed" : "results-lead"}>
      {isExact && <span className="mark not-to-be-spread">Får ej spridas</span>} {set.name}
      {dot}
      {isExact && countedAt
        ? `exakta siffror, räknade ${exactMoment(countedAt)}`
        : "skyddade siffror"}
      <span className="explore-way not-printed">
        {dot}
        <a href="#fragan">Ändra frågan</a>
      </span>
    </p>
  );
}
