import type { Ref } from "react";
import { inSwedishOrder } from "#kernel";
import { parseCaseCode } from "#registration";
import { useSession } from "../../session/session.ts";
import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";
import { type MoreAboutCase as More, problemWhileTyping } from "./more-about-case.ts";

type Props = {
  readonly more: More;
  readonly onChange: (more: More) => void;
  /** The municipalities beside the own one that the chosen unit receives people from. */
  readonly serves: readonly { readonly code: string; readonly name: string }[];
  readonly codeProblem: string | undefined;
  readonly codeField: Ref<HTMLInputElement>;
};

/** For the few cases where there is more to say. Nothing is chosen beforehand. */
export function MoreAboutCase({ more, onChange, serves, codeProblem, codeField }: Props) {
  const { municipality } = useSession();
  const hasCode = more.previousCode.trim() !== "";
  const read = parseCaseCode(more.previousCode);
  return (
    <details className="more-about-case">
      <summary>Mer om ärendet</summary>
      <div className="stack">
        {more.isAnonymous ? (
          <p className="soft">Ett anonymt ärende kopplas inte till personens tidigare ärenden.</p>
        ) : (
          <div className="stack date-field">
            <Field
              ref={codeField}
              label="Har personen haft ett ärende hos er tidigare?"
              hint="Skriv det ärendets kod. Koden står i personakten."
              value={more.previousCode}
              onChange={(previousCode) => onChange({ ...more, previousCode })}
              maxLength={20}
              problem={codeProblem ?? problemWhileTyping(more.previousCode)}
            />
            <p className="echo" aria-live="polite">
              {read && `Tidigare ärende ${read}`}
            </p>
          </div>
        )}
        <div>
          <label className="switch">
            <input
              type="checkbox"
              checked={more.isAnonymous}
              disabled={hasCode && !more.isAnonymous}
              onChange={(event) => onChange({ ...more, isAnonymous: event.target.checked })}
              aria-describedby="anonymt-betyder"
            />
            <span>Anonymt ärende</span>
          </label>
          <p id="anonymt-betyder" className="soft">
            {anonymousMeans(more.isAnonymous, hasCode)}
          </p>
        </div>
        {serves.length > 0 && (
          <Select
            label="Personen kommer från"
            value={more.servedMunicipality}
            onChange={(servedMunicipality) => onChange({ ...more, servedMunicipality })}
            options={[
              { value: "", label: `${municipality.name}, er egen kommun` },
              ...inSwedishOrder(serves).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </div>
    </details>
  );
}

function anonymousMeans(isAnonymous: boolean, hasCode: boolean): string {
  if (isAnonymous) {
    return "Skriv koden ingenstans: du hittar ärendet i listan på startmånad och födelseår. Att det är anonymt kan inte ändras efteråt.";
  }
  return hasCode
    ? "Ett ärende som kopplas till ett tidigare kan inte vara anonymt. Ta bort koden först."
    : "Ärendet kopplas inte till personens tidigare eller senare ärenden, och koden skrivs ingenstans.";
}
