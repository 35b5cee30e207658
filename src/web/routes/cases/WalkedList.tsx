import type { KeyboardEvent, Ref } from "react";
import { Link } from "react-router";
import { phaseIds } from "#codebook";
import { systemClock } from "#kernel";
import type { CaseLine } from "#server";
import { momentInWords, monthInWords } from "../../words/calendar.ts";
import { phasesInWords } from "../../words/case-words.ts";

type Props = { readonly cases: readonly CaseLine[]; readonly firstRef: Ref<HTMLAnchorElement> };

/** A list that the arrow keys walk; each line is one link. */
export function WalkedList({ cases, firstRef }: Props) {
  const now = systemClock.now();
  return (
    <ul className="case-list" onKeyDown={walk}>
      {cases.map((line, index) => (
        <li key={line.code}>
          <Link to={`/arenden/${line.code}`} ref={index === 0 ? firstRef : null}>
            <strong className="case-code">{line.code}</strong>
            <span>
              <span className="soft">Började </span>
              {monthInWords(line.startedOn)}
            </span>
            <span>
              <span className="soft">Född </span>
              {line.birthYear ?? "–"}
            </span>
            <span className="phase-dots">
              {phaseIds.map((phase) => (
                <i key={phase} className={line.completed.includes(phase) ? "done" : ""} />
              ))}
              <span className="aloud">{phasesInWords(line.completed)}</span>
            </span>
            <span>
              <span className="soft">Senast </span>
              {momentInWords(line.lastStepAt, now)}
            </span>
            <span className="case-owner">
              {line.state === "closed" && <span className="mark">avslutat</span>}
              {!line.mine && <span className="soft">{line.assignee ?? "Ingen handläggare"}</span>}
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
