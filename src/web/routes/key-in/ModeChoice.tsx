import type { SurveyLanguageList, WaitingToKeyIn } from "#server";
import { Select } from "../../ui/Select.tsx";

export type KeyInMode = WaitingToKeyIn["surveys"][number]["mode"];

type Props = {
  readonly mode: KeyInMode;
  readonly onMode: (mode: KeyInMode) => void;
  readonly languages: SurveyLanguageList["languages"];
  readonly language: string;
  readonly onLanguage: (tag: string) => void;
};

const modes: readonly (readonly [KeyInMode, string])[] = [
  ["paper", "Från ett papper"],
  ["read-aloud", "Jag läser upp frågorna"],
];

/** How the answers reach the page; the language matters only where it is read aloud. */
export function ModeChoice({ mode, onMode, languages, language, onLanguage }: Props) {
  return (
    <div className="key-in-mode">
      <fieldset className="plain-choice">
        <legend>Hur får du svaren?</legend>
        {modes.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="satt"
              checked={mode === value}
              onChange={() => onMode(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {mode === "read-aloud" && languages.length > 1 && (
        <Select
          label="Språk"
          options={languages.map(({ tag, swedishName }) => ({ value: tag, label: swedishName }))}
          value={language}
          onChange={onLanguage}
        />
      )}
    </div>
  );
}
