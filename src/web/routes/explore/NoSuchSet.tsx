import { Link } from "react-router";
import type { ExplorationView } from "#server";
import { exploreAddress } from "./explore-address.ts";

/** The same for figures that do not exist and for those that this person may not see; then the way on. */
export function NoSuchSet({ published }: { readonly published: ExplorationView | null }) {
  const groups = published?.choices.sets ?? [];
  if (groups.length === 0) {
    return (
      <div className="stack">
        <p>
          Här kan du ställa egna frågor till siffrorna. Det finns inga siffror som du får se ännu:
          de kommer när kommunens första halvår är fryst, eller när riket har publicerats.
        </p>
      </div>
    );
  }
  return (
    <div className="stack">
      <p>Siffrorna finns inte, eller så har du inte tillgång till dem. De här kan du se:</p>
      {groups.map(({ label, choices }) => (
        <section key={label} aria-label={label}>
          <h2 className="explore-sets">{label}</h2>
          <ul className="explore-set-links">
            {choices.map(({ id, label: name }) => (
              <li key={id}>
                <Link to={exploreAddress({ set: id })}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
