import { QuietButton } from "./QuietButton.tsx";
import "./controls.css";

export type ListedProblem = {
  readonly sentence: string;
  /** Goes to the place where it can be put right. */
  readonly goTo?: () => void;
};

type Props = { readonly title: string; readonly problems: readonly ListedProblem[] };

/**
 * All problems at once, each a way to its place. Read aloud; focus goes to the first place itself, and
 * the title stays in sight above it.
 */
export function ProblemSummary({ title, problems }: Props) {
  return (
    <div role="alert" className="problem-summary">
      <strong className="notice">{title}</strong>
      <ul className="notice">
        {problems.map(({ sentence, goTo }) => (
          <li key={sentence}>
            {goTo ? <QuietButton onPress={goTo}>{sentence}</QuietButton> : sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
