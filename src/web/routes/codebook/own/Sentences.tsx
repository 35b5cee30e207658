import { FieldProblem } from "../../../ui/FieldProblem.tsx";

/** What the linter says, where it says it; no ids, since nothing points here. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <>
      {sentences.map((sentence) => (
        <FieldProblem key={sentence} id={`problem-${sentence}`} sentence={sentence} />
      ))}
    </>
  );
}
