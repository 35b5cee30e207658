import { swedishDay } from "#kernel";
import type { LogMarkView } from "#server";
import { dayInWords, weekdayInWords } from "../../../words/calendar.ts";
import { LinesBehind } from "./LinesBehind.tsx";
import { verdictsInWords } from "./review-words.ts";
import { SettleMark } from "./SettleMark.tsx";
import { markId, type Settling } from "./use-review.ts";

type Props = {
  readonly review: number;
  readonly mark: LogMarkView;
  readonly isOpen: boolean;
  readonly isSigned: boolean;
  readonly onToggle: () => void;
  readonly onSettle: (wish: Settling) => Promise<readonly string[]>;
};

/** What happened in a sentence; opened, the log lines behind it, and what is said of it. */
export function MarkLine({ review, mark, isOpen, isSigned, onToggle, onSettle }: Props) {
  const { number, by, sentence, day, settled } = mark;
  const what = settled || isSigned ? "Visa" : "Bedöm";
  const sentenceId = `rad-${number}-vad`;
  return (
    <li>
      <p id={sentenceId} className="review-what">
        <strong>{by ?? "Flera personer"}</strong> · {weekdayInWords(day)}
        <br />
        {sentence}
      </p>
      <div className="review-toggle not-printed">
        <button
          type="button"
          id={markId(number)}
          className="quiet-button"
          aria-expanded={isOpen}
          aria-controls={`rad-${number}-inre`}
          aria-describedby={sentenceId}
          onClick={onToggle}
        >
          {isOpen ? "Stäng raden" : what}
        </button>
      </div>
      {settled && (
        <p className="review-verdict">
          <strong>{verdictsInWords[settled.verdict]}</strong>
          {settled.note && `: ${settled.note}`}
          <span className="soft">
            {settled.by}, {dayInWords(swedishDay(settled.at))}
          </span>
        </p>
      )}
      <div id={`rad-${number}-inre`} className="review-inner not-printed" hidden={!isOpen}>
        {isOpen && (
          <>
            <LinesBehind review={review} mark={mark} />
            {!isSigned && <SettleMark mark={mark} onSettle={onSettle} />}
          </>
        )}
      </div>
    </li>
  );
}
