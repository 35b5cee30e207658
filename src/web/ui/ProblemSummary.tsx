import { Notice } from "./Notice.tsx";
import { QuietButton } from "./QuietButton.tsx";

export type ListedProblem = {
  readonly sentence: string;
  /** Goes to the place where it can be put right. */
  readonly goTo?: () => void;
};

type Props = { readonly title: string; readonly problems: readonly ListedProblem[] };

/** All problems at once, each a way to its place. Read aloud; focus goes to the first place itself. */
export function ProblemSummary({ title, problems }: Props) {
  return (
    <Notice isUrgent title={title}>
      <ul>
        {problems.map(({ sentence, goTo }) => (
          <li key={sentence}>
            {goTo ? <QuietButton onPress={goTo}>{sentence}</QuietButton> : sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
