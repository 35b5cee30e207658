import type { RefusedEntry } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useOpenCase } from "./case-context.ts";

type Props = { readonly refused: RefusedEntry; readonly place: string };

/** The server could not save it: what was typed stays, with the reason, until the person has read. */
export function RefusedAnswer({ refused, place }: Props) {
  const { view } = useOpenCase();
  return (
    <Notice isUrgent title="Det sparades inte.">
      {refused.problems.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <QuietButton onPress={() => saving.readProblem({ caseCode: view.code, place })}>
        Visa det som är sparat
      </QuietButton>
    </Notice>
  );
}
