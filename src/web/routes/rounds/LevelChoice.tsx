import type { InvitationView } from "#server";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { levelName, levelWords, onlyCountsOfMeetings } from "./round-words.ts";
import "./round-form.css";

type Level = InvitationView["level"];
type Props = {
  readonly chosen: Level | undefined;
  /** Of meetings counts alone can be asked for. */
  readonly isOfMeetings: boolean;
  readonly onChoose: (level: Level) => void;
  readonly problem: string | undefined;
};

const levels = Object.keys(levelWords) as readonly Level[];

/** What leaves, with what it gives and what it costs. Nothing is chosen beforehand. */
export function LevelChoice({ chosen, isOfMeetings, onChoose, problem }: Props) {
  return (
    <fieldset
      className={problem ? "level-choice wrong" : "level-choice"}
      aria-describedby={problem ? "niva-problem" : undefined}
    >
      <legend>Vad som får lämna kommunerna</legend>
      <FieldProblem id="niva-problem" sentence={problem} />
      {levels.map((level) => {
        const { leaves, gives, costs } = levelWords[level];
        const isRefused = isOfMeetings && level !== "counts";
        return (
          <label key={level}>
            <input
              type="radio"
              name="niva"
              checked={chosen === level}
              disabled={isRefused}
              onChange={() => onChoose(level)}
              aria-describedby={`niva-${level}`}
            />
            <span>
              <strong>{levelName(level, isOfMeetings ? "meetings" : "cases")}</strong>
              <span id={`niva-${level}`} className="level-words">
                {isRefused && <span>{onlyCountsOfMeetings}</span>}
                <span>{leaves}</span>
                <span className="soft">Ger: {gives}</span>
                <span className="soft">Kostar: {costs}</span>
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
