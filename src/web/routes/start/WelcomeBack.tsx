import { Link } from "react-router";
import type { StartView } from "#server";

type Props = { readonly pause: NonNullable<StartView["pause"]> };

/** After a pause: a way back in, and no reproach. Can be folded away. */
export function WelcomeBack({ pause: { days, steps } }: Props) {
  return (
    <details className="welcome-back" open>
      <summary>
        <h2>Välkommen tillbaka: så här kommer ni ikapp</h2>
      </summary>
      <p>
        Det är {days} dagar sedan någon på enheten registrerade. Det händer överallt när det är
        mycket. Allt finns kvar.
      </p>
      <ol>
        {steps.map(({ sentence, path }) => (
          <li key={path}>
            <Link to={path}>{sentence}</Link>
          </li>
        ))}
      </ol>
    </details>
  );
}
