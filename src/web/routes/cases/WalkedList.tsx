import type { KeyboardEvent, Ref } from "react";
import { Link } from "react-router";
import { systemClock } from "#kernel";
import { registeredPhases } from "#registration";
import type { CaseLine } from "#server";
import { momentInWords, shortDay, shortMonth } from "../../words/calendar.ts";
import { marksOf } from "../../words/case-life-words.ts";
import { ownerInWords, phasesInWords } from "../../words/case-words.ts";

type Props = {
  readonly cases: readonly CaseLine[];
  /** The names of the units of whoever reads: «delas med» names the other one. */
  readonly ownUnits: readonly string[];
  readonly firstRef: Ref<HTMLAnchorElement>;
};

/** A list that the arrow keys walk; each line is one link. */
export function WalkedList({ cases, ownUnits, firstRef }: Props) {
  const now = systemClock.now();
  return (
    <ul className="case-list" onKeyDown={walk}>
      {cases.map((line, index) => (
        <li key={line.code}>
          <Link to={`/arenden/${line.code}`} ref={index === 0 ? firstRef : null}>
            <strong className="case-code">{line.code}</strong>
            <span>
              <span className="soft">Började </span>
              {shortMonth(line.startedOn)}
            </span>
            <span>
              <span className="soft">Född </span>
              {line.birthYear ?? "–"}
            </span>
            <span className="phases-done">
              <span className="phase-dots">
                {registeredPhases.map((phase) => (
                  <i key={phase} className={line.completed.includes(phase) ? "done" : ""} />
                ))}
              </span>
              <span aria-hidden="true">
                {line.completed.length} av {registeredPhases.length} klara
              </span>
              <span className="aloud">{phasesInWords(line.completed)}</span>
            </span>
            <span>
              <span className="soft">Senast </span>
              {momentInWords(line.lastStepAt, now, shortDay)}
            </span>
            <span className="case-owner">
              {marksOf(line, ownUnits).map((mark) => (
                <span key={mark} className="mark">
                  {mark}
                </span>
              ))}
              {!line.mine && <span className="soft">{ownerInWords(line.assignee)}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link.matches(":focus"));
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(goal, 0), links.length - 1)]?.focus();
}
