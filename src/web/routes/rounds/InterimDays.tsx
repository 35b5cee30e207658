import { Field } from "../../ui/Field.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";

type Props = {
  readonly days: readonly string[];
  readonly onEdit: (days: readonly string[]) => void;
  /** What is wrong at a place, `interimDays/0`. */
  readonly told: (place: string) => string | undefined;
};

const most = 24;

/** Days of figures under way: none, or a few. */
export function InterimDays({ days, onEdit, told }: Props) {
  return (
    <fieldset className="stack interim-days">
      <legend>Delsiffror under omgången</legend>
      <p className="soft">
        Dagar då ni visar hur det ser ut hittills, för alla tillsammans och aldrig för en kommun.
        Det går bra utan.
      </p>
      {days.map((day, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: days have no name but their place
        <div key={at} className="interim-day">
          <Field
            label={`Delsiffror ${at + 1}`}
            type="date"
            value={day}
            onChange={(value) => onEdit(days.with(at, value))}
            problem={told(`interimDays/${at}`)}
          />
          <QuietButton
            onPress={() => onEdit(days.filter((_, other) => other !== at))}
            label={`Ta bort delsiffror ${at + 1}`}
          >
            Ta bort
          </QuietButton>
        </div>
      ))}
      {days.length < most && (
        <QuietButton onPress={() => onEdit([...days, ""])}>Lägg till en dag</QuietButton>
      )}
    </fieldset>
  );
}
