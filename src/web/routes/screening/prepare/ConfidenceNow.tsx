import type { ConfidenceView } from "#server";
import { oneDecimal } from "../../../words/counting.ts";
import "../../../ui/records.css";

const fewest = 5;

/** The means before and after, side by side; nothing of fewer than five, or while more may come. */
export function ConfidenceNow({ view }: { readonly view: ConfidenceView }) {
  const { questions, moments } = view;
  const given = moments.filter(({ answers }) => answers > 0);
  if (given.length === 0) return null;
  const told = given.filter(({ means }) => means !== null);
  const few = given.filter(({ means }) => means === null);
  return (
    <>
      {told.length > 0 && (
        <table className="records confidence-means">
          <caption>Medelvärden, från 1 (inte alls) till 5 (helt)</caption>
          <thead>
            <tr>
              <th scope="col">Fråga</th>
              {told.map(({ moment, answers }) => (
                <th key={moment} scope="col">
                  {nameOf(moment)} <span className="soft">({answers} svar)</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, text }, index) => (
              <tr key={id}>
                <th scope="row">{text}</th>
                {told.map(({ moment, means }) => (
                  <td key={moment}>
                    <span className="participation-name soft">{nameOf(moment)}: </span>
                    {oneDecimal(means?.[index] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {few.map(({ moment, answers }) => (
        <p key={moment} className="soft">
          {nameOf(moment)}: {answers} svar. Medelvärden visas när frågorna har stängt, från {fewest}{" "}
          svar.
        </p>
      ))}
    </>
  );
}

function nameOf(moment: "before" | "after"): string {
  return moment === "before" ? "Före" : "Efter";
}
