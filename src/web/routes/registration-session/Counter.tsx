import { wholeNumber } from "#kernel";
import type { RegistrationSessionView } from "#server";

type Props = {
  readonly counter: RegistrationSessionView["counter"];
  /** To be read across a room. */
  readonly isLarge?: boolean;
};

/** What you have done together. There is no number of anybody's own anywhere. */
export function Counter({ counter, isLarge = false }: Props) {
  const told = [
    ["Klara ärenden", counter.done],
    ["I arbete", counter.inWork],
    ["Till senare", counter.later],
    ["Registrerade svar", counter.answers],
  ] as const;
  return (
    <section aria-labelledby="tillsammans" className="together">
      <h2 id="tillsammans">Tillsammans</h2>
      <dl className={isLarge ? "counter large" : "counter"}>
        {told.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{wholeNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
