import type { NotOfferedReason } from "#registration";
import { notOfferedReasons } from "#registration";
import { Choice } from "../../../ui/Choice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { notOfferedReasonNames } from "../../../words/case-words.ts";
import { paperPath } from "./paper-links.ts";
import type { LanguageChoice } from "./use-usable-languages.ts";
import type { Way } from "./ways.ts";

type Props = {
  readonly way: Way;
  readonly caseCode: string;
  readonly language: string;
  readonly isDeviceSafe: boolean;
  readonly onDeviceSafe: (isSafe: boolean) => void;
  readonly reason: NotOfferedReason | undefined;
  readonly onReason: (reason: NotOfferedReason) => void;
};

/** What the chosen way means, and what it asks for. */
export function WayDetails(props: Props) {
  switch (props.way) {
    case "in-the-room":
      return (
        <p>
          Du loggas ut, och klienten svarar på den här skärmen. Efteråt får du tillbaka den och
          loggar in igen.
        </p>
      );
    case "own-device":
      return <IsDeviceSafe {...props} />;
    case "paper":
      return (
        <p>
          <a href={paperPath(props.language, props.caseCode)} target="_blank" rel="noreferrer">
            Skriv ut enkäten
          </a>{" "}
          (öppnas i en ny flik). Klienten lägger den i ett kuvert och klistrar igen. Samordnaren för
          in svaren.
        </p>
      );
    case "read-aloud":
      return (
        <p>
          Samordnaren läser upp frågorna, på plats eller i telefon, och för in svaren på sidan
          Nyckla in enkät. Du är inte med, och den som arbetar i ärendet kan inte läsa upp.
        </p>
      );
    case "not-offered":
      return <WhyNotOffered {...props} />;
    case "declined":
      return <p>Det är frivilligt att svara. Stödet påverkas inte.</p>;
  }
}

function IsDeviceSafe({ isDeviceSafe, onDeviceSafe }: Props) {
  return (
    <fieldset className="plain-choice">
      <legend>Är telefonen trygg?</legend>
      <p className="soft" id="telefon-hjalp">
        Fråga varje gång. Delar klienten telefonen, kan någon annan koden till den, eller är
        klienten osäker: välj ett annat sätt.
      </p>
      <label>
        <input
          type="checkbox"
          id="telefon-trygg"
          checked={isDeviceSafe}
          onChange={(event) => onDeviceSafe(event.target.checked)}
          aria-describedby="telefon-hjalp"
        />
        <span>
          Klienten säger att telefonen är trygg just nu: ingen annan ser vad som visas på den
        </span>
      </label>
    </fieldset>
  );
}

function WhyNotOffered({ reason, onReason }: Props) {
  return (
    <fieldset className="question">
      <legend>Varför erbjuds den inte?</legend>
      <div className="options">
        {notOfferedReasons.map((value) => (
          <Choice
            key={value}
            kind="radio"
            group="skal"
            id={`skal-${value}`}
            label={notOfferedReasonNames[value]}
            shortcut={undefined}
            isChosen={reason === value}
            onPick={() => onReason(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type Languages = {
  readonly languages: readonly LanguageChoice[];
  readonly language: string;
  readonly onLanguage: (tag: string) => void;
};

/** Hidden where there is one alone. */
export function LanguageSelect({ languages, language, onLanguage }: Languages) {
  if (languages.length < 2) return null;
  return (
    <Select
      label="Språk"
      options={languages.map(({ tag, swedishName }) => ({ value: tag, label: swedishName }))}
      value={language}
      onChange={onLanguage}
    />
  );
}
