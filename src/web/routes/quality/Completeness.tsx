import { phaseIds } from "#codebook";
import { wholeNumber } from "#kernel";
import type { UnitQuality } from "#server";
import { reachedQuestions } from "../../quality/quality-words.ts";
import { Strip, StripKey } from "../../quality/Strip.tsx";
import { phaseNames } from "../../words/case-words.ts";

type Props = Pick<UnitQuality, "variables">;

/** Every question with its strip and its numbers, by phase. */
export function Completeness({ variables }: Props) {
  const reached = reachedQuestions(variables);
  return (
    <section aria-labelledby="fraga-for-fraga" className="quality-section">
      <h2 id="fraga-for-fraga">Fråga för fråga</h2>
      {reached.length === 0 ? (
        <p className="soft">Här står varje fråga när det första svaret är registrerat.</p>
      ) : (
        <>
          <p className="soft">
            Av de ärenden som har kommit till frågan. Tom är den först när ärendet har passerat
            fasen; vilka ärenden det gäller står under <a href="#saknas">Svar som saknas</a>.
          </p>
          <StripKey />
        </>
      )}
      {phaseIds.map((phase) => {
        const inPhase = reached.filter((each) => each.phase === phase);
        return inPhase.length > 0 && <PhaseTable key={phase} phase={phase} variables={inPhase} />;
      })}
    </section>
  );
}

function PhaseTable({
  phase,
  variables,
}: Props & { readonly phase: UnitQuality["variables"][number]["phase"] }) {
  return (
    <table className="quality-table">
      <caption>{phaseNames[phase]}</caption>
      <thead>
        <tr>
          <th scope="col">Fråga</th>
          <td className="strip-cell" />
          <th scope="col">Besvarade</th>
          <th scope="col">Vet ej</th>
          <th scope="col">Tomma</th>
          <th scope="col">Ärenden</th>
        </tr>
      </thead>
      <tbody>
        {variables.map(({ id, label, asked, answered, missingCode, empty }) => (
          <tr key={id}>
            <th scope="row">{label.sv}</th>
            <td className="strip-cell">
              <Strip answered={answered} missingCode={missingCode} empty={empty} />
            </td>
            <td data-label="Besvarade">{wholeNumber(answered)}</td>
            <td data-label="Vet ej">{wholeNumber(missingCode)}</td>
            <td data-label="Tomma">{wholeNumber(empty)}</td>
            <td data-label="Ärenden">{wholeNumber(asked)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
