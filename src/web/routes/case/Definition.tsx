import type { Question } from "#codebook";
import { provenanceInWords } from "../../words/provenance-words.ts";

/** What the question means, an example of how to think, and how sure its wording is. */
export function Definition({ question }: { readonly question: Question }) {
  const { definition, example } = question;
  return (
    <div className="definition">
      {definition && <p>{definition.sv}</p>}
      {example && (
        <p>
          <strong>Exempel.</strong> {example.sv}
        </p>
      )}
      <p className="soft">{provenanceInWords(question)}</p>
    </div>
  );
}
