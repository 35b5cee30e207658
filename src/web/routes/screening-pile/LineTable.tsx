import type { Codebook } from "#codebook";
import { wholeNumber } from "#kernel";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { notedInWords } from "../screening-tally/noted-words.ts";
import type { KeyedLine } from "./pile-form.ts";

type Props = {
  readonly codebook: Codebook;
  readonly lines: readonly KeyedLine[];
  /** What the server found on a line, by its place. */
  readonly problems: ReadonlyMap<number, string>;
  readonly onRemove: (index: number) => void;
};

/** The lines so far, the latest last; a wrong one is removed and keyed in again. */
export function LineTable({ codebook, lines, problems, onRemove }: Props) {
  if (lines.length === 0) return <p className="soft">Här kommer raderna att stå.</p>;
  return (
    <table className="pile-lines">
      <caption className="aloud">Rader i högen</caption>
      <thead>
        <tr>
          <th scope="col">Svar</th>
          <th scope="col">Antal</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ combination, answers, count }, index) => (
          <tr key={combination}>
            <td>
              {notedInWords(codebook, answers).join(" ")}
              {problems.has(index) && <p className="field-problem">{problems.get(index)}</p>}
            </td>
            <td className="figures-aligned">{wholeNumber(count)}</td>
            <td>
              <QuietButton
                label={`Ta bort rad ${index + 1}, ${count} st`}
                onPress={() => onRemove(index)}
              >
                Ta bort
              </QuietButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
