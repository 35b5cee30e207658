import type { Question } from "#codebook";
import { guidanceSource, guidanceTitle } from "../../words/guidance-words.ts";
import { useGuidanceOf } from "./unit-guidance.ts";

/** What the question means, an example of how to think, and how the unit does. */
export function Definition({ question }: { readonly question: Question }) {
  const { definition, example, concept } = question;
  const guidance = useGuidanceOf(concept);
  return (
    <div className="definition">
      {definition && <p>{definition.sv}</p>}
      {example && (
        <p>
          <strong>Exempel.</strong> {example.sv}
        </p>
      )}
      {guidance && (
        <div className="unit-guidance">
          <p>
            <strong>{guidanceTitle(guidance.unitName)}</strong>
          </p>
          <p className="written-lines">{guidance.text}</p>
          <p className="soft">{guidanceSource(guidance)}</p>
        </div>
      )}
    </div>
  );
}
