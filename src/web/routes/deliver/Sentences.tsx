import { Notice } from "../../ui/Notice.tsx";

type Props = { readonly title: string; readonly sentences: readonly string[] };

/** What hindered, and what to do; nothing where nothing did. */
export function Sentences({ title, sentences }: Props) {
  if (sentences.length === 0) return null;
  return (
    <Notice isUrgent title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
