import type { Codebook, Field, PhaseId, RepeatGroup } from "#codebook";
import { conditionInWords } from "../../../words/condition-words.ts";
import { Boxes, DateBoxes } from "./Boxes.tsx";

type Props = {
  readonly group: RepeatGroup;
  readonly phase: PhaseId;
  readonly codebook: Codebook;
};

const emptyRows = [1, 2, 3];

/** Rows that can be several: what each number means, and three empty rows to write the numbers in. */
export function PaperRows({ group, phase, codebook }: Props) {
  const { id, label, definition, fields, condition } = group;
  return (
    <div className="paper-rows">
      <h3>{label.sv}</h3>
      {definition && <p className="soft">{definition.sv}</p>}
      {condition && (
        <p className="paper-condition">Besvaras om {conditionInWords(condition, codebook)}.</p>
      )}
      <dl>
        {fields.map((field) => (
          <div key={field.id}>
            <dt>
              {field.label.sv}
              {field.condition && (
                <span className="paper-condition">
                  {" "}
                  Besvaras om {conditionInWords(field.condition, withOnly(codebook, group))}.
                </span>
              )}
            </dt>
            <dd>
              <Meaning field={field} />
            </dd>
          </div>
        ))}
      </dl>
      <table>
        <caption className="aloud">{`${label.sv}: tre tomma rader`}</caption>
        <thead>
          <tr>
            <th scope="col">Nr</th>
            {fields.map((field) => (
              <th key={field.id} scope="col">
                {field.label.sv}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {emptyRows.map((row) => (
            <tr key={`${id} ${phase} ${row}`}>
              <th scope="row">{row}</th>
              {fields.map((field) => (
                <td key={field.id}>{emptyCell(field)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A field's name may stand in other groups too: here it is this one's. */
function withOnly(codebook: Codebook, group: RepeatGroup): Codebook {
  return { ...codebook, groups: [group, ...codebook.groups.filter(({ id }) => id !== group.id)] };
}

/** What each number means; a number is never parted from its words. */
function Meaning({ field }: { readonly field: Field }) {
  const { type, options, missing } = field;
  const codes = [...options, ...missing];
  return (
    <>
      {type === "date" && (codes.length > 0 ? "Datum, eller" : "Datum")}
      {type === "multiple" && "Skriv en eller flera siffror."}
      {codes.length > 0 && (
        <ul className="paper-meanings">
          {codes.map(({ code, label }) => (
            <li key={code}>
              <span>{code}</span> <span>{label.sv}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function emptyCell({ type, range }: Field) {
  if (type === "date") return <DateBoxes />;
  if (type === "integer") return <Boxes places={String(range?.to ?? 9999).length} />;
  return <Boxes places={type === "multiple" ? 6 : 2} />;
}
