import { type ReactNode, useState } from "react";

type Props = {
  readonly summary: ReactNode;
  /** Made when it is first unfolded: a hundred folded tables would be half of the page's elements. */
  readonly children: () => ReactNode;
  readonly className?: string;
};

/** Native details, whose content is there from the first time that somebody wants it. */
export function Unfolding({ summary, children, className }: Props) {
  const [isWanted, setWanted] = useState(false);
  return (
    <details
      className={className}
      onToggle={({ currentTarget }) => currentTarget.open && setWanted(true)}
    >
      <summary>{summary}</summary>
      {isWanted && children()}
    </details>
  );
}
