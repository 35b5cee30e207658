import { Button } from "../ui/Button.tsx";
import { beside } from "./ProviderLinks.tsx";
import "./session.css";

type Props = {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
};

/** In a tab of its own, so that what is typed here stays. Whether it is proved the server says. */
export function ProveAtProvider({ providers, onDone }: Props) {
  return (
    <div className="stack">
      <ul className="provider-links">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <a className="button-link" href={`/logga-in/via/${id}?bevisa`} {...beside}>
              Visa det med {name} i en ny flik
            </a>
          </li>
        ))}
      </ul>
      <Button kind="secondary" onPress={onDone}>
        Jag har gjort det
      </Button>
    </div>
  );
}
