import { Link } from "react-router";
import type { StartView } from "#server";
import { numberInWords } from "../../words/counting.ts";

type Props = Pick<StartView, "todo" | "more"> & { readonly registers: boolean };

/** Each line one thing to do, and one press that gets there. */
export function TodoList({ todo, more, registers }: Props) {
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
        {todo.map(({ path, sentence }) => (
          <li key={sentence}>
            <Link to={path}>{sentence}</Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="soft">
          Och {numberInWords(more)} till.{" "}
          {registers ? <Link to="/arenden">Alla ärenden</Link> : null}
        </p>
      )}
    </>
  );
}
