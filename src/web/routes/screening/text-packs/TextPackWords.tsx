import type { TextPackView } from "#server";

/** The pack's words as they stand: plain text, and never anything else. */
export function TextPackWords({ pack }: { readonly pack: TextPackView }) {
  const { introduction, questions } = pack;
  return (
    <div className="stack">
      {introduction !== "" && <p className="written-lines">{introduction}</p>}
      <ol className="text-pack-questions">
        {questions.map((question) => (
          <li key={question} className="written-lines">
            {question}
          </li>
        ))}
      </ol>
    </div>
  );
}
