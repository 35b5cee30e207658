import { VariableEntry } from "../VariableEntry.tsx";
import { withMeasure } from "./edit-content.ts";
import { useOwn } from "./own-context.ts";

/** What ships with Skillnad and is asked only where somebody switches it on. */
export function MeasureList() {
  const { local, content, world, mayEdit, save } = useOwn();
  if (local.measures.length === 0) return null;
  return (
    <section aria-labelledby="matt" className="codebook-phase">
      <h2 id="matt">Mått att slå på</h2>
      {local.measures.map(({ id, label, definition, groups }) => {
        const isOn = content.measures.includes(id);
        return (
          <div key={id} className="own-part">
            {mayEdit ? (
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isOn}
                  onChange={() => void save(withMeasure(content, id, !isOn))}
                  aria-describedby={`matt-${id}`}
                />
                <span>{label.sv}</span>
              </label>
            ) : (
              <p>
                <strong>{label.sv}</strong> {isOn ? "är påslaget" : "är inte påslaget"}
                {local.draft ? " i utkastet." : "."}
              </p>
            )}
            <p id={`matt-${id}`} className="soft">
              {definition.sv}
            </p>
            <details>
              <summary>Visa frågorna</summary>
              {groups.map((group) => (
                <div key={group.id} className="group-entry">
                  <h3>{group.label.sv}</h3>
                  {group.fields.map((field) => (
                    <VariableEntry key={field.id} question={field} codebook={world} />
                  ))}
                </div>
              ))}
            </details>
          </div>
        );
      })}
    </section>
  );
}
