import { wholeNumber } from "#kernel";
import type { UnitQuality } from "#server";
import { chainRows, reasonGroups, surveyInWords } from "../../quality/survey-chain-words.ts";
import "./survey-reasons.css";

type Props = Pick<UnitQuality, "survey">;

/** Whom the survey reached, and why it did not reach the others: of the whole unit, never per person. */
export function SurveyReasons({ survey }: Props) {
  const groups = reasonGroups(survey);
  return (
    <section aria-labelledby="enkaten" className="quality-section">
      <h2 id="enkaten">Enkäten till klienterna</h2>
      <p>{surveyInWords(survey)}</p>
      {survey.closed === 0 ? (
        <p className="soft">
          Här står hur många som har fått och besvarat enkäten, när det första ärendet är avslutat.
        </p>
      ) : (
        <div className="survey-reasons">
          <ReasonTable label="Från ärende till svar" head="Steg" rows={chainRows(survey)} />
          {groups.map(({ label, rows }) => (
            <ReasonTable key={label} label={label} head="Skäl" rows={rows} />
          ))}
        </div>
      )}
    </section>
  );
}

function ReasonTable({
  label,
  head,
  rows,
}: {
  readonly label: string;
  readonly head: string;
  readonly rows: ReturnType<typeof chainRows>;
}) {
  return (
    <table className="reason-table">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Ärenden</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>{wholeNumber(row.cases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
