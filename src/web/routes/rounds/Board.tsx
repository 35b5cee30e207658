import { useState } from "react";
import { wholeNumber } from "#kernel";
import { Field } from "../../ui/Field.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { BoardTable } from "./BoardTable.tsx";
import { type BoardFilter, countStates, filtered } from "./board-filter.ts";
import { useRound } from "./round-context.ts";
import { stateWords } from "./round-words.ts";
import { StateMark } from "./StateMark.tsx";
import "./board.css";

/** From this many on one looks for a name rather than for a line. */
const worthSeeking = 12;

/** How far each has come: a strip of counts that is also the choice of whom to see, and the lines. */
export function Board() {
  const { view } = useRound();
  const { participants } = view;
  const [filter, setFilter] = useState<BoardFilter>({ state: "all", sought: "" });
  const shown = filtered(participants, filter);
  const everybody = { state: "all", count: participants.length } as const;
  return (
    <div className="board">
      <fieldset className="board-strip">
        <legend className="aloud">Vilka som visas</legend>
        {[everybody, ...countStates(participants)].map(({ state, count }) => (
          <label key={state}>
            <input
              type="radio"
              name="lage"
              checked={filter.state === state}
              onChange={() => setFilter({ ...filter, state })}
            />
            <strong>{wholeNumber(count)}</strong>
            <span>
              {state !== "all" && <StateMark state={state} />}
              {state === "all" ? "Alla" : stateWords[state]}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row board-tools not-printed">
        {participants.length > worthSeeking && (
          <Field
            label="Sök deltagare"
            type="search"
            value={filter.sought}
            onChange={(sought) => setFilter({ ...filter, sought })}
          />
        )}
        <QuietButton onPress={() => window.print()}>Skriv ut tavlan</QuietButton>
      </div>
      <p className="aloud" role="status">
        {shown.length} av {participants.length} visas.
      </p>
      {shown.length === 0 ? (
        <p className="soft">Ingen deltagare passar in på det du söker.</p>
      ) : (
        <BoardTable participants={shown} />
      )}
    </div>
  );
}
