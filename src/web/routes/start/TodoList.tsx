import { Link } from "react-router";
import { numberInWords, wholeNumber } from "#kernel";
import type { StartView } from "#server";

type Props = Pick<StartView, "todo" | "more" | "unsent"> & { readonly registers: boolean };

/** Each line one thing to do, and one press that gets there. */
export function TodoList({ todo, more, unsent, registers }: Props) {
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
      <Lines lines={todo} />
      {more.length > 0 && (
        <details className="todo-more">
          <summary>Visa {numberInWords(more.length)} till</summary>
          <Lines lines={more} />
          {unsent > 0 && (
            <p className="soft">
              Det finns {wholeNumber(unsent)} till. De visas här när några av de andra är klara.
            </p>
          )}
        </details>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: StartView["todo"] }) {
  return (
    <ul className="todo">
      {lines.map(({ path, sentence }) => (
        <li key={sentence}>
          <Link to={path}>{sentence}</Link>
        </li>
      ))}
    </ul>
  );
}
