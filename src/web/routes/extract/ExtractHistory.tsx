import type { Codebook } from "#codebook";
import type { CaseExtract } from "#server";
import { changeInWords } from "../case/change-words.ts";
import { nameRows } from "../case/name-rows.ts";
import { sittingsOf } from "../case/sittings.ts";

type Props = { readonly extract: CaseExtract; readonly codebook: Codebook };

/** Who changed what and when, from the first day on. */
export function ExtractHistory({ extract, codebook }: Props) {
  const { history, case: view } = extract;
  const rowNames = nameRows(history.revisions, codebook, view.sheet);
  return (
    <section>
      <h3>Vad som har skrivits och ändrats</h3>
      <ol className="extract-history">
        {sittingsOf(history.revisions)
          .toReversed()
          .map(({ when, by, revisions }) => (
            <li key={revisions[0]?.revision}>
              <p className="soft">
                {when}, {by}
              </p>
              {revisions
                .flatMap(({ changes, reason }) => [
                  ...changes.map((each) => changeInWords(each, codebook, history.names, rowNames)),
                  ...(reason ? [`Skäl: ${reason}`] : []),
                ])
                .map((sentence, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stored revision never changes
                  <p key={index}>{sentence}</p>
                ))}
            </li>
          ))}
      </ol>
    </section>
  );
}
