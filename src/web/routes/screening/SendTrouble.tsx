import type { ReactNode } from "react";
import { Notice } from "../../ui/Notice.tsx";

type Props = {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What can be done about it. */
  readonly children?: ReactNode;
};

/** What hindered it, beyond what stands at the fields; nothing where nothing did. */
export function SendTrouble({ title, sentences, children }: Props) {
  if (sentences.length === 0) return null;
  return (
    <Notice isUrgent title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </Notice>
  );
}
