import { problemSentence, warnOfPerson } from "#kernel";

type Props = { readonly id: string; readonly text: string };

/**
 * While one writes: what looks like somebody's name, address or number. A program cannot know, so it
 * says so and never refuses. Stays in the page, so that what appears in it is read aloud.
 */
export function PersonWarning({ id, text }: Props) {
  return (
    <div id={id} className="person-warning" aria-live="polite">
      {warnOfPerson(text, id).map((found) => (
        <p key={found.code}>{problemSentence(found)}</p>
      ))}
    </div>
  );
}
