import { wholeNumber } from "#kernel";
import type { CampaignView } from "#server";
import { percent } from "../../../words/counting.ts";
import { sumOf, type Taken } from "./sum-of.ts";
import "../../../ui/records.css";
import "../screening.css";

type Props = { readonly participation: CampaignView["participation"] };

/** In the order of the plan: a unit that asks few is not put last, and nobody's own number is here. */
export function ParticipationTable({ participation }: Props) {
  const all = sumOf(participation);
  const hasExpected = participation.some(({ expected }) => expected !== null);
  return (
    <table className="records participation">
      <thead>
        <tr>
          <th scope="col">Enhet</th>
          <th scope="col">Möten</th>
          <th scope="col">Frågan ställdes</th>
          <th scope="col">Ställdes inte</th>
          <th scope="col">Dagar</th>
        </tr>
      </thead>
      <tbody>
        {participation.map((each) => (
          <Row key={each.unit} name={each.name} taken={each} hasExpected={hasExpected} />
        ))}
        {participation.length > 1 && (
          <Row name="Hela kommunen" taken={all} hasExpected={hasExpected} isSum />
        )}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly name: string;
  readonly taken: Taken;
  readonly hasExpected: boolean;
  readonly isSum?: boolean;
};

function Row({ name, taken, hasExpected, isSum = false }: RowProps) {
  const { meetings, asked, notAsked, expected, days, workingDays } = taken;
  return (
    <tr className={isSum ? "participation-sum" : undefined}>
      <th scope="row">{name}</th>
      <td>
        <Named name="Möten" />
        {wholeNumber(meetings)}
        {hasExpected && expected !== null && (
          <span className="participation-expected">
            <span className="soft"> av väntade {wholeNumber(expected)}</span>
            <progress
              max={Math.max(expected, 1)}
              value={Math.min(meetings, Math.max(expected, 1))}
              aria-label={`${name}: noterade möten av väntade`}
            />
          </span>
        )}
      </td>
      <td>
        <Named name="Frågan ställdes" />
        {wholeNumber(asked)}
        {meetings > 0 && <span className="soft"> ({percent(asked / meetings)})</span>}
      </td>
      <td>
        <Named name="Ställdes inte" />
        {wholeNumber(notAsked)}
      </td>
      <td>
        {days !== null && (
          <>
            <Named name="Dagar" />
            {days} <span className="soft">av {workingDays}</span>
          </>
        )}
      </td>
    </tr>
  );
}

/** In a narrow window the table has no heading row. */
function Named({ name }: { readonly name: string }) {
  return <span className="participation-name soft">{name}: </span>;
}
