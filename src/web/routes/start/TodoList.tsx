import { Link } from "react-router";
import type { Todo } from "#server";

const most = 7;

type Props = { readonly todo: readonly Todo[]; readonly registers: boolean };

/** Each line one thing to do, and one press that gets there. */
export function TodoList({ todo, registers }: Props) {
  if (todo.length === 0) {
    return (
      <p className="soft">
        {registers
          ? "Inget väntar. När du har börjat ett ärende står nästa steg här."
          : "Inget väntar just nu."}
      </p>
    );
  }
  return (
    <>
      <ul className="todo">
        {todo.slice(0, most).map(({ kind, caseCode, sentence }) => (
          <li key={`${kind} ${caseCode} ${sentence}`}>
            <Link to={addressOf(kind, caseCode)}>{sentence}</Link>
          </li>
        ))}
      </ul>
      {todo.length > most && (
        <p>
          <Link to="/arenden">Alla ärenden</Link>
        </p>
      )}
    </>
  );
}

function addressOf(kind: Todo["kind"], caseCode: string | null): string {
  if (kind === "key-in") return "/nyckla-in";
  if (kind === "notice") return "/notiser";
  return caseCode ? `/arenden/${caseCode}` : "/arenden";
}
