type Props = { readonly id: string; readonly sentence: string | undefined };

/** What is wrong, at the place where it is wrong; the field points at it with `aria-describedby`. */
export function FieldProblem({ id, sentence }: Props) {
  if (!sentence) return null;
  return (
    <p id={id} className="field-problem">
      {sentence}
    </p>
  );
}
